"""My part: where a teacher lands, with three questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.talking.parts import body, share, write

from partituur.plans import queries
from partituur.plans.actions import arranging, starting
from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership
from partituur.talking.actions import supporting

ClientOf = Callable[[Membership], Client]
PAGE = "/school/de-notenbalk/plan/2026-2027/mijn-deel/"


@pytest.fixture
def goal(plan: Plan, teacher: Membership, coordinator: Membership, moment: datetime) -> Goal:
    starting.write_principle(
        plan=plan, body="We leren van elkaar.", greven=0, by=coordinator, at=moment
    )
    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=queries.format_of(plan.school),
    )  # fmt: skip
    return Goal.objects.get(part=part)


def test_it_asks_three_things_with_an_example_and_the_principles_beside_them(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    page = client_of(teacher).get(PAGE).content.decode()
    first, _summary, rest = page.partition("De andere vragen")
    assert first.count("<textarea") == 3
    assert first.count("Bijvoorbeeld:") == 3
    assert "<details" in first
    assert "open" not in first[first.rindex("<details") :]
    assert "We leren van elkaar." in rest
    assert "Dit lezen nu alleen jij en Marieke de Vries." in first


def test_what_is_written_is_kept_and_can_go_on(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    answer = client.post(PAGE, {"start": "Hier sta ik.", "start.version": "0"})
    assert answer["Location"] == PAGE
    assert body(goal, "start") == "Hier sta ik."
    client.post(PAGE, {"start": "Hier sta ik nu.", "start.version": "1"})
    assert body(goal, "start") == "Hier sta ik nu."
    assert "En dan?" in client.get(PAGE).content.decode()


def test_words_of_another_are_not_written_over_and_neither_are_lost(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    write(goal, "start", "Van Marieke.", coordinator, moment - timedelta(hours=1))
    answer = client_of(teacher).post(PAGE, {"start": "Van Jesse.", "start.version": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Marieke." in page
    assert "Van Jesse." in page
    assert body(goal, "start") == "Van Marieke."


def test_a_moment_that_is_none_is_a_sentence_and_nothing_typed_is_lost(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    answer = client_of(teacher).post(
        PAGE,
        {
            "start": "Hier sta ik.", "start.version": "0", "evaluation": "Terugkijken.",
            "evaluation.moment": "ooit eens", "evaluation.version": "0",
        },
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Terugkijken." in page
    assert "ooit eens" in page
    assert body(goal, "start") == "Hier sta ik."


def test_emphasis_and_form_are_choices(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    client.post(PAGE, {"emphasis": "light", "guidance": "together"})
    part = Part.objects.get(pk=goal.part_id)
    assert (part.emphasis, part.guidance) == ("light", "together")
    client.post(PAGE, {"emphasis": "zwaar", "guidance": ""})
    part.refresh_from_db()
    assert part.emphasis == "light"


def test_who_has_no_place_yet_is_told_so_and_reads_the_plan(
    plan: Plan, client_of: ClientOf, other_teacher: Membership
) -> None:
    page = client_of(other_teacher).get(PAGE).content.decode()
    assert "nog geen plek voor jou" in page


def test_a_newcomer_writes_in_an_adopted_plan_until_a_version_holds_the_part(
    goal: Goal, plan: Plan, client_of: ClientOf, teacher: Membership
) -> None:
    Plan.objects.filter(pk=plan.pk).update(state=Plan.State.ADOPTED)
    client = client_of(teacher)
    client.post(PAGE, {"goal": "Rust.", "goal.version": "0"})
    assert body(goal, "goal") == "Rust."
    Part.objects.filter(pk=goal.part_id).update(sealed_in=1)
    assert "vastgesteld" in client.get(PAGE).content.decode()
    client.post(PAGE, {"start": "Toch.", "start.version": "0", "emphasis": "light"})
    assert body(goal, "start") == ""
    assert Part.objects.get(pk=goal.part_id).emphasis == ""


def test_the_address_without_a_year_leads_to_this_year(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    assert client_of(teacher).get("/school/de-notenbalk/plan/mijn-deel/")["Location"] == PAGE


def test_the_page_is_found_again_from_everywhere(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership,
    leader: Membership,
) -> None:  # fmt: skip
    short = "/school/de-notenbalk/plan/mijn-deel/"
    sheet = client_of(teacher).get("/school/de-notenbalk/plan/2026-2027/").content.decode()
    assert f'<a href="{short}">' in sheet
    assert '<a href="mijn-deel/">Schrijf vraag voor vraag</a>' in sheet
    page = client_of(teacher).get(PAGE).content.decode()
    assert f'<a href="{short}" aria-current="page">' in page
    assert page.count('aria-current="page"') == 1
    assert (
        f'<a href="{short}">'
        in client_of(coordinator).get("/school/de-notenbalk/visie/").content.decode()
    )
    assert short not in client_of(leader).get("/school/de-notenbalk/visie/").content.decode()


def test_what_a_colleague_asks_stands_on_top(
    goal: Goal, client_of: ClientOf, teacher: Membership, other_teacher: Membership, plan: Plan,
    moment: datetime,
) -> None:  # fmt: skip
    asked = supporting.ask(
        goal=goal, colleague=other_teacher, question="Kijk je mee?", takes=set(), by=teacher,
        at=moment,
    )  # fmt: skip
    page = client_of(other_teacher).get(PAGE).content.decode()
    assert f"/steun/{asked.public_id}/" in page
    assert page.index("Jesse Bakker vraagt je hulp") < page.index("<h1>")
    assert "vraagt je hulp" not in client_of(teacher).get(PAGE).content.decode()


def test_who_works_together_in_one_class_is_asked_with_whom_and_then_shares_the_part(
    goal: Goal, client_of: ClientOf, teacher: Membership, other_teacher: Membership
) -> None:
    client = client_of(teacher)
    write_here = {"start": "Samen.", "start.version": "0", "emphasis": "", "guidance": "together"}
    client.post(PAGE, write_here)
    head = f"/school/de-notenbalk/plan/2026-2027/deel/{goal.part.public_id}/"
    page = client.get(PAGE).content.decode()
    assert "Met wie doe je dit samen?" in page
    assert f'href="{head}"' in page
    both = [str(teacher.public_id), str(other_teacher.public_id)]
    partner = str(goal.part.partner.public_id) if goal.part.partner else ""
    client.post(head, {"heading": "Jesse en Karin", "subjects": both, "partner": partner})
    assert "Met wie doe je dit samen?" not in client.get(PAGE).content.decode()
    theirs = client_of(other_teacher).get(PAGE).content.decode()
    assert "Samen." in theirs
    assert "Dit lezen nu alleen jij en Jesse Bakker, Marieke de Vries." in theirs


def test_at_a_field_on_a_page_of_its_own_stands_who_reads_it(
    goal: Goal, client_of: ClientOf, teacher: Membership, moment: datetime
) -> None:
    page = f"/school/de-notenbalk/plan/2026-2027/doel/{goal.public_id}/approach/"
    client = client_of(teacher)
    assert (
        "Alleen te lezen voor Jesse Bakker en Marieke de Vries."
        in client.get(page).content.decode()
    )
    share(goal.part, teacher, moment)
    assert "Gedeeld met het team." in client.get(page).content.decode()
