"""Looking back on a goal: three taps and a sentence, on a phone first.

One page for who writes and for who reads. Without JavaScript it is one plain form; what was typed
stays in it until it is kept.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from partituur.evaluations import queries, rules
from partituur.evaluations.actions import evaluating
from partituur.evaluations.models import Evaluation
from partituur.evaluations.queries import OfGoal
from partituur.kernel.errors import Refusal
from partituur.plans import queries as plans
from partituur.plans.models import Goal
from partituur.ui.templatetags.ui import icon
from partituur.web.evaluations.said import all_said, said
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import LineHere, goal_or_404
from partituur.web.plans.rows import rows_of
from partituur.web.request import Request
from partituur.web.schools.fields import Form

YES, NO = "yes", "no"
ANSWERS = ("reached", "came_of_it", "helped", "next")


class EvaluationForm(Form):
    """What came of a goal, in the eyes of one member."""

    reached = forms.ChoiceField(
        label=gettext_lazy("Hoe ver is dit doel gekomen?"),
        help_text=gettext_lazy("Het is geen cijfer. Kies wat het best past."),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe ver dit doel gekomen is.")},
    )
    came_of_it = forms.CharField(
        label=gettext_lazy("Wat kwam ervan?"),
        help_text=gettext_lazy("Eén zin is genoeg. Schrijf geen namen van kinderen op."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "true"}),
    )
    helped = forms.CharField(
        label=gettext_lazy("Wat hielp daarbij?"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "true"}),
    )
    next = forms.ChoiceField(
        label=gettext_lazy("Hoe gaat het hierna?"), required=False, widget=forms.RadioSelect
    )
    shared = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit lezen?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies of het team dit mag lezen.")},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, own: Evaluation | None, may_share: bool) -> None:
        super().__init__(data, initial=_initial(own))
        self.own, self.overtaken = own, False
        self.fields["reached"].choices = _how_far()  # type: ignore[attr-defined]
        self.fields["next"].choices = _what_next()  # type: ignore[attr-defined]
        self.fields["shared"].choices = _who_reads()  # type: ignore[attr-defined]
        if not may_share:
            del self.fields["shared"]

    def clean(self) -> dict[str, Any]:
        """Words that were kept meanwhile, in another window, are not written over unseen."""
        cleaned = super().clean() or {}
        own = self.own
        if own and cleaned.get("seen", "") != _seen(own) and not _says_the_same(own, cleaned):
            self.add_error(
                None,
                _("Je bewaarde intussen iets anders, in een ander venster. Het staat hieronder. "
                  "Neem over wat je wilt houden en bewaar het dan."),
            )  # fmt: skip
            self.overtaken = True
        return cleaned

    @property
    def seen_now(self) -> str:
        """Which words are on the page now, so that the next sending is known to be about them."""
        return _seen(self.own) if self.own else ""

    @property
    def words(self) -> dict[str, Any]:
        """What the action wants."""
        words = {name: _unix(self.cleaned_data[name]) for name in ANSWERS}
        return words | {"shared": self.cleaned_data.get("shared") == YES}


def _initial(own: Evaluation | None) -> dict[str, Any]:
    if own is None:
        return {"shared": NO}
    shared = YES if own.shared_at else NO
    return {name: getattr(own, name) for name in ANSWERS} | {"shared": shared}


def _seen(own: Evaluation) -> str:
    return own.written_at.isoformat()


def _says_the_same(own: Evaluation, typed: dict[str, Any]) -> bool:
    """The same form sent twice is no news."""
    return all(getattr(own, name) == _unix(typed.get(name, "")) for name in ANSWERS)


def _unix(words: str) -> str:
    """What a browser sends, with line breaks as they are kept."""
    return words.replace("\r\n", "\n")


def _how_far() -> list[tuple[str, SafeString]]:
    more = {
        Evaluation.Reached.REACHED: _("Zo gaat het nu meestal."),
        Evaluation.Reached.PARTLY: _("Het lukt vaak, nog niet altijd."),
        Evaluation.Reached.NOT_YET: _("Er is meer tijd nodig, of iets anders."),
        Evaluation.Reached.CHANGED: _("Het doel is onderweg veranderd."),
    }
    return [
        (str(each), _choice(_capital(str(each.label)), more[each], icon(str(each))))
        for each in Evaluation.Reached
    ]


def _what_next() -> list[tuple[str, SafeString]]:
    more = {
        Evaluation.Next.GO_ON: _("Het doel gaat mee naar volgend jaar."),
        Evaluation.Next.ADJUST: _("Het gaat mee, met een verandering."),
        Evaluation.Next.DONE: _("Het doel is af."),
    }
    return [(str(each), _choice(_capital(str(each.label)), more[each])) for each in Evaluation.Next]


def _who_reads() -> list[tuple[str, SafeString]]:
    return [
        (NO, _choice(
            _("Niet delen"), _("Alleen jij leest het. Dat is een heel goed antwoord."),
            icon("private"),
        )),
        (YES, _choice(
            _("Deel dit met het team"), _("Iedereen in het team leest het, met je naam."),
            icon("team"),
        )),
    ]  # fmt: skip


def _choice(words: str, more: str, sign: SafeString | str = "") -> SafeString:
    return format_html(
        '<span class="with-sign">{}<span>{}<small>{}</small></span></span>', sign, words, more
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


# --- the page --------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """What came of a goal: to write for who it is of, and to read for who may."""
    here, line = _goal_or_404(request, school, year, goal)
    if reason := rules.why_not_look_back(here.plan):
        return refused(request, here, reason)
    own_goal = rules.is_subject(line, here.member, here.today)
    why_not = rules.why_not_write(line, here.member, is_subject=own_goal)
    if why_not and request.method == "POST":
        return refused(request, here, why_not)
    own = queries.mine(line, here.member)
    form = EvaluationForm(request.POST or None, own=own, may_share=rules.is_read_by_team(line.part))
    if form.done(lambda: evaluating.keep(line=line, by=here.member, at=here.now, **form.words)):
        messages.success(request, _kept(line, shared=form.words["shared"]))
        return redirect(f"{here.path}#{here.anchor}")
    return _page(request, here, line, own, form, why_not)


def _goal_or_404(request: Request, school: str, year: str, goal: UUID) -> tuple[LineHere, Goal]:
    here = goal_or_404(request, school, year, goal)
    assert isinstance(here.line, Goal)
    if here.line.removed_at or here.line.part.removed_at:
        raise Http404
    return here, here.line


def _kept(line: Goal, *, shared: bool) -> str:
    if shared:
        return _("Bewaard, en gedeeld met het team.")
    return _("Bewaard. Alleen jij leest het.")


def _page(
    request: Request, here: LineHere, line: Goal, own: Evaluation | None, form: EvaluationForm,
    why_not: str | None,
) -> HttpResponse:  # fmt: skip
    loaded = plans.load_part(line.part, day=here.today)
    [mine] = [each for each in loaded.goals if each.goal.pk == line.pk]
    kind = plans.format_of(here.school, _).kind(line.part.kind)
    found = queries.of_plan(here.plan, goals=[line.pk], member=here.member)
    of_goal = found.goals.get(line.pk, OfGoal())
    of_goal.shared = [each for each in of_goal.shared if each.by_id != here.member.pk]
    context = {
        "here": here,
        "goal": line,
        "title": mine.title,
        "headline": kind.headline and mine.text(kind.headline).html,
        "rows": rows_of(kind, mine, writable=False)[0],
        "form": form,
        "own": said(own) if own else None,
        "is_shared": bool(own and rules.is_for_team(own)),
        "may_share": rules.is_read_by_team(line.part),
        "others": all_said(of_goal),
        "why_not_write": why_not,
    }
    return render(request, "evaluations/goal.html", context, status=form.status)


@require_POST
def share(request: Request, school: str, year: str, goal: UUID, how: str) -> HttpResponse:
    """Share what one wrote, or take that back: also when the year has been looked back on."""
    here, line = _goal_or_404(request, school, year, goal)
    own = queries.mine(line, here.member)
    if own is None:
        raise Http404
    act = evaluating.share if how == "delen" else evaluating.take_back
    try:
        act(evaluation=own, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(
        request,
        _("Het team leest nu wat jij schreef.") if how == "delen" else _("Nu lees alleen jij het."),
    )
    return redirect("goal-evaluation", school, year, goal)
