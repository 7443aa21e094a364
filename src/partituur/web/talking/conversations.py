"""Conversations and suggestions, on one page beside what they are about.

The page of a field shows its words, what is said about them and what is suggested in their place;
the page of a part shows everything in it. Without JavaScript it is all plain forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.kernel.errors import Refusal
from partituur.plans import comparing
from partituur.plans import queries as plans
from partituur.plans import rules as plan_rules
from partituur.plans.comparing import Change
from partituur.plans.models import PRINCIPLE, Goal, Principle, Text
from partituur.talking import queries, rules
from partituur.talking.actions import saying
from partituur.talking.actions.saying import About
from partituur.talking.models import Conversation, Remark, Suggestion
from partituur.web.doors import here_or_404
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import (
    PlanHere,
    goal_or_404,
    part_or_404,
    plan_or_404,
    principle_or_404,
)
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about, in words, and where it is."""

    about: About
    heading: str
    label: str  # under the heading: "Doel 2 · Aanpak"
    back: str
    url: str
    text: Text | None  # the words under discussion, when it is about words


@dataclass(frozen=True, slots=True)
class Said:
    """A remark or a suggestion, in the order in which they came."""

    remark: Remark | None = None
    suggestion: Suggestion | None = None
    changes: list[Change] | None = None  # of a suggestion: what goes and what comes
    why_not: str | None = None  # why the reader does not decide about it
    version: int = 0  # of the text beside which it is shown
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class OnPage:
    """A conversation."""

    conversation: Conversation
    label: str
    said: list[Said]
    readers: str


# --- the page --------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Everything that is said in a part; begin a conversation about the whole of it."""
    here = part_or_404(request, school, year, part)
    found = Subject(
        About(here.plan, part=here.part), here.part.heading, "",
        f"{here.path}#deel-{part}", reverse("part-talk", args=[school, year, part]), None,
    )  # fmt: skip
    return _answer(request, here, found, part=here.part)


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """What is said about a goal."""
    here = goal_or_404(request, school, year, goal)
    assert isinstance(here.line, Goal)
    found = Subject(
        About(here.plan, part=here.line.part, goal=here.line), here.line.part.heading,
        _number(here.line), f"{here.path}#{here.anchor}",
        reverse("goal-talk", args=[school, year, goal]), None,
    )  # fmt: skip
    return _answer(request, here, found, goal=here.line)


@require_http_methods(["GET", "HEAD", "POST"])
def field(request: Request, school: str, year: str, goal: UUID, key: str) -> HttpResponse:
    """What is said about one field, and what is suggested in its place."""
    here = goal_or_404(request, school, year, goal)
    assert isinstance(here.line, Goal)
    label = _labels(here.line).get(key)
    if label is None:
        raise Http404
    found = Subject(
        About(here.plan, part=here.line.part, goal=here.line, key=key), here.line.part.heading,
        f"{_number(here.line)} · {label}", f"{here.path}#{here.anchor}",
        reverse("field-talk", args=[school, year, goal, key]), plans.text_of(here.line, key),
    )  # fmt: skip
    return _answer(request, here, found, goal=here.line, key=key)


@require_http_methods(["GET", "HEAD", "POST"])
def principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """What is said about a principle, and what is suggested in its place."""
    here = principle_or_404(request, school, year, principle)
    assert isinstance(here.line, Principle)
    found = Subject(
        About(here.plan, principle=here.line), _("Uitgangspunt"), "", f"{here.path}#{here.anchor}",
        reverse("principle-talk", args=[school, year, principle]),
        plans.text_of(here.line, PRINCIPLE),
    )  # fmt: skip
    return _answer(request, here, found, principle=here.line)


