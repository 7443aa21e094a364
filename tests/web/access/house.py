"""A school with somebody in every role and a part of every sort, and a stranger outside.

Every text in it has a word of its own (a canary): where that word turns up, somebody reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.test import Client

from partituur.accounts.models import Person
from partituur.adoption.actions import sealing
from partituur.adoption.models import AmendedText, Amendment, PlanVersion
from partituur.evaluations.actions import evaluating
from partituur.meetings.actions import answering, holding, joining, planning
from partituur.meetings.models import Meeting
from partituur.plans import queries
from partituur.plans.actions import arranging, handing, importing, sharing, starting, writing
from partituur.plans.actions.importing import Loose
from partituur.plans.format import Changes, OwnField, OwnKind
from partituur.plans.models import FormatSettings, Goal, Import, Part, Plan
from partituur.plans.snapshot import PlanShot
from partituur.schools.actions import inviting
from partituur.schools.models import (
    LearningTeam,
    LearningTeamMember,
    Membership,
    School,
    SchoolYear,
    SignInService,
    VisionStatement,
)
from partituur.talking.actions import guiding, saying, supporting

ROLES = ("subject", "named_ib", "other_ib", "leader", "teacher", "stranger", "anonymous")
OWN, SHARED = "own", "shared"  # the two parts of the subject


@dataclass(slots=True)
class House:
    """What a test asks for by name."""

    school: School
    plan: Plan
    people: dict[str, Membership] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    canaries: dict[str, str] = field(default_factory=dict)  # word → where it stands
    things: dict[str, Any] = field(default_factory=dict)

    def goal(self, part: str) -> Goal:
        return Goal.objects.filter(part=self.parts[part]).order_by("position")[0]

    def client(self, role: str, **options: Any) -> Client:
        client = Client(**options)
        if role != "anonymous":
            person = self.people[role].person
            assert person
            client.force_login(person)
        return client


def member(school: School, name: str, **roles: bool) -> Membership:
    person = Person.objects.create_user(f"{name.lower()}@canarie.test", name=name)
    return Membership.objects.create(
        school=school, person=person, name=name, email=person.email, **roles
    )


def build(moment: datetime, *, looked_back: bool = True) -> House:
    """The school, with words in every field."""
    school = School.objects.create(name="Basisschool Canarie", slug="canarie", region="middle")
    plan = starting.start(school=school, start_year=2026, at=moment)
    house = House(school, plan)
    other = School.objects.create(name="De Buren", slug="de-buren", region="south")
    house.people = {
        "subject": member(school, "Sanne", is_teacher=True),
        "named_ib": member(school, "Noor", is_coordinator=True),
        "other_ib": member(school, "Otto", is_coordinator=True),
        "leader": member(school, "Lena", is_leader=True),
        "teacher": member(school, "Thijs", is_teacher=True),
        "stranger": member(other, "Vera", is_coordinator=True, is_teacher=True, is_leader=True),
    }
    own = OwnKind("koor", "Koor", (OwnField("doel", "Doel"),))
    FormatSettings.objects.create(school=school, changes=Changes({}, frozenset(), (own,)).to_data())
    _parts(house, moment)
    _words(house, moment)
    _things(house, moment)
    for name in (OWN, SHARED):
        _said(house, name, moment)
        _amended(house, name, moment)
    _drafted(house, moment)
    _met(house, moment)
    if looked_back:
        _looked_back(house, moment)
    _adopted(house, moment)
    return house


def _adopted(house: House, moment: datetime) -> None:
    """Last year's plan, adopted when Otto was no member yet; a word of its own in each part."""
    people = house.people
    plan = starting.start(school=house.school, start_year=2025, at=moment)
    fmt = queries.format_of(house.school)
    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar toen", subjects=[people["subject"]],
        partner=people["named_ib"], fmt=fmt,
    )  # fmt: skip
    team = Part.objects.get(plan=plan, kind="team")
    for place, of in (("version shared", part), ("version team", team)):
        word = f"kanarie{place.replace(' ', '')}"
        house.canaries[word] = place
        writing.save(
            line=of.goals.order_by("position")[0], key="approach", base=0, save_key=uuid4(),
            words=writing.Words(f"{word} staat hier."), by=people["named_ib"], at=moment,
        )  # fmt: skip
    sharing.share(part=part, by=people["subject"], is_subject=True, at=moment)
    house.canaries["kanariebesluit"] = "version team"
    house.canaries["kanarieoverdeel"] = "version shared"
    decision = {
        "words": "kanariebesluit: zo doen we het.",
        "points": [{
            "title": "Leraar toen", "part": str(part.public_id), "outcome": "kanarieoverdeel.",
        }],
    }  # fmt: skip
    team_then = [people[role] for role in ("subject", "named_ib", "leader", "teacher")]
    house.things["version"] = sealing.seal(
        plan=plan, kind=PlanVersion.Kind.ADOPTED, decision=decision, members=team_then,
        present={each.pk for each in team_then}, by=people["named_ib"], at=moment,
    )  # fmt: skip


