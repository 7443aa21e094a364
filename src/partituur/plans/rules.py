"""Who may do what with a plan, and when. Said once, here.

Each rule returns the reason why not, or None; the page, the action and the test read that one
reason. ``visible_parts`` is the same rule as ``why_not_read``, as a query; a test keeps them equal.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from partituur.plans.format import STANDARD
from partituur.plans.models import Part, PartSubject, Plan, Text
from partituur.schools.models import LearningTeamMember, Membership

PERSONAL_KINDS = frozenset(kind.key for kind in STANDARD.kinds if kind.personal)
COORDINATOR_KIND = "coordinator"  # the IB'er's own learning, with the team as partner
WRITABLE_STATES = frozenset({Plan.State.DRAFT, Plan.State.IN_CONSULTATION})


def is_personal(part: Part) -> bool:
    """Whether a part is somebody's own: private to its partners until its subject shares it."""
    return part.kind in PERSONAL_KINDS


def is_open(plan: Plan, part: Part | None = None) -> bool:
    """Whether a part still changes by writing; None for ``part`` means the plan as a whole.

    Adopting closes a plan. What a version holds changes only by amending; a personal part that no
    version holds (of a newcomer, or never shared) stays its partners', and enters the next one.
    """
    if plan.state in WRITABLE_STATES:
        return True
    is_late = part is not None and is_personal(part) and not part.sealed_in
    return is_late and plan.state == Plan.State.ADOPTED


def why_closed(plan: Plan, part: Part | None = None) -> str | None:
    """The reason why nothing changes by writing any more, if that is so; see ``is_open``."""
    if is_open(plan, part):
        return None
    if plan.state == Plan.State.EVALUATED:
        return _("Dit plan is geëvalueerd en verandert niet meer.")
    return _("Dit plan is vastgesteld. Het verandert alleen nog door het samen bij te stellen.")


def subjects_on(day: date) -> QuerySet[PartSubject]:
    """Who the parts are of, on ``day``."""
    return PartSubject.objects.filter(
        Q(from_date__isnull=True) | Q(from_date__lte=day),
        Q(until_date__isnull=True) | Q(until_date__gte=day),
    )


def team_places_on(day: date) -> QuerySet[LearningTeamMember]:
    """Who is in which learning team on ``day``."""
    return LearningTeamMember.objects.filter(
        Q(from_date__isnull=True) | Q(from_date__lte=day),
        Q(until_date__isnull=True) | Q(until_date__gte=day),
    )


def with_subjecthood(parts: QuerySet[Part], member: Membership, day: date) -> QuerySet[Part]:
    """Note on each part whether ``member`` is one of its subjects (``is_subject``)."""
    return parts.annotate(
        is_subject=Exists(subjects_on(day).filter(part=OuterRef("pk"), member=member))
        | Exists(team_places_on(day).filter(team=OuterRef("learning_team"), member=member))
    )


def is_subject(part: Part, member: Membership, day: date) -> bool:
    """Whether a part is the member's own on ``day``, alone or in a learning team."""
    if subjects_on(day).filter(part=part, member=member).exists():
        return True
    team = part.learning_team_id
    return team is not None and team_places_on(day).filter(team=team, member=member).exists()


def visible_parts(member: Membership, day: date) -> QuerySet[Part]:
    """The parts of the member's school whose content the member may read."""
    parts = Part.objects.filter(school_id=member.school_id, removed_at__isnull=True)
    return with_subjecthood(parts, member, day).filter(
        ~Q(kind__in=PERSONAL_KINDS)
        | Q(shared_at__isnull=False)
        | Q(partner=member)
        | Q(is_subject=True)
    )


def own_parts(plan: Plan, member: Membership, day: date) -> QuerySet[Part]:
    """The parts of a plan that are the member's own on ``day``, alone or in a learning team."""
    standing = Part.objects.filter(plan=plan, removed_at__isnull=True)
    mine = Q(pk__in=subjects_on(day).filter(member=member).values("part"))
    ours = Q(learning_team__in=team_places_on(day).filter(member=member).values("team"))
    return standing.filter(mine | ours)


def is_partner(part: Part, member: Membership, *, is_subject: bool) -> bool:
    """Partners of a personal part: its subjects and its one named IB'er."""
    return is_subject or part.partner_id == member.pk


