"""A team that does whatever comes up with its plan, for years on end: no promise is ever broken.

Random members try random acts, most of which are refused; after each of them everything that should
always be so is looked at. The controls take one guard away, and then it is found.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from tests.meetings.situations import AT, people

from partituur.adoption import verifying
from partituur.adoption.actions import amending
from partituur.adoption.models import Amendment, PlanVersion, SealedText, VersionMember
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.meetings import rules as meeting_rules
from partituur.meetings import tallying
from partituur.meetings.actions import answering, deciding, holding, planning
from partituur.meetings.models import Answer, Decision, Meeting, Point, Seat
from partituur.plans import agreeing as plan_agreeing
from partituur.plans import queries as plans
from partituur.plans import rules as plan_rules
from partituur.plans.actions import agreeing, arranging, sharing, starting, writing
from partituur.plans.models import PRINCIPLE, Agreement, Goal, Part, Plan, Principle, Text
from partituur.schools.models import Membership, School

pytestmark = pytest.mark.django_db

MOVES = {  # where a plan may go
    ("draft", "in_consultation"), ("in_consultation", "draft"), ("in_consultation", "adopted"),
    ("adopted", "evaluated"),
}  # fmt: skip
LEAD = ["coordinator"] * 6 + ["leader"] * 2 + ["teacher", "stranger"]
LEADING = {"coordinator", "leader"}
WHO = ["coordinator"] * 5 + ["leader"] * 2 + ["teacher"] * 3 + ["other", "stranger"]

PICK = range(60)  # which of what is there
STAGES = ["open", "open", "adopted", "adopted", "in_consultation", "draft"]

DONE: Counter[str] = Counter()  # how often each act was not refused, in a run

# The acts by name: how often each is chosen, and with what.
ACTS: dict[str, tuple[int, dict[str, Sequence[Any]]]] = {}


def sometimes(weight: int, **given: Sequence[Any]) -> Callable[[Any], Any]:
    """An act that is chosen now and then, with these."""

    def noted(act: Any) -> Any:
        ACTS[act.__name__] = weight, given
        return act

    return noted


# --- the world ---------------------------------------------------------------------------------


def build() -> None:
    """A school with a plan that is still a concept; all that happens to it is undone each time."""
    school = School.objects.create(name="De Notenbalk", slug="de-notenbalk", region="middle")
    members = people(school)
    elsewhere = School.objects.create(name="De Fermate", slug="de-fermate", region="south")
    Membership.objects.create(
        school=elsewhere, name="stranger", is_coordinator=True, is_leader=True, is_teacher=True
    )
    plan = starting.start(school=school, start_year=2026, at=AT)
    starting.write_principle(plan=plan, body="Leren.", greven=0, by=members["coordinator"], at=AT)
    fmt = plans.format_of(school)
    for name in ("teacher", "other"):
        arranging.add_part(
            plan=plan, kind="teacher", heading=f"Leraar {name}", fmt=fmt, subjects=[members[name]],
            partner=members["coordinator"],
        )  # fmt: skip


class Team(RuleBasedStateMachine):
    """What the team does, and what the test remembers of it."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.at = AT
        self.plan = Plan.objects.select_related("school", "year").get()
        self.members = {
            each.name.removeprefix("Collega "): each for each in Membership.objects.all()
        }
        self.state = str(self.plan.state)
        self.frozen: dict[int, Any] = {}  # versions, as they were made
        self.sealed: dict[int, Any] = {}  # texts of the last version
        self.closed: dict[int, Any] = {}  # answers of points that are closed
        self.words = self.acts = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    # --- helpers

    def tries(self, act: Callable[..., Any], **given: Any) -> Any:
        """Do it, or be refused with a sentence; what came of it."""
        try:
            made = act(**given)
        except Refusal as refusal:
            said = refusal.reason
        else:
            DONE[act.__name__] += 1
            return made
        DONE["refused"] += 1
        assert said.endswith(".")
        return None

    def fresh(self) -> Plan:
        return Plan.objects.select_related("school", "year").get(pk=self.plan.pk)

    def say(self) -> str:
        """Words that were never said before."""
        self.words += 1
        return f"Woord{self.words}x."

    def part(self, pick: int) -> Part:
        parts = list(Part.objects.select_related("plan", "partner").order_by("pk"))
        parts.sort(key=lambda each: not plan_rules.is_personal(each))
        return parts[pick % len(parts)]

    def meeting(self, pick: int) -> Meeting | None:
        """Mostly the one that is open."""
        found = Meeting.objects.select_related("plan__school", "plan__year", "looks_back_on")
        if pick % 4 != 3 and (now := found.filter(state="open").first()):
            return now
        every = list(found.order_by("-pk"))
        return every[pick % len(every)] if every else None

    def point(self, pick: int, *, go: bool = False) -> Point | None:
        """Mostly the one on the screen."""
        meeting = self.meeting(pick)
        if meeting is None:
            return None
        points = list(meeting.points.select_related("goal", "part").order_by("position", "pk"))
        shown = [each for each in points if each.pk == meeting.point_id]
        asking = [each for each in points if each.asks]
        chosen = shown if shown and not go and pick % 3 != 2 else asking if pick % 4 else points
        if not chosen:
            return None
        point = chosen[pick % len(chosen)]
        point.meeting = meeting
        return point

    def fitting(self) -> set[str]:
        """What a meeting would be for now."""
        if self.state in ("draft", "in_consultation"):
            return {"adopt"}
        return {"adjust"} if Amendment.objects.filter(state="to_meeting").exists() else {"evaluate"}

    def is_subject(self, part: Part, member: Membership) -> bool:
        return plan_rules.is_subject(part, member, timezone.localdate(self.at))

    # --- where it begins

    @initialize(stage=st.sampled_from(STAGES), way=st.sampled_from(Meeting.Way.values))
    def begin(self, stage: str, way: str) -> None:
        """Begin somewhere in the year, by the same acts."""
        by, plan = self.members["coordinator"], self.plan
        if stage == "draft":
            return
        planning.open_consultation(plan=plan, by=by, at=self.at)
        self.state = "in_consultation"
        if stage == "in_consultation":
            return
        part = Part.objects.select_related("plan").get(heading="Leraar teacher")
        sharing.share(part=part, by=self.members["teacher"], is_subject=True, at=self.at)
        self.meet("coordinator", {"adopt"}, way)
        meeting = Meeting.objects.get()
        meeting.plan = plan
        holding.open_meeting(meeting=meeting, by=by, at=self.at)
        if stage == "adopted":
            asked: dict[str, Any] = {"purpose": "adopt", "passed": True, "words": "Ja."}
            Meeting.objects.update(way="announced")
            deciding.decide(meeting=meeting, by=by, at=self.at, **asked)
            holding.close_meeting(meeting=meeting, answers_until=None, by=by, at=self.at)

    # --- the plan

    @sometimes(1, days=[0, 1, 8])
    def time_goes_on(self, days: int) -> None:
        self.at += timedelta(days=days, minutes=1)

    @sometimes(1, who=LEAD, back=(False, True))
    def consult(self, who: str, back: bool) -> None:
        act = planning.back_to_draft if back else planning.open_consultation
        self.tries(act, plan=self.fresh(), by=self.members[who], at=self.at)

    @sometimes(3, who=WHO, pick=PICK, principle=(False, True))
    def write(self, who: str, pick: int, principle: bool) -> None:
        """As a door does: ask whether somebody may write there, and write."""
        by, part = self.members[who], self.part(pick)
        line: Goal | Principle = Principle.objects.get() if principle else part.goals.get()
        key = PRINCIPLE if principle else ("approach" if pick % 2 else "goal")
        if plan_rules.why_not_write(
            self.fresh(), None if principle else part, by, is_subject=self.is_subject(part, by)
        ):
            return
        writing.save(
            line=line, key=key, words=writing.Words(self.say()), save_key=uuid4(), by=by,
            base=plans.text_of(line, key).version, at=self.at,
        )  # fmt: skip

    @sometimes(3, who=WHO, pick=PICK, back=(False, True))
    def share(self, who: str, pick: int, back: bool) -> None:
        by, part = self.members[who], self.part(pick)
        act = sharing.take_back if back else sharing.share
        self.tries(act, part=part, by=by, is_subject=self.is_subject(part, by), at=self.at)

    @sometimes(3, who=WHO, pick=PICK)
    def agree(self, who: str, pick: int) -> None:
        by, part = self.members[who], self.part(pick)
        content = self.content(part)
        self.tries(
            agreeing.agree, part=part, by=by, is_subject=self.is_subject(part, by),
            seen=plan_agreeing.digest_of(content), content=content, at=self.at,
        )  # fmt: skip

    def content(self, part: Part) -> dict[str, Any]:
        loaded = plans.load_part(part, day=timezone.localdate(self.at))
        return plan_agreeing.content_of(
            plans.format_of(self.plan.school).kind(part.kind), loaded, {}
        )

    @sometimes(1, who=LEAD)
    def newcomer(self, who: str) -> None:
        """A part of somebody who came later."""
        plan, by = self.fresh(), self.members[who]
        if plan_rules.why_not_add(plan, by, "teacher") or Part.objects.count() > 6:
            return
        arranging.add_part(
            plan=plan, kind="teacher", heading="Leraar later", subjects=[self.members["teacher"]],
            fmt=plans.format_of(plan.school), partner=self.members["coordinator"],
        )  # fmt: skip

    # --- the meeting

    @sometimes(
        3,
        who=LEAD,
        way=Meeting.Way.values,
        purposes=[set(), set(), {"adopt"}, {"adjust"}, {"evaluate"}, {"adjust", "evaluate"}],
    )
    def meet(self, who: str, purposes: set[str], way: str) -> None:
        if not purposes:
            purposes = self.fitting()
        self.tries(
            planning.plan_meeting, plan=self.fresh(), purposes=purposes, starts_at=self.at,
            place="", way=way, quorum=25, threshold=50, run_by=None, by=self.members[who],
            at=self.at,
        )  # fmt: skip

    @sometimes(4, who=LEAD, pick=PICK)
    def open(self, who: str, pick: int) -> None:
        waiting = list(Meeting.objects.filter(state="planned").order_by("-pk"))
        if not waiting and not Meeting.objects.filter(state="open").exists():
            self.meet(who, set(), "consent" if pick % 2 else "announced")
            waiting = list(Meeting.objects.filter(state="planned"))
        meeting = waiting[pick % len(waiting)] if waiting else self.meeting(pick)
        if meeting is not None:
            self.tries(holding.open_meeting, meeting=meeting, by=self.members[who], at=self.at)

    @sometimes(2, who=LEAD, pick=PICK, end=["close", "cancel", "renew"])
    def end(self, who: str, pick: int, end: str) -> None:
        meeting, by = self.meeting(pick), self.members[who]
        if meeting is None:
            return
        if end == "renew":
            self.tries(planning.renew_agenda, meeting=meeting, by=by, at=self.at)
        elif end == "cancel":
            self.tries(planning.cancel, meeting=meeting, by=by, at=self.at)
        elif pick % 5 == 4:
            until = timezone.localdate(self.at) + timedelta(days=7)
            self.tries(
                holding.close_meeting, meeting=meeting, answers_until=until, by=by, at=self.at
            )

    @sometimes(
        5,
        who=LEAD,
        pick=PICK,
        step=[*["go"] * 5, "close", "reopen", "outcome"],
    )
    def step(self, who: str, pick: int, step: str) -> None:
        point, by = self.point(pick, go=step == "go"), self.members[who]
        if point is None:
            return
        acts: dict[str, Callable[..., Any]] = {
            "go": holding.go_to, "close": holding.close_point, "reopen": holding.reopen_point,
        }  # fmt: skip
        if step == "outcome":
            self.tries(holding.say_outcome, point=point, words=self.say(), by=by, at=self.at)
            return
        self.tries(acts[step], point=point, by=by, at=self.at)
        if Point.objects.get(pk=point.pk).closed_at is None:
            self.closed.pop(point.pk, None)

    @sometimes(3, who=LEAD, pick=PICK)
    def reword(self, who: str, pick: int) -> None:
        point = self.point(pick)
        if point is None:
            return
        line: Goal | Principle = point.goal or Principle.objects.get()
        key = "goal" if point.goal else PRINCIPLE
        self.tries(
            holding.reword, point=point, line=line, key=key, words=writing.Words(self.say()),
            base=plans.text_of(line, key).version, save_key=uuid4(), by=self.members[who],
            at=self.at,
        )  # fmt: skip

    @sometimes(
        7,
        who=["coordinator", "leader", "teacher", "other", "other", "stranger"],
        pick=PICK,
        seen=[0, 0, 0, 1],
        late=range(0, 2001),
        which=PICK,
    )
    def answer(self, who: str, pick: int, seen: int, late: int, which: int) -> None:
        """From a phone that may have been away for a round, or for two seconds."""
        point, member = self.point(pick), self.members[who]
        if point is None:
            return
        now = Point.objects.get(pk=point.pk)
        choices = meeting_rules.choices_of(point)
        choice = choices[which % len(choices)]
        before = Answer.objects.filter(point=point, member=member).first()
        moment = int(self.at.timestamp() * 1000) - late
        given = self.tries(
            answering.answer, point=point, member=member, round=now.round - seen, choice=choice,
            words=self.say(), picks=[], with_name=False, wants_word=False, moment=moment,
            key=uuid4(), at=self.at,
        )  # fmt: skip
        if given is None:
            return
        assert not seen, "an answer to older words was taken"
        assert point.meeting.state == "closed" or (now.opened_at and not now.closed_at)
        is_later = before is None or before.round < now.round or before.moment < moment
        assert given.moment == moment if is_later else given.moment >= moment

    @sometimes(2, who=LEAD, pick=PICK, agree=range(0, 3), against=range(0, 2))
    def hands(self, who: str, pick: int, agree: int, against: int) -> None:
        point = self.point(pick)
        if point is not None:
            self.tries(
                answering.count_hands, point=point, agree=agree, note=0, object=against,
                by=self.members[who], at=self.at,
            )  # fmt: skip

    @sometimes(2, pick=PICK, who=LEAD)
    def meet_objections(self, pick: int, who: str) -> None:
        point = self.point(pick)
        if point is None:
            return
        for answer in tallying.standing(point).select_related("point__meeting"):
            self.tries(
                holding.meet_objection, answer=answer, words="Zo.", by=self.members[who], at=self.at
            )

    @sometimes(2, pick=PICK, who=WHO, comes=(False, True))
    def come_or_go(self, pick: int, who: str, comes: bool) -> None:
        meeting = self.meeting(pick)
        seat = Seat.objects.filter(meeting=meeting, member=self.members[who]).first()
        if meeting is not None and seat is not None:
            self.tries(holding.arrive if comes else holding.leave, seat=seat, at=self.at)

    @sometimes(4, who=LEAD, pick=PICK, passed=[True, True, False], which=PICK)
    def decide(self, who: str, pick: int, passed: bool, which: int) -> None:
        meeting = self.meeting(pick)
        if meeting is None:
            return
        purpose = meeting.purposes[which % len(meeting.purposes)]
        decision = self.tries(
            deciding.decide, meeting=meeting, purpose=purpose, passed=passed, words="Zo.",
            by=self.members[who], at=self.at,
        )  # fmt: skip
        if decision is None:
            return
        assert who in LEADING, "somebody decided who does not lead"
        now = Meeting.objects.get(pk=meeting.pk).state
        assert now == "open", f"a decision in a meeting that is {now}"
        points = list(meeting.points.filter(purpose=purpose))
        assert all(each.closed_at for each in points)
        if passed and meeting.way == "consent":
            assert not any(tallying.standing_objections(each) for each in points if each.asks)
        assert (decision.version is not None) == (passed and purpose != "evaluate")

    # --- amending

    @sometimes(4, who=WHO, pick=PICK, small=(False, True))
    def amend(self, who: str, pick: int, small: bool) -> None:
        by, line = self.members[who], self.part(pick).goals.get()
        draft = self.tries(amending.begin_or_get, plan=self.fresh(), by=by, at=self.at)
        if draft is not None:
            key = "approach" if pick % 2 else "goal"
            self.tries(
                amending.change_text, amendment=draft, line=line, key=key, by=by, at=self.at,
                words=writing.Words(self.say()),
            )  # fmt: skip
            self.tries(
                amending.propose, amendment=draft, reason="Omdat.", is_small=small, by=by,
                at=self.at,
            )  # fmt: skip

    @sometimes(3, who=WHO, pick=PICK, act=["ask", "withdraw", "due"])
    def proposal(self, who: str, pick: int, act: str) -> None:
        every = list(Amendment.objects.select_related("plan__school", "by").order_by("pk"))
        if not every:
            return
        amendment, by = every[pick % len(every)], self.members[who]
        if act == "due":
            self.tries(amending.accept_when_due, amendment=amendment, at=self.at)
        elif act == "ask":
            self.tries(amending.ask_for_meeting, amendment=amendment, by=by, at=self.at)
        elif pick % 3 == 2:
            self.tries(amending.withdraw, amendment=amendment, by=by, at=self.at)

    @rule(seed=st.integers(0, 2**32))
    def act(self, seed: int) -> None:
        """Any act, with something for it.

        Evenly chosen: Hypothesis repeats itself, and leaves half of many rules out of each run.
        """
        self.acts += 1
        chance = random.Random(f"{seed}-{self.acts}")
        names = list(ACTS)
        [name] = chance.choices(names, [ACTS[each][0] for each in names])
        given = {key: chance.choice(values) for key, values in ACTS[name][1].items()}
        note(f"{name} {given}")
        getattr(self, name)(**given)

    # --- what is always so

    @invariant()
    def the_plan_goes_only_where_it_may(self) -> None:
        state = str(self.fresh().state)
        assert state == self.state or (self.state, state) in MOVES, (self.state, state)
        self.state = state

    @invariant()
    def versions_are_counted_and_never_change(self) -> None:
        versions = list(PlanVersion.objects.order_by("number"))
        plan = self.fresh()
        assert [each.number for each in versions] == list(range(1, plan.version + 1))
        assert (plan.version > 0) == (plan.state in ("adopted", "evaluated"))
        made = Decision.objects.filter(version__isnull=False).count()
        assert made == len([each for each in versions if each.kind != "small"])
        for version in versions:
            now = bytes_of(version)
            if version.number not in self.frozen:
                self.frozen[version.number] = now
                self.sealed = self.sealed_texts()
                self.nothing_private_in(version)
                assert verifying.problems_in(plan.school) == []
            assert now == self.frozen[version.number], f"version {version.number} changed"

    def nothing_private_in(self, version: PlanVersion) -> None:
        bodies = " ".join(str(each) for each in version.texts.values_list("body", flat=True))
        private = Part.objects.filter(kind__in=plan_rules.PERSONAL_KINDS, shared_at__isnull=True)
        for body in Text.objects.filter(goal__part__in=private).values_list("body", flat=True):
            assert not body or body not in bodies, "a private word is in a version"

    def sealed_texts(self) -> dict[int, Any]:
        """The texts of what a version holds: they change only with the next one."""
        if self.fresh().version == 0:
            return {}
        held = Part.objects.filter(sealed_in__gt=0)
        texts = Text.objects.filter(goal__part__in=held) | Text.objects.exclude(principle=None)
        return {each.pk: (each.body, each.version) for each in texts}

    @invariant()
    def what_a_version_holds_is_closed_to_everybody(self) -> None:
        plan = self.fresh()
        if plan.version == 0:
            return
        assert self.sealed_texts() == self.sealed, "a sealed text changed without a version"
        for part in Part.objects.filter(sealed_in__gt=0).select_related("plan", "partner"):
            for member in self.members.values():
                for is_subject in (False, True):
                    assert plan_rules.why_not_write(plan, part, member, is_subject=is_subject)
            if plan_rules.is_personal(part):
                assert part.shared_at is not None
                for act in (sharing.take_back, sharing.share, agreeing.take_back):
                    by = self.members["teacher"]
                    with pytest.raises(Refusal):
                        act(part=part, by=by, is_subject=True, at=self.at)
        assert plan_rules.why_not_write(plan, None, self.members["coordinator"])

    @invariant()
    def one_meeting_is_open_and_decides_once(self) -> None:
        assert Meeting.objects.filter(plan=self.plan, state="open").count() <= 1
        decided = list(Decision.objects.values_list("meeting", "purpose"))
        assert len(decided) == len(set(decided))

    @invariant()
    def answers_are_counted_once_and_stop_when_a_point_closes(self) -> None:
        invited = dict[int, int]()
        for seat in Seat.objects.all():
            invited[seat.meeting_id] = invited.get(seat.meeting_id, 0) + 1
        answers: dict[int, list[Answer]] = {}
        for answer in Answer.objects.order_by("member"):
            answers.setdefault(answer.point_id, []).append(answer)
        for point in Point.objects.all():
            given = answers.get(point.pk, [])
            counted = [a for a in given if a.round == point.round and not a.afterwards]
            assert len({a.member_id for a in given}) == len(given)
            assert len(given) <= invited.get(point.meeting_id, 0)
            assert not (point.by_hands and counted), "answers and hands at one point"
            assert all(a.round <= point.round for a in given)
            if point.closed_at:
                now = [(a.member_id, a.choice, a.words, a.round) for a in given if not a.afterwards]
                assert self.closed.setdefault(point.pk, now) == now, "a closed point changed"

    @invariant()
    def an_agreement_stands_as_long_as_the_part_is_what_it_was(self) -> None:
        for agreement in Agreement.objects.select_related("part__partner", "member"):
            content = self.content(agreement.part)
            digest = plan_agreeing.digest_of(content)
            [standing] = plan_agreeing.standings([agreement.member], [agreement], digest)
            same = looks(content) == looks(agreement.content)
            assert standing.stands == (same and agreement.withdrawn_at is None)

    @invariant()
    def the_log_holds(self) -> None:
        assert chain.verify(self.plan.school.public_id) is None


