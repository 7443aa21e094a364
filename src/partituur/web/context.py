"""What every page knows: the frame around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from partituur.kernel import clock
from partituur.schools.queries import year_on
from partituur.web.doors import Here


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the main menu."""

    label: str
    url: str
    icon: str
    current: bool
    wide: bool  # left out of the bar under the thumb: five is enough there


def frame(request: HttpRequest) -> dict[str, Any]:
    """The menu, the school and the account for who is in a school; the demo's day, or None."""
    here: Here | None = getattr(request, "here", None)
    return {
        "demo_day": clock.demo_day(),
        "has_gallery": settings.SHOW_GALLERY,
        "is_demo": settings.MODE == "demo",
        "asker": here.member if here else None,
        "navigation": _navigation(request, here) if here else [],
        "place": _place(here) if here else "",
        "account_template": "account.html" if here else "",
    }


def _place(here: Here) -> str:
    start = year_on(here.today)
    return f"{here.school.name.removeprefix('Basisschool ')} · {start}–{start + 1}"


def _navigation(request: HttpRequest, here: Here) -> list[Entry]:
    entries = []
    below = request.path.removeprefix(f"/school/{here.school.slug}/")
    in_my_part = below.startswith("plan/") and below.endswith("/mijn-deel/")
    has_part = here.member.is_teacher or here.member.is_coordinator
    mine = (_("Mijn deel"), "my-part-now", "person", ("plan/",))
    for label, name, icon, inside in (
        (_("Plan"), "plan-now", "plan", ("plan/",)),
        *((mine,) if has_part else ()),
        (_("Vergadering"), "meetings", "meeting", ("vergadering/",)),
        (_("Team"), "people", "team", ("mensen/", "leerteams/")),
        (_("Visie"), "vision", "vision", ("visie/",)),
        (_("Inrichten"), "settings", "settings", ("inrichten/", "school/", "jaren/", "indeling/")),
    ):
        url = reverse(name, args=[here.school.slug])
        current = below.startswith(inside)
        if inside == ("plan/",):
            current = current and in_my_part == (name == "my-part-now")
        entries.append(Entry(label, url, icon, current, wide=name == "vision"))
    return entries
