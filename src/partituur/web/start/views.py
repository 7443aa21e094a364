"""Views of the front door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from partituur.accounts.models import Person
from partituur.kernel import clock
from partituur.mail.models import Mail
from partituur.schools import queries as schools
from partituur.schools.models import Membership, School
from partituur.web.request import THROUGH_SCHOOL

THEMES = ("", "light", "dark")
YEAR = 365 * 24 * 3600  # seconds that a browser remembers the theme


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """To the plan of this year; or which school; or who are you?"""
    if isinstance(request.user, Person):
        return _inside(request, request.user)
    if settings.MODE == "demo":
        return demo(request)
    return redirect("account_login")


def _inside(request: HttpRequest, person: Person) -> HttpResponse:
    today = clock.today()
    first = schools.year_on(today)
    year = f"{first}-{first + 1}"
    places = list(schools.places_of(person, day=today))
    if through := request.session.get(THROUGH_SCHOOL):
        places = [each for each in places if each.school_id == through]
    if len(places) == 1:
        return redirect("plan", school=places[0].school.slug, year=year)
    return render(request, "start/schools.html", {"places": places, "year": year})


# --- the demo ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the people through whose eyes a visitor can look."""

    label: str
    about: str
    member: Membership
    tone: str


@login_not_required
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """What this is, and through whose eyes you want to look."""
    _only_in_a_demo()
    school = School.objects.order_by("pk").first()
    members = list(schools.members_of(school, day=clock.today())) if school else []
    signed_in = [member for member in members if member.person_id]
    choices = _choices(signed_in)
    chosen = {choice.member.pk for choice in choices}
    others = [each for each in signed_in if each.is_teacher and each.pk not in chosen]
    context = {"school": school, "choices": choices, "others": others, "today": clock.today()}
    return render(request, "start/demo.html", context)


def _choices(members: list[Membership]) -> list[Choice]:
    """The first who was added with each role: the demo puts its main characters in front."""
    first = sorted(members, key=lambda member: member.pk)
    found = []
    for role, label, about, tone in (
        (
            "is_coordinator",
            _("Kijk als de intern begeleider"),
            _("Het hele plan schrijven, en ieders plek zien."),
            "b",
        ),
        (
            "is_teacher",
            _("Kijk als leraar"),
            _("Je eigen deel schrijven, en delen wanneer jij wilt."),
            "a",
        ),
        (
            "is_leader",
            _("Kijk als schoolleider"),
            _("Meelezen wat gedeeld is, en zien wat niet."),
            "c",
        ),
    ):
        member = next((each for each in first if getattr(each, role)), None)
        if member:
            found.append(Choice(label, about, member, tone))
    return found


@login_not_required
@require_POST
def look_as(request: HttpRequest) -> HttpResponse:
    """Sign a visitor of the demo in as one of its people. Does not exist in a real school."""
    _only_in_a_demo()
    try:
        places = Membership.objects.on(clock.today()).select_related("person")
        member = places.filter(public_id=request.POST.get("member", "")).first()
    except ValidationError:
        member = None
    if member is None or member.person is None:
        raise Http404
    login(request, member.person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("start")


@login_not_required
@require_safe
def demo_mail(request: HttpRequest) -> HttpResponse:
    """The mails that would have gone out, for who looks around or builds."""
    if settings.IS_PRODUCTION:
        raise Http404
    mails = Mail.objects.order_by("-made_at", "-pk")[:100]
    return render(request, "start/mail.html", {"mails": mails})


def _only_in_a_demo() -> None:
    if settings.MODE not in ("demo", "test"):
        raise Http404


# --- for who finds a weakness ------------------------------------------------------------------


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116). Not there when nobody was named."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = timezone.now() + timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.ADDRESS}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


# --- how it looks -----------------------------------------------------------------------------


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark; an empty choice follows the device again."""
    theme = request.POST.get("theme", "")
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(back if safe else "/")
    if theme in THEMES:
        response.set_cookie(
            "theme", theme, max_age=YEAR, samesite="Lax", secure=request.is_secure()
        )
    return response
