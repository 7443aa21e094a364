"""Amending an adopted plan: who may propose what, what follows, and that nothing happens halfway."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from tests.adoption.desk import Desk, adopt, all_texts, desk, late_part

from partituur.adoption import amendments
from partituur.adoption import rules_amending as rules
from partituur.adoption.actions import amending, sealing
from partituur.adoption.models import AmendedText, Amendment, PlanVersion, SealedText
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans.actions import sharing, starting
from partituur.plans.actions.writing import Words
from partituur.plans.models import Goal, Plan, Revision

__all__ = ["desk"]
State = Amendment.State
WHO_PROPOSES = {
    "own": {"subject", "named_ib"},
    "team": {"named_ib", "other_ib"},
    "principle": {"named_ib", "other_ib"},
}
PEOPLE = ("subject", "named_ib", "other_ib", "teacher", "leader", "stranger")
ACTS = ("amendment.proposed", "amendment.asked", "amendment.withdrawn", "amendment.accepted")


def may(act: Any, **given: Any) -> bool:
    """Whether an act is not refused; a refusal is one sentence."""
    try:
        act(**given)
    except Refusal as refusal:
        said = refusal.reason
    else:
        return True
    assert said.endswith(".")
    return False


# --- who proposes -----------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["own", "team", "principle"])
def test_partners_propose_in_a_personal_part_and_ibers_in_what_is_of_the_school(
    desk: Desk, what: str
) -> None:
    line, key = desk.lines()[what]
    found = set()
    for who in PEOPLE:
        by = desk.people[who]
        draft = amending.begin_or_get(plan=desk.plan, by=by, at=desk.at)
        if may(
            amending.change_text, amendment=draft, line=line, key=key, words=Words("Anders."),
            by=by, at=desk.at,
        ):  # fmt: skip
            found.add(who)
    assert found == WHO_PROPOSES[what]
    assert desk.text(what) != "Anders."  # the plan itself has not changed


@pytest.mark.parametrize("state", ["draft", "in_consultation", "evaluated"])
def test_only_an_adopted_plan_is_amended(desk: Desk, state: str) -> None:
    draft, proposed = desk.draft("named_ib"), desk.proposed()
    Plan.objects.update(state=state)
    desk.plan.refresh_from_db()
    desk.goal.part.plan.refresh_from_db()
    by = desk.people["subject"]
    assert not may(amending.begin_or_get, plan=desk.plan, by=by, at=desk.at)
    assert not may(
        amending.propose, amendment=draft, reason="x", is_small=True, by=desk.people["named_ib"],
        at=desk.at,
    )  # fmt: skip
    assert not may(amending.ask_for_meeting, amendment=proposed, by=by, at=desk.at)
    assert amending.accept_when_due(amendment=proposed, at=desk.at + timedelta(days=30)) is None
    assert rules.why_not_amend_line(desk.goal, by, day=desk.at.date()) is not None


def test_what_no_version_holds_is_written_and_not_proposed(desk: Desk) -> None:
    goal = Goal.objects.select_related("part__plan").get(part=late_part(desk))
    karin = desk.people["teacher"]
    reason = rules.why_not_amend_line(goal, karin, day=desk.at.date())
    assert reason is not None
    assert "gewoon" in reason


def test_a_line_of_another_plan_is_refused(desk: Desk, stranger: Any) -> None:
    other = starting.start(school=stranger.school, start_year=2026, at=desk.at)
    theirs = Goal.objects.select_related("part__plan").filter(part__plan=other)[0]
    draft = amending.begin_or_get(plan=desk.plan, by=desk.people["named_ib"], at=desk.at)
    assert not may(
        amending.change_text, amendment=draft, line=theirs, key="approach", words=Words("x"),
        by=desk.people["named_ib"], at=desk.at,
    )  # fmt: skip


# --- writing a proposal -----------------------------------------------------------------------


def test_a_draft_is_one_per_member_and_of_nobody_else(desk: Desk) -> None:
    draft = desk.draft()
    assert amending.begin_or_get(plan=desk.plan, by=desk.people["subject"], at=desk.at) == draft
    for who in PEOPLE[1:]:
        by = desk.people[who]
        line, key = desk.lines()["own"]
        assert not may(
            amending.change_text, amendment=draft, line=line, key=key, words=Words("Nee."), by=by,
            at=desk.at,
        )  # fmt: skip
        assert not may(amending.drop_text, amendment=draft, line=line, key=key, by=by)
        assert not may(amending.explain, amendment=draft, reason="x", by=by)
        assert not may(
            amending.propose, amendment=draft, reason="x", is_small=True, by=by, at=desk.at
        )
        assert not may(amending.withdraw, amendment=draft, by=by, at=desk.at)
        if by.school_id == desk.plan.school_id:
            assert draft not in amendments.running(desk.plan, by, desk.at.date())
    assert AmendedText.objects.get().body == "Anders."


def test_other_words_for_the_same_text_take_the_place_of_the_first(desk: Desk) -> None:
    desk.draft(body="Eerst zo.")
    desk.draft(body="Toch zo.")
    assert [each.body for each in AmendedText.objects.all()] == ["Toch zo."]


def test_the_same_words_too_many_words_and_old_words_are_refused(desk: Desk) -> None:
    by, (line, key) = desk.people["subject"], desk.lines()["own"]
    draft = amending.begin_or_get(plan=desk.plan, by=by, at=desk.at)
    for words, base in (
        (Words("Wij kijken op maandag."), None), (Words("x" * 20_001), None), (Words("Zo."), 0),
    ):  # fmt: skip
        assert not may(
            amending.change_text, amendment=draft, line=line, key=key, words=words, by=by,
            at=desk.at, base=base,
        )  # fmt: skip
    assert not AmendedText.objects.exists()


def test_a_proposal_asks_a_reason_and_a_change(desk: Desk) -> None:
    by, (line, key) = desk.people["subject"], desk.lines()["own"]
    draft = desk.draft()
    for reason in (" ", "x" * 2001):
        assert not may(
            amending.propose, amendment=draft, reason=reason, is_small=True, by=by, at=desk.at
        )
    amending.drop_text(amendment=draft, line=line, key=key, by=by)
    assert not may(
        amending.propose, amendment=draft, reason="Zo.", is_small=True, by=by, at=desk.at
    )
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_a_draft_thrown_away_leaves_no_trace(desk: Desk) -> None:
    before = LogEntry.objects.count()
    amending.withdraw(amendment=desk.draft(), by=desk.people["subject"], at=desk.at)
    assert (Amendment.objects.count(), LogEntry.objects.count()) == (0, before)


# --- small or real ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("2026-09-08 10:00", "2026-09-16"),  # Tuesday: Wednesday up to Tuesday are five school days
        ("2026-09-08 19:00", "2026-09-17"),  # in the evening: the team hears it the next morning
        ("2026-09-12 11:00", "2026-09-22"),  # Saturday: told on Monday
        ("2026-10-15 10:00", "2026-10-30"),  # over the autumn holiday
    ],
)
def test_a_small_change_counts_after_five_whole_school_days(
    desk: Desk, told: str, counts: str
) -> None:
    desk.at = datetime.fromisoformat(told).replace(tzinfo=desk.at.tzinfo)
    proposed = desk.proposed(small=True)
    assert (proposed.state, proposed.counts_from) == (State.ANNOUNCED, date.fromisoformat(counts))


def test_a_real_change_goes_to_the_meeting_at_once(desk: Desk) -> None:
    proposed = desk.proposed(small=False)
    assert (proposed.state, proposed.counts_from) == (State.TO_MEETING, None)
    assert amendments.for_meeting(desk.plan) == [proposed]


@pytest.mark.parametrize("who", PEOPLE)
def test_any_member_asks_for_the_meeting_within_the_term(desk: Desk, who: str) -> None:
    proposed = desk.proposed()
    asked = may(
        amending.ask_for_meeting, amendment=proposed, by=desk.people[who],
        at=desk.at + timedelta(days=7),
    )  # fmt: skip
    assert asked == (who != "stranger")
    proposed.refresh_from_db()
    assert proposed.state == (State.TO_MEETING if asked else State.ANNOUNCED)
    assert proposed.asked_by == (desk.people[who] if asked else None)


def test_after_the_term_nobody_asks_any_more(desk: Desk) -> None:
    proposed = desk.proposed()
    late = desk.at + timedelta(days=8)  # the day from which it counts, before the round came by
    assert not may(amending.ask_for_meeting, amendment=proposed, by=desk.people["leader"], at=late)


def test_asking_twice_is_asking_once(desk: Desk) -> None:
    proposed = desk.proposed()
    for _time in range(2):
        amending.ask_for_meeting(amendment=proposed, by=desk.people["leader"], at=desk.at)
    assert LogEntry.objects.filter(act="amendment.asked").count() == 1
    assert not may(
        amending.ask_for_meeting, amendment=proposed, by=desk.people["teacher"], at=desk.at
    )


ENDED = {State.ACCEPTED, State.REJECTED, State.WITHDRAWN}


@pytest.mark.parametrize("state", list(State))
def test_in_each_state_only_what_belongs_to_it_can_still_happen(desk: Desk, state: str) -> None:
    amendment = desk.draft()
    Amendment.objects.update(
        state=state, proposed_at=desk.at,
        counts_from=desk.at.date() + timedelta(days=8) if state == State.ANNOUNCED else None,
    )  # fmt: skip
    by, (line, key) = desk.people["subject"], desk.lines()["own"]
    kinds = PlanVersion.Kind

    def accepts(kind: PlanVersion.Kind) -> bool:
        amendment.refresh_from_db()
        return rules.why_not_accept(amendment, kind) is None

    assert accepts(kinds.ADJUSTED) == (state == State.TO_MEETING)
    assert accepts(kinds.SMALL) == (state == State.ANNOUNCED)
    assert not accepts(kinds.ADOPTED)
    assert (rules.why_not_reject(amendment) is None) == (state == State.TO_MEETING)
    assert may(
        amending.change_text, amendment=amendment, line=line, key=key, words=Words("Nu zo."),
        by=by, at=desk.at,
    ) == (state == State.DRAFT)  # fmt: skip
    assert may(
        amending.ask_for_meeting, amendment=amendment, by=desk.people["leader"], at=desk.at
    ) == (state == State.ANNOUNCED)
    for who in PEOPLE[1:]:
        assert not may(amending.withdraw, amendment=amendment, by=desk.people[who], at=desk.at)
    withdrawn = may(amending.withdraw, amendment=amendment, by=by, at=desk.at)
    assert withdrawn == (state not in ENDED)


# --- accepting --------------------------------------------------------------------------------


def test_a_small_change_counts_by_itself_when_its_term_is_over(desk: Desk) -> None:
    proposed = desk.proposed(body="Wij kijken op dinsdag.")
    day_before, day = desk.at + timedelta(days=7), desk.at + timedelta(days=8)
    assert amendments.due(day_before.date()) == []
    assert amending.accept_when_due(amendment=proposed, at=day_before) is None
    assert amendments.due(day.date()) == [proposed]

    version = amending.accept_when_due(amendment=proposed, at=day)

    assert version is not None
    assert (version.number, version.kind) == (2, PlanVersion.Kind.SMALL)
    assert desk.text() == "Wij kijken op dinsdag."
    sealed = set(SealedText.objects.filter(version=version).values_list("body", flat=True))
    assert {"Wij kijken op dinsdag.", "Zo klopt het."} <= sealed  # the words, and the reason
    proposed.refresh_from_db()
    assert (proposed.state, proposed.version) == (State.ACCEPTED, version)
    assert amending.accept_when_due(amendment=proposed, at=day) is None  # a round that repeats
    assert Revision.objects.filter(author=desk.people["subject"]).exists()


def test_the_meeting_accepts_all_its_changes_in_one_version(desk: Desk) -> None:
    one = desk.proposed("subject", "Anders.", "own", small=False)
    two = desk.proposed("named_ib", "Nog anders.", "team", small=False)
    version = desk.accept(one, two)
    assert version.number == 2
    assert (desk.text("own"), desk.text("team")) == ("Anders.", "Nog anders.")
    assert {each.state for each in Amendment.objects.all()} == {State.ACCEPTED}
    assert set(version.amendments.all()) == {one, two}


def test_the_meeting_rejects(desk: Desk) -> None:
    proposed = desk.proposed(small=False)
    amending.reject(amendment=proposed, by=desk.people["named_ib"], at=desk.at)
    proposed.refresh_from_db()
    assert proposed.state == State.REJECTED
    assert desk.text() == "Wij kijken op maandag."
    with pytest.raises(Refusal):
        desk.accept(proposed)


def test_two_proposals_for_one_text_are_not_accepted_together(desk: Desk) -> None:
    one, two = desk.proposed("subject", small=False), desk.proposed("named_ib", "Zo.", small=False)
    before = all_texts()
    with pytest.raises(Refusal, match="dezelfde tekst"):
        desk.accept(one, two)
    assert all_texts() == before
    assert PlanVersion.objects.count() == 1
    assert desk.accept(one).number == 2


def test_the_moment_and_hours_go_along_and_other_texts_stay(desk: Desk) -> None:
    from decimal import Decimal

    by, (line, key) = desk.people["subject"], desk.lines()["own"]
    draft = amending.begin_or_get(plan=desk.plan, by=by, at=desk.at)
    words = Words("Samen.", "2026-W50", Decimal("2.50"))
    amending.change_text(amendment=draft, line=line, key=key, words=words, by=by, at=desk.at)
    done = amending.propose(amendment=draft, reason="Zo.", is_small=False, by=by, at=desk.at)
    (change,) = amendments.changes_of(done)
    assert (change.base.body, change.words) == ("Wij kijken op maandag.", words)
    desk.accept(done)
    text = desk.goal.texts.get(key="approach")
    assert (text.body, text.moment, text.hours) == ("Samen.", "2026-W50", Decimal("2.50"))
    assert desk.text("team") == "Elke week."


def test_a_newcomers_shared_part_enters_the_next_version(desk: Desk) -> None:
    part = late_part(desk)
    sharing.share(part=part, by=desk.people["teacher"], is_subject=True, at=desk.at)
    desk.accept(desk.proposed(small=False))
    part.refresh_from_db()
    assert part.sealed_in == 2


def test_nobody_is_left_who_proposed_it_so_the_team_talks_it_over(desk: Desk) -> None:
    proposed = desk.proposed()
    Amendment.objects.update(by=None)
    assert amending.accept_when_due(amendment=proposed, at=desk.at + timedelta(days=8)) is None
    proposed.refresh_from_db()
    assert proposed.state == State.TO_MEETING


# --- a text that changed meanwhile ------------------------------------------------------------


def test_a_changed_text_is_never_written_over(desk: Desk) -> None:
    small, real = desk.proposed(small=True), desk.proposed("named_ib", "Zo.", small=False)
    desk.write("own", "Wij kijken op vrijdag.")
    assert amending.accept_when_due(amendment=small, at=desk.at + timedelta(days=8)) is None
    with pytest.raises(Refusal, match="intussen veranderd"):
        desk.accept(real)
    assert desk.text() == "Wij kijken op vrijdag."
    assert PlanVersion.objects.count() == 1
    assert not Revision.objects.filter(accepted=False).exists()  # and nothing of it is left behind


def test_a_draft_on_an_old_text_is_not_proposed(desk: Desk) -> None:
    draft = desk.draft()
    desk.write("own", "Wij kijken op vrijdag.")
    assert not may(
        amending.propose, amendment=draft, reason="x", is_small=True, by=desk.people["subject"],
        at=desk.at,
    )  # fmt: skip


def choose(desk: Desk, amendment: Amendment, words: str, at: Any = None) -> Amendment:
    (change,) = amendments.changes_of(amendment)
    return amending.choose_again(
        amended=change.amended, words=Words(words), base=change.now.version,
        by=desk.people["subject"], at=at or desk.at,
    )  # fmt: skip


def test_choosing_again_gives_the_team_its_term_again(desk: Desk) -> None:
    proposed = desk.proposed()
    desk.write("own", "Wij kijken op vrijdag.")
    later = desk.at + timedelta(days=2)
    done = choose(desk, proposed, "Wij kijken op vrijdag, samen.", later)
    assert done.counts_from == date(2026, 9, 18)
    version = amending.accept_when_due(amendment=done, at=desk.at + timedelta(days=10))
    assert version is not None
    assert desk.text() == "Wij kijken op vrijdag, samen."


def test_choosing_what_stands_there_takes_the_change_out(desk: Desk) -> None:
    proposed = desk.proposed()
    desk.write("own", "Wij kijken op vrijdag.")
    done = choose(desk, proposed, "Wij kijken op vrijdag.")
    assert done.state == State.WITHDRAWN
    assert desk.text() == "Wij kijken op vrijdag."


def test_only_who_proposed_chooses_again_and_only_what_changed(desk: Desk) -> None:
    proposed = desk.proposed()
    (change,) = amendments.changes_of(proposed)
    given: dict[str, Any] = {"amended": change.amended, "words": Words("Zo."), "at": desk.at}
    assert not may(
        amending.choose_again, **given, base=change.now.version, by=desk.people["subject"]
    )
    desk.write("own", "Wij kijken op vrijdag.")
    (change,) = amendments.changes_of(proposed)
    for who in PEOPLE[1:]:
        assert not may(amending.choose_again, **given, base=change.now.version, by=desk.people[who])
    assert not may(
        amending.choose_again, **given, base=change.now.version - 1, by=desk.people["subject"]
    )


# --- who reads --------------------------------------------------------------------------------


def test_a_proposal_is_read_by_who_may_read_what_it_changes(desk: Desk) -> None:
    proposed = desk.proposed()
    day = desk.at.date()
    for who in PEOPLE:
        by = desk.people[who]
        reads = bool(amendments.changes_of(proposed, by, day))
        assert reads == (who != "stranger")
        assert (proposed in amendments.running(desk.plan, by, day)) == reads
    desk.goal.part.shared_at = None
    desk.goal.part.save()
    seen = {who for who in PEOPLE if amendments.running(desk.plan, desk.people[who], day)}
    assert seen == {"subject", "named_ib"}


def test_the_log_tells_what_was_done_without_a_word_of_it(desk: Desk) -> None:
    one = desk.proposed(body="Geheimwoord.")
    amending.ask_for_meeting(amendment=one, by=desk.people["leader"], at=desk.at)
    desk.accept(one)
    two = desk.proposed("named_ib", "Geheimwoord.", "team")
    amending.withdraw(amendment=two, by=desk.people["named_ib"], at=desk.at)
    acts = set(LogEntry.objects.values_list("act", flat=True))
    assert acts >= set(ACTS)
    told = str(list(LogEntry.objects.values_list("facts", "personal")))
    assert "Geheimwoord" not in told
    assert "Zo klopt het" not in told
    assert chain.verify(desk.plan.school.public_id) is None


# --- all or nothing ---------------------------------------------------------------------------


class Killed(BaseException):
    """Stands for a process that ends in the middle; nothing of ours catches it."""


def everything() -> tuple[Any, ...]:
    """All that accepting touches."""
    return (
        all_texts(),
        list(Revision.objects.order_by("pk").values_list("pk", "version", "body")),
        list(Amendment.objects.order_by("pk").values_list("pk", "state", "version")),
        list(Plan.objects.values_list("pk", "state", "version")),
        PlanVersion.objects.count(),
        LogEntry.objects.count(),
    )


@pytest.mark.django_db(transaction=True)
def test_accepting_that_ends_after_any_statement_did_nothing_or_all(desk: Desk) -> None:
    one = desk.proposed("subject", "Anders.", "own", small=False)
    two = desk.proposed("named_ib", "Nog anders.", "team", small=False)
    before, statement = everything(), 0
    while True:
        statement += 1
        assert statement < 500
        if not cut_off_after(statement, desk, one, two):
            break
        connection.close()  # as the database sees it: the client is gone
        assert everything() == before
    assert statement > 20  # it was cut off in many places
    after = everything()
    assert after != before
    assert {each.state for each in Amendment.objects.all()} == {State.ACCEPTED}
    assert PlanVersion.objects.count() == 2


def cut_off_after(statement: int, desk: Desk, *amendments: Amendment) -> bool:
    """Accept, and end after so many statements; whether it was cut off before its end."""
    left = statement

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        done = execute(sql, params, many, context)
        left -= 1
        if left == 0:
            raise Killed
        return done

    try:
        with connection.execute_wrapper(count):
            desk.accept(*amendments)
    except Killed:
        return True
    return False


@pytest.mark.django_db(transaction=True)
def test_without_one_transaction_it_would_stop_halfway(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same in pieces is found out."""
    one = desk.proposed(small=False)
    before = everything()
    whole = amending.accept.__wrapped__  # type: ignore[attr-defined]
    monkeypatch.setattr(amending, "_held_plan", lambda pk: Plan.objects.get(pk=pk))
    monkeypatch.setattr(amending, "_held", lambda each, _plan=None: one)
    monkeypatch.setattr(sealing, "seal", lambda **_given: (_ for _ in ()).throw(Killed()))
    with pytest.raises(Killed):
        whole(
            amendments=[one], kind=PlanVersion.Kind.ADJUSTED, decision={}, members=[],
            present=set(), by=desk.people["named_ib"], at=desk.at,
        )  # fmt: skip
    assert everything() != before


