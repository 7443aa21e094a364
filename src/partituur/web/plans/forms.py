"""Forms around the plan: what a person typed, checked; writing is done by actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partituur.plans import rules
from partituur.plans.format import PartKind
from partituur.plans.models import Part, Plan
from partituur.schools import queries as schools
from partituur.schools.models import LearningTeam, Membership, Role, School


class NewPart(forms.Form):
    """A new part: of which kind, of whom, and how it is called."""

    kind = forms.ChoiceField(label=_("Wat voor deel is het?"), widget=forms.RadioSelect)
    subjects = forms.ModelMultipleChoiceField(
        Membership.objects.none(),
        label=_("Van wie is dit deel?"),
        help_text=_("Werken twee collega’s samen in één groep? Kies ze allebei."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        to_field_name="public_id",
    )
    learning_team = forms.ModelChoiceField(
        LearningTeam.objects.none(),
        label=_("Welk leerteam?"),
        required=False,
        to_field_name="public_id",
        empty_label=_("geen leerteam"),
    )
    heading = forms.CharField(
        label=_("Hoe heet het in het plan?"),
        help_text=_("Leeg laten mag als je hierboven iemand koos."),
        required=False,
        max_length=160,
    )

    def __init__(
        self, data: Any, *, school: School, plan: Plan, kinds: Iterable[PartKind], day: date
    ) -> None:
        super().__init__(data)
        present = set(
            Part.objects.filter(plan=plan, removed_at__isnull=True).values_list("kind", flat=True)
        )
        choices = [
            (kind.key, kind.label) for kind in kinds if not (kind.single and kind.key in present)
        ]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        self.fields["subjects"].queryset = schools.members_of(school, day=day)  # type: ignore[attr-defined]
        teams = LearningTeam.objects.filter(school=school, until_date__isnull=True)
        self.fields["learning_team"].queryset = teams.order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Without a name of its own a part is called after whose it is."""
        cleaned = super().clean() or {}
        if not cleaned.get("heading"):
            team, subjects = cleaned.get("learning_team"), cleaned.get("subjects") or []
            named = [team.name] if team else [member.name for member in subjects]
            cleaned["heading"] = " en ".join(named)
        return cleaned


class PartHead(forms.Form):
    """What stands at the head of a part."""

    heading = forms.CharField(label=_("Hoe heet dit deel?"), max_length=160)
    note = forms.CharField(
        label=_("Wat staat ernaast?"),
        help_text=_("Bijvoorbeeld: groep 5. Niet verplicht."),
        required=False,
        max_length=80,
    )
    emphasis = forms.ChoiceField(
        label=_("Hoeveel nadruk krijgt dit deel dit jaar?"),
        help_text=_("Niet elk deel hoeft even zwaar te zijn. Elke keuze is goed."),
        choices=[("", _("geen keuze")), *Part.Emphasis.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    partner = forms.ModelChoiceField(
        Membership.objects.none(),
        label=_("Met welke intern begeleider?"),
        required=False,
        to_field_name="public_id",
        empty_label=_("nog niemand"),
    )
    subjects = forms.ModelMultipleChoiceField(
        Membership.objects.none(),
        label=_("Van wie is dit deel?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        to_field_name="public_id",
    )

    def __init__(self, data: Any, *, part: Part, day: date, may_reassign: bool) -> None:
        super().__init__(
            data,
            initial={
                "heading": part.heading,
                "note": part.note,
                "emphasis": part.emphasis,
                "partner": part.partner.public_id if part.partner else None,
                "subjects": [
                    each.member.public_id for each in part.subjects.select_related("member")
                ],
            },
        )
        members = schools.members_of(part.school, day=day)
        self.fields["partner"].queryset = members.with_role(Role.COORDINATOR)  # type: ignore[attr-defined]
        self.fields["subjects"].queryset = members  # type: ignore[attr-defined]
        if not rules.is_personal(part):
            for name in ("emphasis", "partner", "subjects"):
                del self.fields[name]
        elif not may_reassign:
            for name in ("partner", "subjects"):
                del self.fields[name]


class DocumentIn(forms.Form):
    """A document to read in."""

    file = forms.FileField(
        label=_("Kies het bestand"),
        help_text=_("Een Word-bestand (.docx), of een plan uit Partituur (.json)."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg."),
        },
    )
