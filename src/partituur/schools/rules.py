"""Who may change a school. Each rule returns the reason why not, or None."""

from __future__ import annotations

from django.utils.translation import gettext as _

from partituur.schools.models import Membership


def why_not_manage(member: Membership) -> str | None:
    """People, years, vision, format and the school's own words."""
    if member.is_coordinator or member.is_leader:
        return None
    return _("Dit regelt de intern begeleider of de schoolleider. Vraag het aan een van hen.")
