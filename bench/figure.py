"""One figure of the benchmark (meting)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, how it came out, and what we aim at.

    ``met`` is None where there is no aim, or where it could not be measured here: then ``figure``
    says what to install.
    """

    name: str
    figure: str  # with its unit: "0,42 s", "1,08×"
    aim: str  # "≤ 1,3×"; empty without one
    met: bool | None
