"""Who may change a school. Each rule returns the reason why not, or None."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from partituur.schools.models import Membership, SignInService


def why_not_manage(member: Membership) -> str | None:
    """People, years, vision, format and the school's own words."""
    if member.is_coordinator or member.is_leader:
        return None
    return _("De intern begeleider of de schoolleider past dit aan. Vraag het aan een van hen.")


def why_not_without(member: Membership, *, on: date) -> str | None:
    """Whether the school can do without ``member`` as one who manages it, from a day on.

    Somebody else who manages and who can sign in has to be there, and to stay: otherwise nobody
    could open the door for anybody again. A member without an account may always go.
    """
    if member.person_id is None or not (member.is_coordinator or member.is_leader):
        return None
    others = Membership.objects.filter(
        Q(is_coordinator=True) | Q(is_leader=True),
        school_id=member.school_id,
        person__is_active=True,
    ).exclude(pk=member.pk)
    if member.until_date is None:
        others = others.filter(until_date__isnull=True)
    if others.on(on).exists():
        return None
    return _(
        "{name} is de enige die de school kan regelen. Maak eerst iemand anders met een account "
        "intern begeleider of schoolleider."
    ).format(name=member.name)


def why_not_ask_erasure(by: Membership, member: Membership, *, on: date) -> str | None:
    """Who manages the school asks to erase a member; the school must be able to do without."""
    return why_not_manage(by) or why_not_without(member, on=on)


def why_not_confirm_erasure(
    by: Membership, member: Membership, asked_by: Membership | None, *, on: date
) -> str | None:
    """Erasing cannot be undone: a second one who manages confirms it, or the one it is about."""
    if by.school_id != member.school_id or not (by == member or why_not_manage(by) is None):
        return _("Dit bevestigt iemand anders die de school regelt, of wie het aangaat.")
    if asked_by is None or by == asked_by:
        return _("Wissen kan niet ongedaan worden. Laat iemand anders het bevestigen.")
    return why_not_without(member, on=on)


def why_not_invite(member: Membership, *, on: date) -> str | None:
    """Whether a member can be invited: an address, no account yet, and still in the team."""
    if member.person_id:
        return _("{name} doet al mee.").format(name=member.name)
    if not member.email:
        return _("Vul eerst een e-mailadres in bij {name}.").format(name=member.name)
    if member.until_date and member.until_date < on:
        return _("{name} zit niet meer in het team.").format(name=member.name)
    return None


def why_not_confirm_service(by: Membership, service: SignInService) -> str | None:
    """A service opens the whole school: a second one who manages it confirms it."""
    if by.school_id != service.school_id:
        return _("Deze school is er niet.")
    if reason := why_not_manage(by):
        return reason
    if service.asked_by_id is None or service.asked_by_id == by.pk:
        return _("Jij vroeg dit zelf. Laat iemand anders die de school regelt het bevestigen.")
    return None