def looks(content: dict[str, Any]) -> Any:
    """What is seen of a part, without how it was typed."""
    goals = [
        (each["title"], each["vision"], [line[:2] + line[3:] for line in each["lines"]])
        for each in content["goals"]
    ]
    return [content[key] for key in ("heading", "note", "who", "with", "emphasis")], goals


def bytes_of(version: PlanVersion) -> Any:
    """All that is kept of a version."""
    return repr(
        [
            list(PlanVersion.objects.filter(pk=version.pk).values()),
            list(SealedText.objects.filter(version=version).order_by("number").values()),
            list(VersionMember.objects.filter(version=version).order_by("pk").values()),
        ]
    )


# --- running it ----------------------------------------------------------------------------------

_QUIET: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}
SHORT = settings(max_examples=30, stateful_step_count=40, derandomize=True, **_QUIET)
LONG = settings(max_examples=2000, stateful_step_count=40, derandomize=False, **_QUIET)
FINDING = settings(
    max_examples=60, stateful_step_count=40, derandomize=True, phases=[Phase.generate],
    report_multiple_bugs=False, **_QUIET,
)  # fmt: skip


def run(how: settings) -> None:
    DONE.clear()
    build()
    run_state_machine_as_test(Team, settings=how)


OFTEN = {  # what a run has to come to, or it shows nothing
    "plan_meeting", "open_meeting", "go_to", "answer", "decide", "reword", "agree", "propose",
    "refused",
}  # fmt: skip
SELDOM = {
    "share", "change_text", "close_point", "take_back", "reopen_point", "count_hands", "close_meeting", "cancel", "renew_agenda",
    "say_outcome", "arrive", "leave", "meet_objection", "ask_for_meeting", "withdraw",
    "accept_when_due", "open_consultation", "back_to_draft",
}  # fmt: skip


