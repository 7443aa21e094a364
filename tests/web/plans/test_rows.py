"""The rows of a goal on the sheet say what the paper says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from partituur.plans import printing
from partituur.plans.models import Text
from partituur.plans.snapshot import TextShot
from partituur.web.plans.rows import beside


@pytest.mark.parametrize(
    ("body", "moment", "hours", "said"),
    [
        ("Gesprek.", "2026-12-10", None, "10 december 2026"),
        ("Gesprek op 10 dec.", "2026-12-10", None, ""),
        ("Gesprek op **10** december.", "2026-12-10", None, ""),
        ("Twee uur meekijken.", "", Decimal("2.00"), ""),
        ("Twaalf uur meekijken.", "", Decimal("2.00"), "2 uur"),
        ("Kijken.", "2027-05", Decimal("2.50"), "mei 2027 · 2,5 uur"),
        ("", "", None, ""),
    ],
)
def test_what_stands_beside_a_text_is_as_on_paper(
    body: str, moment: str, hours: Decimal | None, said: str
) -> None:
    shot = TextShot(body, moment, "" if hours is None else str(hours.normalize()))
    assert beside(Text(body=body, moment=moment, hours=hours)) == said
    assert printing.beside(shot) == said
