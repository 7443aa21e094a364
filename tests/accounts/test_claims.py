"""What a service tells of somebody."""

from __future__ import annotations

import pytest

from partituur.accounts.claims import Claims


@pytest.mark.parametrize(
    ("told", "brins", "affiliations"),
    [
        (
            {"nlEduPersonHomeOrganizationId": "12ab", "eduPersonAffiliation": "Employee"},
            ("12AB",),
            ("employee",),
        ),
        (
            {"urn:mace:dir:attribute-def:nlEduPersonHomeOrganizationId": ["12AB", "34CD03"]},
            ("12AB", "34CD03"),
            (),
        ),
        ({"eduPersonAffiliation": "employee, student"}, (), ("employee", "student")),
        ({"brin": 3, "affiliation": None}, (), ()),
        ({}, (), ()),
    ],
)
def test_it_is_read_by_its_usual_names(
    told: dict[str, object], brins: tuple[str, ...], affiliations: tuple[str, ...]
) -> None:
    found = Claims.of(told)
    assert (found.brins, found.affiliations) == (brins, affiliations)
    assert Claims.from_data(found.to_data()) == found


def test_a_pupil_is_never_a_colleague() -> None:
    assert not Claims(affiliations=("employee", "student")).is_colleague
    assert Claims(affiliations=("staff",)).is_colleague


@pytest.mark.parametrize(
    ("told", "school", "same"),
    [
        ("12AB", "12AB", True),
        ("12AB03", "12AB", True),
        ("12AB", "12AB00", True),
        ("12AC", "12AB", False),
        ("12AB", None, False),
    ],
)
def test_the_four_signs_of_the_school_count(told: str, school: str | None, same: bool) -> None:
    assert Claims(brins=(told,)).is_of(school) is same