def _answer(request: Request, here: PlanHere, subject: Subject, **target: Any) -> HttpResponse:
    """The page; or what was said or suggested is kept, and the page shows it."""
    readable = queries.readable(here.plan, here.member, here.today).filter(**target)
    if request.method == "POST":
        try:
            conversation = _kept(request, here, subject, readable)
        except Refusal as refusal:
            return _page(request, here, subject, readable, error=refusal.reason)
        return redirect(f"{subject.url}#gesprek-{conversation.public_id}")
    return _page(request, here, subject, readable)


def _kept(
    request: Request, here: PlanHere, subject: Subject, readable: QuerySet[Conversation]
) -> Conversation:
    if request.POST.get("what") == "suggest":
        suggestion = saying.suggest(
            about=subject.about, conversation=_going_on(readable), by=here.member, at=here.now,
            body=request.POST.get("suggestion", ""),
        )  # fmt: skip
        return suggestion.conversation
    return saying.begin(
        about=subject.about, body=request.POST.get("body", ""), by=here.member, at=here.now
    )


def _going_on(readable: QuerySet[Conversation]) -> Conversation | None:
    """The open conversation in which a suggestion takes its place."""
    return readable.filter(settled_at__isnull=True).order_by("-began_at", "-pk").first()


def _page(
    request: Request, here: PlanHere, subject: Subject, readable: QuerySet[Conversation],
    *, error: str = "",
) -> HttpResponse:  # fmt: skip
    found = list(queries.with_words(readable))
    text = subject.text
    context = {
        "here": here,
        "subject": subject,
        "conversations": [_on_page(here, each) for each in found],
        "error": error,
        "typed": request.POST.get("body", "") if error else "",
        "suggested": request.POST.get("suggestion", "") if error else (text.body if text else ""),
        "may_suggest": text is not None and plan_rules.is_open(here.plan, subject.about.part),
        "audience": _audience(here, subject.about),
    }
    return render(request, "talking/talk.html", context, status=422 if error else 200)


def _audience(here: PlanHere, about: About) -> str:
    """Who will read along with what is begun now."""
    part = about.part
    if part is None or not plan_rules.is_personal(part) or part.shared_at:
        return _("Het hele team kan dit lezen.")
    names = [each.name for each in plans.partners_of(part, day=here.today)]
    return _(
        "Dit lezen alleen: {names}. Dat blijft zo, ook als het deel later gedeeld wordt."
    ).format(names=", ".join(names))


def _on_page(here: PlanHere, conversation: Conversation) -> OnPage:
    said: list[tuple[Any, Said]] = [
        (each.at, Said(remark=each, is_mine=each.author_id == here.member.pk))
        for each in conversation.remarks.all()
    ]
    for each in conversation.suggestions.all():
        each.conversation = conversation
        now = saying.text_of(conversation)
        is_open = each.state == Suggestion.State.OPEN
        said.append(
            (
                each.at,
                Said(
                    suggestion=each,
                    changes=comparing.compare(now.body if is_open else each.before, each.body),
                    why_not=rules.why_not_decide(each, here.member, day=here.today),
                    version=now.version,
                    is_mine=each.author_id == here.member.pk,
                ),
            )
        )
    return OnPage(
        conversation,
        _label(conversation),
        [each for _at, each in sorted(said, key=lambda pair: pair[0])],
        _read_by(conversation),
    )


def _label(conversation: Conversation) -> str:
    """What a conversation is about, within its part."""
    goal = conversation.goal
    if goal is None:
        return ""
    label = _labels(goal).get(conversation.key, "")
    return " · ".join(filter(None, [_number(goal), label]))


def _read_by(conversation: Conversation) -> str:
    if conversation.audience == Conversation.Audience.TEAM:
        return _("Het team leest mee.")
    names = ", ".join(each.name for each in conversation.readers.all())
    return _("Alleen te lezen voor {names}.").format(names=names)


def _number(goal: Goal) -> str:
    return _("Doel {number}").format(number=goal.position + 1)


