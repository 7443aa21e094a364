"""The guidance log of a part: for its partners, and for nobody else."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from partituur.talking import rules
from partituur.talking.actions import guiding
from partituur.talking.models import GuidanceNote
from partituur.web.plans.doors import PartHere, part_or_404
from partituur.web.request import Request
from partituur.web.schools.fields import DayField, Form


class NoteForm(Form):
    """One note."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat was het?"),
        choices=GuidanceNote.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy(
                "Kies of dit een gesprek, een klassenbezoek of een afspraak was."
            )
        },
    )
    day = DayField(label=gettext_lazy("Wanneer?"), missing=gettext_lazy("Vul de dag in."))
    body = forms.CharField(
        label=gettext_lazy("Wat wil je onthouden?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf eerst wat je wilt onthouden.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """The notes of a part, and one more."""
    here = _partners_or_404(request, school, year, part)
    form = NoteForm(request.POST or None, initial={"day": here.today})
    if form.done(
        lambda: guiding.note(
            part=here.part, by=here.member, is_subject=here.is_subject, at=here.now,
            **form.cleaned_data,
        )
    ):  # fmt: skip
        messages.success(request, _("Onthouden."))
        return redirect(request.path)
    context = {
        "here": here,
        "form": form,
        "notes": GuidanceNote.objects.filter(part=here.part)
        .select_related("author")
        .order_by("-day", "-pk"),
        "wiped_on": guiding.wiped_on(here.part),
    }
    return render(request, "talking/guidance.html", context, status=form.status)


@require_POST
def take_away(request: Request, school: str, year: str, part: UUID, note: UUID) -> HttpResponse:
    """Take one's own note away."""
    here = _partners_or_404(request, school, year, part)
    found = GuidanceNote.objects.filter(part=here.part, public_id=note, author=here.member).first()
    if found is None:
        raise Http404
    guiding.take_away(found=found, by=here.member)
    messages.success(request, _("De aantekening is weg."))
    return redirect("part-guidance", school, year, part)


def _partners_or_404(request: Request, school: str, year: str, part: UUID) -> PartHere:
    here = part_or_404(request, school, year, part)
    if rules.why_not_guide(here.part, here.member, is_subject=here.is_subject):
        raise Http404
    return here
