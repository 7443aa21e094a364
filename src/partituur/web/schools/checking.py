"""Checking (controle): does what is on paper agree with what the team adopted?

Every member may ask. A fingerprint is typed over, or a PDF or Word file is handed in; the answer
says in plain words what is known for certain, and what is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partituur.adoption import queries as adopted
from partituur.adoption import verifying
from partituur.adoption.models import PlanVersion
from partituur.exchange import fingerprints, registry
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be said of a fingerprint or a file."""

    fingerprint: str
    version: PlanVersion | None  # the one it belongs to
    problems: list[str]  # of that version
    same: bool | None  # whether the file is what we make of that version; None without a file
    log: bool | None = None  # whether a log's fingerprint agrees; None for a version's


@require_http_methods(["GET", "HEAD", "POST"])
def checking(request: Request, school: str) -> HttpResponse:
    """Type a fingerprint or hand in a file, and read whether it agrees."""
    here = here_or_404(request, school)
    answer, error = None, ""
    if request.method == "POST":
        try:
            answer = _answered(request, here)
        except Refusal as refusal:
            error = refusal.reason
    context = {
        "here": here,
        "typed": request.POST.get("vingerafdruk", "")[:100],
        "answer": answer,
        "error": error,
        "versions": PlanVersion.objects.filter(school=here.school)
        .select_related("plan__year")
        .order_by("-plan__year__start", "-number"),
        "problems": verifying.problems_in(here.school),
        "broken": chain.verify(here.school.public_id),
    }
    return render(request, "schools/checking.html", context, status=422 if error else 200)


def _answered(request: Request, here: Here) -> Answer:
    """
    :raises Refusal: nothing was typed or handed in, or it has no fingerprint
    """
    handed = request.FILES.get("bestand")
    if handed is not None:
        if (handed.size or 0) > fingerprints.LARGEST:
            raise Refusal(_("Dit bestand is te groot. Typ de vingerafdruk over van het papier."))
        data = handed.read()
        return _of_version(here, fingerprints.read(data), data)
    typed = request.POST.get("vingerafdruk", "").strip()[:100]
    if not typed:
        raise Refusal(_("Typ een vingerafdruk, of kies een pdf of Word-bestand."))
    if verifying.read(typed):
        return _of_version(here, typed, None)
    broken = chain.verify(here.school.public_id, typed)
    return Answer(typed, None, [], None, log=broken is None)


def _of_version(here: Here, fingerprint: str, data: bytes | None) -> Answer:
    found = verifying.find(here.school, fingerprint)
    if found is None:
        return Answer(fingerprint, None, [], None)
    problems = verifying.problems_of(found)
    same = None if data is None else _is_ours(here, found, data)
    return Answer(fingerprint, found, problems, same)


def _is_ours(here: Here, version: PlanVersion, data: bytes) -> bool:
    """Whether a file is, to the letter, what we make of the version for this reader."""
    entry = registry.FORMATS["docx" if data.startswith(b"PK") else "pdf"]
    shot = adopted.shot_of(version, here.member, here.today)
    return entry.write(shot, fingerprint=adopted.fingerprint(version)) == data
