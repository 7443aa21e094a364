"""The second step (tweede stap) of signing in, and where somebody is signed in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef

from partituur.accounts.models import Person

STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def second_step_of(person: str) -> Exists:
    """For a query: whether the person whose key is in the field ``person`` has a second step."""
    return Exists(Authenticator.objects.filter(user=OuterRef(person), type__in=STEPS))


def has_second_step(person: Person) -> bool:
    """Whether somebody has an app or a passkey."""
    return bool(Authenticator.objects.filter(user=person, type__in=STEPS).exists())


def sessions_of(person: Person) -> list[UserSession]:
    """Where somebody is signed in now, newest first."""
    found = UserSession.objects.filter(user=person).order_by("-created_at")
    return [each for each in found if each.exists()]


def end_sessions(person: Person, *, besides: str = "") -> int:
    """Sign somebody out everywhere, or everywhere but in the session with this key; how many."""
    ended = 0
    for session in UserSession.objects.filter(user=person).exclude(session_key=besides or None):
        session.end()
        ended += 1
    return ended