def test_a_team_that_does_whatever_comes_up_breaks_no_promise() -> None:
    run(SHORT)
    assert set(DONE) >= OFTEN


@pytest.mark.endurance
def test_a_team_that_goes_on_for_long_breaks_no_promise() -> None:
    run(LONG)
    assert set(DONE) >= OFTEN | SELDOM


def _no_rule_about_deciding(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(meeting_rules, "why_not_decide", lambda *_given: None)


def _adopted_is_writable(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan_rules, "WRITABLE_STATES", plan_rules.WRITABLE_STATES | {Plan.State.ADOPTED})


def _rounds_are_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    answer = answering.answer

    def heedless(**given: Any) -> Answer:
        return answer(**given | {"round": Point.objects.get(pk=given["point"].pk).round})

    patch.setattr(answering, "answer", heedless)


@pytest.mark.parametrize(
    ("taken_out", "said"),
    [
        (_no_rule_about_deciding, "decided who does not lead|a decision in a meeting that is"),
        (_adopted_is_writable, "why_not_write|a sealed text changed"),
        (_rounds_are_not_looked_at, "answer to older words was taken"),
    ],
)
def test_with_one_guard_out_a_broken_promise_is_found(
    taken_out: Callable[[pytest.MonkeyPatch], None], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_out(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception), match=said):
        run(FINDING)