def _parts(house: House, moment: datetime) -> None:
    fmt = queries.format_of(house.school)
    people = house.people
    team = LearningTeam.objects.create(school=house.school, name="Leerteam Lezen")
    LearningTeamMember.objects.create(school=house.school, team=team, member=people["subject"])
    named: dict[str, Any] = {"partner": people["named_ib"], "plan": house.plan, "fmt": fmt}
    for name in (OWN, SHARED):
        house.parts[name] = arranging.add_part(
            kind="teacher", heading=f"Leraar {name}", subjects=[people["subject"]], **named
        )
    house.parts["team"] = Part.objects.get(plan=house.plan, kind="team")
    house.parts["learning"] = arranging.add_part(
        kind="learning_team", heading="Leerteam Lezen", learning_team=team, **named
    )
    house.parts["ib"] = arranging.add_part(
        kind="coordinator", heading="Noor", subjects=[people["named_ib"]], **named
    )
    # Said before the sharing: it stays with those who were partners then.
    saying.begin(
        about=saying.About(house.plan, part=house.parts[SHARED]), body="kanarievooraf, zegt Thijs.",
        by=people["subject"], at=moment,
    )  # fmt: skip
    house.canaries["kanarievooraf"] = "before"
    sharing.share(part=house.parts[SHARED], by=people["subject"], is_subject=True, at=moment)
    house.parts[SHARED].refresh_from_db()
    house.things["team"] = team


def _words(house: House, moment: datetime) -> None:
    """A word of its own in each field of each part, and in what was set aside."""
    fmt = queries.format_of(house.school)
    for name, part in house.parts.items():
        goal = house.goal(name)
        author = house.people["named_ib" if name in ("team", "ib") else "subject"]
        for each in fmt.kind(part.kind).shown:
            word = f"kanarie{name}{each.key.replace('_', '')}"
            house.canaries[word] = name
            for key in (uuid4(), uuid4()):  # the second is late, and set aside
                aside = "" if not goal.texts.filter(key=each.key).exists() else "opzij"
                house.canaries[word + aside] = name
                writing.save(
                    line=goal, key=each.key, words=writing.Words(f"{word}{aside} staat hier, zegt Thijs."),
                    base=0, save_key=key, by=author, at=moment,
                )  # fmt: skip


def _things(house: House, moment: datetime) -> None:
    """What addresses point at: a principle, a statement, a document that was brought in."""
    by = house.people["named_ib"]
    house.things["principle"] = starting.write_principle(
        plan=house.plan, body="Samen.", greven=1, by=by, at=moment
    )
    house.things["statement"] = VisionStatement.objects.create(
        school=house.school, text="Rust en ritme.", position=0
    )
    shot = PlanShot(
        school="", year="2026-2027", state="draft", format=queries.format_of(house.school)
    )
    importing.bring_in(
        plan=house.plan, shot=shot, loose=[Loose("kanarieloos stond er nog.")],
        file_name="oud.docx", by=by, at=moment,
    )  # fmt: skip
    arrival = Import.objects.get(plan=house.plan)
    house.things["arrival"] = arrival
    house.things["unplaced"] = arrival.unplaced.get()
    house.canaries["kanarieloos"] = "loose"
    newcomer = Membership.objects.create(
        school=house.school, name="Nina", email="nina@canarie.test", is_teacher=True
    )
    house.things["link"] = inviting.invite(member=newcomer, by=None, at=moment)
    house.things["service"] = SignInService.objects.create(
        school=house.school, kind="google", name="Google", asked_by=by, asked_at=moment
    )
    SchoolYear.objects.get_or_create(school=house.school, start=2027)