# --- two at once ------------------------------------------------------------------------------


def at_once(*acts: Any) -> list[Any]:
    """What each of these gave, run at the same time; a refusal counts as an answer."""

    def run(act: Any) -> Any:
        try:
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result(timeout=120) for each in [pool.submit(run, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_one_version(desk: Desk) -> None:
    proposed, day = desk.proposed(), desk.at + timedelta(days=8)

    def due() -> Any:
        return amending.accept_when_due(amendment=proposed, at=day)

    made = at_once(due, due, due)
    assert sum(isinstance(each, PlanVersion) for each in made) == 1
    assert PlanVersion.objects.count() == 2
    assert LogEntry.objects.filter(act="amendment.accepted").count() == 1


@pytest.mark.django_db(transaction=True)
def test_withdrawing_and_accepting_at_once_is_one_of_the_two(desk: Desk) -> None:
    for number in range(6):
        proposed = desk.proposed(body=f"Zo {number}.", small=False)
        before = PlanVersion.objects.count()
        at_once(
            lambda each=proposed: desk.accept(each),
            lambda each=proposed: amending.withdraw(
                amendment=each, by=desk.people["subject"], at=desk.at
            ),
        )
        proposed.refresh_from_db()
        accepted = proposed.state == State.ACCEPTED
        assert proposed.state in (State.ACCEPTED, State.WITHDRAWN)
        assert PlanVersion.objects.count() == before + accepted
        assert (desk.text() == f"Zo {number}.") == accepted


@pytest.mark.django_db(transaction=True)
def test_two_tabs_begin_one_draft(desk: Desk) -> None:
    by = desk.people["subject"]

    def begin() -> Any:
        return amending.begin_or_get(plan=desk.plan, by=by, at=desk.at)

    begun = at_once(begin, begin, begin)
    assert len({each.pk for each in begun}) == 1


def test_the_desk_is_adopted(desk: Desk) -> None:
    """The control of the fixture: a plan that is adopted already is not adopted again."""
    assert (desk.plan.state, desk.plan.version) == ("adopted", 1)
    with pytest.raises(Refusal):
        adopt(desk)
