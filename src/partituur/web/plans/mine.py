"""*Mijn gegevens*: what the school holds of the one who asks, to read and to take along."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partituur.meetings import personal as meetings
from partituur.plans import personal
from partituur.web.doors import here_or_404
from partituur.web.request import Request


@require_safe
def mine(request: Request, school: str) -> HttpResponse:
    """Everything of the one who asks, on one page that can be printed."""
    here = here_or_404(request, school)
    data = meetings.data_of(here.member, at=here.now)
    context = {
        "here": here,
        "member": here.member,
        "data": data,
        "parts": personal.own_parts(here.member, here.today),
        "revisions": personal.revisions_of(here.member),
        "acts": len(data["log"]),
    }
    return render(request, "plans/mine.html", context)


@require_safe
def mine_as_json(request: Request, school: str) -> HttpResponse:
    """The same as a file that other programs read."""
    here = here_or_404(request, school)
    data = meetings.data_of(here.member, at=here.now)
    answer = HttpResponse(
        json.dumps(data, ensure_ascii=False, indent=1), content_type="application/json"
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return answer