def _said(house: House, name: str, moment: datetime) -> None:
    """Beside each of the two parts: a conversation, a suggestion, a question, a link, a note."""
    subject, ib = house.people["subject"], house.people["named_ib"]
    goal, part = house.goal(name), house.parts[name]
    about = saying.About(house.plan, part=part, goal=goal, key="approach")

    def word(what: str, place: str) -> str:
        said = f"kanarie{name}{what}"
        house.canaries[said] = place
        return f"{said} zegt Thijs."

    talk = saying.begin(about=about, body=word("zegt", name), by=subject, at=moment)
    house.things[f"talk {name}"] = talk
    house.things[f"remark {name}"] = talk.remarks.get()
    house.things[f"suggestion {name}"] = saying.suggest(
        about=about, conversation=talk, body=word("voorstel", name), by=ib, at=moment
    )
    question = supporting.ask(
        goal=goal, colleague=house.people["teacher"], question=word("vraag", f"question {name}"),
        takes={"time"}, by=subject, at=moment,
    )  # fmt: skip
    house.things[f"question {name}"] = question
    token = supporting.invite_guest(
        goal=goal, name="Derde", content=[["Aanpak", f"<p>{word('bevroren', f'guest {name}')}</p>", ""]],
        by=subject, at=moment,
    )  # fmt: skip
    house.things["guest link"] = token
    link = supporting.guest_link(token, at=moment)
    assert link
    supporting.write_effort(link=link, words=word("inzet", f"effort {name}"), at=moment)
    house.things[f"guest {name}"] = link
    handing.ask(part=part, to=house.people["other_ib"], by=ib, at=moment)
    house.things[f"note {name}"] = guiding.note(
        part=part, kind="talk", day=moment.date(), body=word("logboek", f"note {name}"), by=ib,
        is_subject=False, at=moment,
    )  # fmt: skip


def _looked_back(house: House, moment: datetime) -> None:
    """On three goals: what one kept, what one shared, and what the team said."""
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.ADOPTED)
    for part, role, shares in (
        (OWN, "subject", False), (SHARED, "subject", False), (SHARED, "named_ib", True),
        ("team", "teacher", True), ("team", "other_ib", False),
    ):  # fmt: skip
        word = f"kanarie{part}terugblik{role.replace('_', '')}"
        house.canaries[word] = f"shared evaluation {part}" if shares else f"evaluation of {role}"
        evaluating.keep(
            line=house.goal(part), by=house.people[role], reached="partly", came_of_it=f"{word} zegt Thijs.",
            helped=f"{word} hielp.", next="go_on", shared=shares, at=moment,
        )  # fmt: skip
    word = "kanarieonsteam"
    house.canaries[word] = "evaluation of the team"
    evaluating.write_for_team(
        line=house.goal("team"), came_of_it=f"{word} zegt Thijs.", helped="", next="", by=house.people["leader"],
        at=moment,
    )  # fmt: skip
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.DRAFT)


def _amended(house: House, name: str, moment: datetime) -> None:
    """A proposal of the subject about each of the two parts, told to the team."""
    house.canaries[f"kanarie{name}reden"] = house.canaries[f"kanarie{name}wordt"] = name
    house.things[f"amendment {name}"] = made = Amendment.objects.create(
        school=house.school, plan=house.plan, state=Amendment.State.ANNOUNCED, is_small=True,
        reason=f"kanarie{name}reden", by=house.people["subject"], begun_at=moment,
        proposed_at=moment, counts_from=moment.date() + timedelta(days=8),
    )  # fmt: skip
    AmendedText.objects.create(
        amendment=made, goal=house.goal(name), key="approach", base=1, body=f"kanarie{name}wordt"
    )


def _drafted(house: House, moment: datetime) -> None:
    """What the subject is still writing: nobody else sees it, not even the other partner."""
    house.canaries["kanariekladreden"] = house.canaries["kanariekladwordt"] = "amendment draft"
    draft = Amendment.objects.create(
        school=house.school, plan=house.plan, reason="kanariekladreden",
        by=house.people["subject"], begun_at=moment,
    )  # fmt: skip
    house.things["amended"] = AmendedText.objects.create(
        amendment=draft, goal=house.goal(SHARED), key="support", base=1, body="kanariekladwordt"
    )