def _labels(goal: Goal) -> dict[str, str]:
    """The fields of a goal, by key."""
    kind = plans.format_of_goal(goal, _).kind(goal.part.kind)
    return {each.key: each.label for each in kind.shown}


# --- in a conversation ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TalkHere:
    """A conversation that the asker may read, and where it is."""

    here: PlanHere
    conversation: Conversation

    @property
    def url(self) -> str:
        """The page that the conversation stands on."""
        found = self.conversation
        base = [self.here.school.slug, self.here.plan.year.slug]
        if found.principle is not None:
            path = reverse("principle-talk", args=[*base, found.principle.public_id])
        elif found.goal is not None and found.key:
            path = reverse("field-talk", args=[*base, found.goal.public_id, found.key])
        elif found.goal is not None:
            path = reverse("goal-talk", args=[*base, found.goal.public_id])
        else:
            assert found.part is not None
            path = reverse("part-talk", args=[*base, found.part.public_id])
        return f"{path}#gesprek-{found.public_id}"


def talk_or_404(request: Request, school: str, year: str, conversation: UUID) -> TalkHere:
    """A conversation that the asker may read."""
    here = plan_or_404(request, school, year)
    found = queries.conversation_or_none(here.school, conversation)
    if found is None or found.plan_id != here.plan.pk:
        raise Http404
    if rules.why_not_read(found, here.member, day=here.today):
        raise Http404
    return TalkHere(here, found)


@require_safe
def conversation(request: Request, school: str, year: str, conversation: UUID) -> HttpResponse:
    """To where a conversation stands; links in mails come here."""
    return redirect(talk_or_404(request, school, year, conversation).url)


@require_POST
def say(request: Request, school: str, year: str, conversation: UUID) -> HttpResponse:
    """Say something more."""
    found = talk_or_404(request, school, year, conversation)
    try:
        saying.say(
            conversation=found.conversation, body=request.POST.get("body", ""),
            by=found.here.member, at=found.here.now,
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    return redirect(found.url)


@require_POST
def settle(request: Request, school: str, year: str, conversation: UUID, how: str) -> HttpResponse:
    """Settle a conversation, or open it again."""
    found = talk_or_404(request, school, year, conversation)
    saying.settle(
        conversation=found.conversation, by=found.here.member, at=found.here.now,
        settled=how == "afronden",
    )  # fmt: skip
    return redirect(found.url)


@require_POST
def decide(request: Request, school: str, year: str, suggestion: UUID, how: str) -> HttpResponse:
    """Accept a suggestion, or leave the text as it is."""
    here = plan_or_404(request, school, year)
    found = (
        Suggestion.objects.select_related("conversation")
        .filter(school=here.school, public_id=suggestion)
        .first()
    )
    if found is None:
        raise Http404
    talk = talk_or_404(request, school, year, found.conversation.public_id)
    found.conversation = talk.conversation
    seen = request.POST.get("seen", "")
    try:
        if how == "laten":
            saying.decline(suggestion=found, by=here.member, at=here.now)
        elif saying.accept(
            suggestion=found, seen=int(seen) if seen.isdigit() else -1, by=here.member, at=here.now
        ):
            messages.success(request, _("Overgenomen. De tekst is nu zo."))
        else:
            messages.warning(
                request, _("De tekst is intussen veranderd. Kijk nog eens wat er weggaat en komt.")
            )
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    return redirect(talk.url)


@require_POST
def take_away(request: Request, school: str, year: str, remark: UUID) -> HttpResponse:
    """Take one's own remark away."""
    here = here_or_404(request, school)
    found = (
        Remark.objects.select_related("conversation")
        .filter(school=here.school, public_id=remark, author=here.member)
        .first()
    )
    if found is None:
        raise Http404
    talk = talk_or_404(request, school, year, found.conversation.public_id)
    saying.take_away(remark=found, by=here.member)
    messages.success(request, _("Je opmerking is weg."))
    return redirect(talk.url.partition("#")[0])