def why_not_read(part: Part, member: Membership, *, is_subject: bool) -> str | None:
    """Whether a member may read what stands in a part."""
    if part.school_id != member.school_id:
        return _("Dit deel is er niet.")
    if not is_personal(part) or part.shared_at or is_partner(part, member, is_subject=is_subject):
        return None
    return _("Dit deel is nog niet gedeeld. Wie het schrijft, bepaalt wanneer dat gebeurt.")


def why_not_write(
    plan: Plan, part: Part | None, member: Membership, *, is_subject: bool = False
) -> str | None:
    """Whether a member may write in a part; None for ``part`` means the principles."""
    if plan.school_id != member.school_id:
        return _("Dit plan is er niet.")
    if reason := why_closed(plan, part):
        return reason
    if part is None or not is_personal(part):
        if member.is_coordinator:
            return None
        return _("Hier schrijft de intern begeleider. Reageer gerust in het team.")
    if is_partner(part, member, is_subject=is_subject):
        return None
    return _("Hier schrijven alleen de mensen om wie het gaat, met hun intern begeleider.")


def why_not_arrange(plan: Plan, member: Membership, part: Part | None = None) -> str | None:
    """Moving parts and reading in a document; removing and putting back the one given."""
    if reason := why_closed(plan, part):
        return reason
    if plan.school_id == member.school_id and member.is_coordinator:
        return None
    return _("Dit regelt de intern begeleider.")


def why_not_add(plan: Plan, member: Membership, kind: str) -> str | None:
    """Adding a part; to an adopted plan only a personal one, for who came later."""
    return why_not_arrange(plan, member, Part(kind=kind))


def why_not_reassign(part: Part, *, is_subject: bool) -> str | None:
    """Whether whose part it is, and with which IB'er, may be changed.

    A part that has words and an owner is opened to nobody else without that owner.
    """
    if is_subject or not part.subjects.exists():
        return None
    if not Text.objects.filter(goal__part=part).exclude(body="").exists():
        return None
    return _("Van wie dit deel is en met wie, verandert alleen wie het aangaat zelf.")


def why_not_hand_over(part: Part, member: Membership, to: Membership | None) -> str | None:
    """The named IB'er asks the subject whether another IB'er may take the part over."""
    if not is_personal(part) or not is_open(part.plan, part):
        return _("Dit deel kan niet worden overgedragen.")
    if part.partner_id != member.pk:
        return _("Alleen de intern begeleider van dit deel vraagt om het over te dragen.")
    if to is None or to.school_id != part.school_id or not to.is_coordinator or to == member:
        return _("Kies een andere intern begeleider.")
    return None


def why_not_share(plan: Plan, part: Part, *, is_subject: bool) -> str | None:
    """Only the subject shares a part, and can take that back until the team adopts."""
    if not is_personal(part):
        return _("Dit deel is van de hele school en is al voor iedereen te lezen.")
    if not is_open(plan, part):
        return _("Dit deel is vastgesteld; wat gedeeld is, blijft dat.")
    if is_subject:
        return None
    return _("Alleen wie dit deel aangaat, bepaalt of het gedeeld wordt.")


def why_not_agree(plan: Plan, part: Part, member: Membership, *, is_subject: bool) -> str | None:
    """Partners say yes to a part, and can take that back until the team adopts."""
    if not is_personal(part):
        return _("Over dit deel beslist het team samen.")
    if not is_open(plan, part):
        return _("Dit deel is vastgesteld; wie akkoord ging, blijft dat.")
    if not is_partner(part, member, is_subject=is_subject):
        return _("Akkoord gaan de mensen om wie het gaat, met hun intern begeleider.")
    if not is_agreed_by_partners(part):
        return _("Over dit deel gaat het team akkoord, in zijn vergadering.")
    if _is_of_one(part):
        return _("Akkoord ga je met z’n tweeën. Kies eerst met wie dit deel is.")
    return None


def is_agreed_by_partners(part: Part) -> bool:
    """Whether partners agree to a part; with the IB'er's own the team does, in its meeting."""
    return is_personal(part) and part.kind != COORDINATOR_KIND


def _is_of_one(part: Part) -> bool:
    """Whether a part has one partner only: nobody agrees with themselves."""
    if part.learning_team_id is not None:
        return False
    people = set(PartSubject.objects.filter(part=part).values_list("member", flat=True))
    return len(people | ({part.partner_id} - {None})) < 2