def set_state(house: House, state: str) -> None:
    """Bring the plan in a state. Adopting seals what everybody may read; the rest is in no version."""
    Plan.objects.filter(pk=house.plan.pk).update(state=state)
    adopted = state in (Plan.State.ADOPTED, Plan.State.EVALUATED)
    read_by_all = [part.pk for name, part in house.parts.items() if name in (SHARED, "team")]
    sealed = Part.objects.filter(plan=house.plan, pk__in=read_by_all)
    sealed.update(sealed_in=1 if adopted else 0)


def _met(house: House, moment: datetime) -> None:
    """A meeting that is over, with words in it, and one that comes. Thijs was not there."""
    ib, leader = house.people["named_ib"], house.people["leader"]

    def plan_meeting(starts_at: datetime) -> Meeting:
        return planning.plan_meeting(
            plan=house.plan, purposes=["adopt"], starts_at=starts_at, place="Teamkamer",
            way="consent", quorum=50, threshold=50, run_by=ib, by=ib, at=moment,
        )  # fmt: skip

    def word(what: str, place: str) -> str:
        house.canaries[f"kanarie{what}"] = place
        return f"kanarie{what} zegt Thijs."

    over = plan_meeting(moment)
    point = planning.add_point(
        meeting=over, title=word("agenda", "agenda"), asks=True, by=ib, at=moment
    )
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.IN_CONSULTATION)
    over.plan.refresh_from_db()
    holding.open_meeting(meeting=over, by=ib, at=moment)
    point.refresh_from_db()
    point.meeting = over
    holding.go_to(point=point, by=ib, at=moment)
    for number, who in enumerate((leader, ib)):
        answering.answer(
            point=point, member=who, round=1, choice="note", words=word(f"antwoord{number}", "minutes"),
            picks=[], with_name=False, wants_word=False, moment=number, key=uuid4(), at=moment,
        )  # fmt: skip
    holding.say_outcome(point=point, words=word("uitkomst", "minutes"), by=ib, at=moment)
    over.refresh_from_db()
    until = moment.date() + timedelta(days=7)
    holding.close_meeting(meeting=over, answers_until=until, by=ib, at=moment)
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.DRAFT)
    house.plan.refresh_from_db()
    house.things |= {"meeting over": over, "point over": point}
    coming = plan_meeting(moment + timedelta(days=7))
    house.things["meeting"] = coming
    house.things["point"] = planning.add_point(
        meeting=coming, title="Rondvraag", asks=False, by=ib, at=moment
    )
    _going_on(house, plan_meeting(moment), moment)


def _going_on(house: House, going_on: Meeting, moment: datetime) -> None:
    """A meeting that is open, with an objection of the subject and a phone that waits."""
    ib, subject = house.people["named_ib"], house.people["subject"]
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.IN_CONSULTATION)
    going_on.plan.refresh_from_db()
    holding.open_meeting(meeting=going_on, by=ib, at=moment)
    point = going_on.points.filter(kind="goal").order_by("position")[0]
    point.meeting = going_on
    holding.go_to(point=point, by=ib, at=moment)
    house.canaries["kanariebezwaar"] = "objection"
    answer = answering.answer(
        point=point, member=subject, round=1, choice="object", words="kanariebezwaar zegt Thijs.",
        picks=[], with_name=False, wants_word=True, moment=1, key=uuid4(), at=moment,
    )  # fmt: skip
    seat = going_on.seats.get(member=subject)
    seat.meeting = going_on
    device, _token = joining.ask(seat=seat, at=moment)
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.DRAFT)
    house.plan.refresh_from_db()
    house.things |= {
        "meeting open": going_on, "point open": point, "answer open": answer, "seat open": seat,
        "device open": device,
    }  # fmt: skip


# --- what a request changes --------------------------------------------------------------------

_WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"(?P<table>\w+)"', re.IGNORECASE)
PASSING = {"django_session", "kernel_cache"}  # a browser's own, and how often something was tried


@contextmanager
def writes() -> Iterator[list[str]]:
    """The tables that were written to inside, but for the browser's own session."""
    found: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        match = _WRITES.match(sql)
        if match and match["table"] not in PASSING:
            found.append(match["table"])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside did not happen."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
