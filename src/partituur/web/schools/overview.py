"""Setting up (inrichten): one card per subject."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import why_not_manage


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the settings: where it is, and one sentence about it."""

    label: str
    about: str
    icon: str
    url: str


@require_safe
def overview(request: Request, school: str) -> HttpResponse:
    """What there is to set up, and where."""
    here = here_or_404(request, school)
    context = {"here": here, "reason": why_not_manage(here), "subjects": _subjects(here)}
    return render(request, "schools/overview.html", context)


def _subjects(here: Here) -> list[Subject]:
    return [
        Subject(label, about, icon, reverse(name, args=[here.school.slug]))
        for label, about, icon, name in (
            (
                _("Mensen"),
                _("Wie er in het team zit, met welke rol, van wanneer tot wanneer."),
                "person",
                "people",
            ),
            (_("Leerteams"), _("Wie samen leert, en waaraan."), "meeting", "learning-teams"),
            (
                _("Visie"),
                _("De visie van de school in losse zinnen. Doelen wijzen ernaar."),
                "seen",
                "vision",
            ),
            (
                _("Schooljaren"),
                _("Voor welke jaren er een plan is, en wanneer het vakantie is."),
                "calendar",
                "years",
            ),
            (
                _("Indeling van het plan"),
                _("Hoe de velden heten, welke jullie gebruiken, en eigen delen."),
                "plan",
                "format",
            ),
            (_("Eigen woorden"), _("Hoe jullie elkaar noemen in het plan."), "edit", "words"),
            (_("De school"), _("Naam, BRIN en vakantieregio."), "school", "school"),
            (
                _("Inloggen bij de school"),
                _("Met een account van het bestuur: Microsoft, Google, Entree of SAML."),
                "private",
                "services",
            ),
            (
                _("Bewaren en wissen"),
                _("Hoe lang iets blijft, en wat er binnenkort gaat."),
                "clock",
                "keeping",
            ),
            (_("Logboek"), _("Wat er gedaan is, en of dat klopt."), "history", "log"),
        )
    ]
