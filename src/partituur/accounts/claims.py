"""What a sign-in service tells of somebody, and when that is not somebody for us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

BRIN_NAMES = (
    "nlEduPersonHomeOrganizationId",
    "urn:mace:dir:attribute-def:nlEduPersonHomeOrganizationId",
    "brin",
)
AFFILIATION_NAMES = (
    "eduPersonAffiliation",
    "urn:mace:dir:attribute-def:eduPersonAffiliation",
    "urn:oid:1.3.6.1.4.1.5923.1.1.1.1",
    "affiliation",
)
PUPIL = "student"
COLLEAGUES = frozenset({"employee", "staff", "faculty"})


@dataclass(frozen=True, slots=True)
class Claims:
    """Schools and affiliations by a sign-in service. Nothing else of what it tells is kept."""

    brins: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Claims:
        """From the attributes of SAML or the claims of OpenID Connect, by their usual names."""
        return cls(
            tuple(each.upper() for each in _all(told, BRIN_NAMES)),
            tuple(each.lower() for each in _all(told, AFFILIATION_NAMES)),
        )

    def to_data(self) -> dict[str, list[str]]:
        return {"brin": list(self.brins), "affiliation": list(self.affiliations)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Claims:
        return cls(tuple(data.get("brin", ())), tuple(data.get("affiliation", ())))

    @property
    def is_pupil(self) -> bool:
        return PUPIL in self.affiliations

    @property
    def is_colleague(self) -> bool:
        return not self.is_pupil and bool(COLLEAGUES & set(self.affiliations))

    def is_of(self, brin: str | None) -> bool:
        """Whether a school with this BRIN is named; the four signs of the school count."""
        return bool(brin) and any(each[:4] == (brin or "")[:4] for each in self.brins)


def _all(told: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        value = told.get(name)
        if isinstance(value, str):
            found += value.replace(",", " ").split()
        elif isinstance(value, list | tuple):
            found += [str(each) for each in value]
    return list(dict.fromkeys(found))
