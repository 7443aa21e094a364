"""Forms of the school: what a person typed, checked; writing is done by actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partituur.plans.format import OwnField, PartKind
from partituur.schools import queries
from partituur.schools.models import (
    LearningTeam,
    LearningTeamMember,
    Membership,
    Role,
    School,
    VisionStatement,
)
from partituur.web.schools.fields import BrinField, DayField, EmailField, Form, WordsField

# --- the school ------------------------------------------------------------------------------


class SchoolForm(Form):
    """Name, BRIN and holiday region."""

    name = WordsField(
        label=_("Naam van de school"), most=120, missing=_("Vul de naam van de school in.")
    )
    brin = BrinField(
        label=_("BRIN"),
        help_text=_("Twee cijfers en twee letters, bijvoorbeeld 12AB. Met locatie: 12AB03."),
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
    )
    region = forms.ChoiceField(
        label=_("Vakantieregio"),
        choices=School.Region.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een vakantieregio: Noord, Midden of Zuid.")},
    )

    def __init__(self, data: Any, *, school: School) -> None:
        initial = {"name": school.name, "brin": school.brin or "", "region": school.region}
        super().__init__(data, initial=initial)


class WordsForm(Form):
    """The school's own words."""

    coordinator = WordsField(
        label=_("Hoe noemen jullie de intern begeleider?"),
        help_text=_("Bijvoorbeeld: intern begeleider, kwaliteitscoördinator of KC’er."),
        most=40,
        missing=_("Vul een woord in voor de intern begeleider."),
    )
    teacher = WordsField(
        label=_("Hoe noemen jullie een leraar?"),
        help_text=_("Bijvoorbeeld: leraar, leerkracht of stamgroepleider."),
        most=40,
        missing=_("Vul een woord in voor een leraar."),
    )
    learning_team = WordsField(
        label=_("Hoe noemen jullie een leerteam?"),
        help_text=_("Bijvoorbeeld: leerteam, werkgroep of bouw."),
        most=40,
        missing=_("Vul een woord in voor een leerteam."),
    )

    def __init__(self, data: Any, *, school: School) -> None:
        super().__init__(
            data,
            initial={
                "coordinator": school.word_coordinator,
                "teacher": school.word_teacher,
                "learning_team": school.word_learning_team,
            },
        )


class YearForm(Form):
    """A school year to add."""

    start = forms.TypedChoiceField(
        label=_("Welk schooljaar?"),
        coerce=int,
        error_messages={
            "required": _("Kies een schooljaar."),
            "invalid_choice": _("Dit schooljaar is er al, of ligt te ver weg. Kies een ander."),
        },
    )

    def __init__(self, data: Any, *, school: School, today: date) -> None:
        taken = {year.start for year in queries.years_of(school)}
        now = queries.year_on(today)
        free = [start for start in range(now - 5, now + 6) if start not in taken]
        proposed = next((start for start in free if start >= now), None)
        super().__init__(data, initial={"start": proposed})
        self.fields["start"].choices = [  # type: ignore[attr-defined]
            (start, f"{start}–{start + 1}") for start in free
        ]


# --- people ----------------------------------------------------------------------------------


class PersonForm(Form):
    """A member: name as printed, roles, group or task, address, first day."""

    name = WordsField(
        label=_("Naam"),
        help_text=_("Zo staat de naam in het plan."),
        most=120,
        missing=_("Vul een naam in."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    roles = forms.TypedMultipleChoiceField(
        label=_("Rol"),
        help_text=_("Kies alles wat past."),
        coerce=Role,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één rol.")},
    )
    note = WordsField(
        label=_("Groep of taak"),
        help_text=_("Dit staat naast de naam, bijvoorbeeld: groep 5."),
        most=60,
    )
    email = EmailField(
        label=_("E-mailadres"),
        help_text=_("Het adres van school. Alleen wie de school regelt, ziet het."),
        required=False,
    )
    from_date = DayField(
        label=_("Eerste dag"), help_text=_("Alleen als iemand later in het jaar begint.")
    )
    until_date = DayField(
        label=_("Laatste dag"), help_text=_("Alleen als je al weet wanneer iemand weggaat.")
    )

    def __init__(self, data: Any, *, school: School, member: Membership | None = None) -> None:
        initial: dict[str, Any] = {"roles": [Role.TEACHER.value]}
        if member:
            initial = {key: getattr(member, key) for key in self.base_fields}
            initial["roles"] = [role.value for role in member.roles]
        super().__init__(data, initial=initial)
        names = queries.role_names(school)
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, capfirst(name)) for role, name in names.items()
        ]
        if member:  # somebody leaves in a form of its own
            del self.fields["until_date"]


class EndForm(Form):
    """The last day of somebody, or of a learning team."""

    until = DayField(
        label=_("Laatste dag"),
        help_text=_("Bijvoorbeeld 31-7-2027."),
        missing=_("Vul de laatste dag in."),
    )

    def __init__(self, data: Any, *, until: date) -> None:
        super().__init__(data, initial={"until": until}, prefix="end")


class ListForm(Form):
    """A list of people: pasted, or a file."""

    text = forms.CharField(
        label=_("Plak hier de lijst"),
        help_text=_(
            "Eén persoon per regel. Alleen een naam is genoeg. Kopiëren uit Excel of uit een "
            "mail kan ook."
        ),
        strip=False,
        error_messages={"required": _("Plak een lijst, of kies een bestand.")},
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=_("Of kies een bestand"),
        help_text=_("Excel (.xlsx) of CSV. Kolommen lezen we aan hun kopje: naam, e-mail, rol."),
        required=False,
        allow_empty_file=True,  # the reader says what is wrong with it
    )

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.fields["text"].required = not files

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        cleaned = super().clean() or {}
        if cleaned.get("file") and cleaned.get("text", "").strip():
            self.add_error(
                "file", _("Kies één van de twee: de lijst die je plakte of dit bestand.")
            )
        return cleaned


# --- learning teams --------------------------------------------------------------------------


class TeamForm(Form):
    """The name of a learning team."""

    name = WordsField(
        label=_("Naam"),
        help_text=_("Bijvoorbeeld: Leerteam rekenen."),
        most=80,
        missing=_("Geef het leerteam een naam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, team: LearningTeam | None = None) -> None:
        super().__init__(data, initial={"name": team.name if team else ""})


class JoinForm(Form):
    """Who comes into a learning team, and from when."""

    members = forms.ModelMultipleChoiceField(
        Membership.objects.none(),
        label=_("Wie komen erbij?"),
        widget=forms.CheckboxSelectMultiple,
        to_field_name="public_id",
        error_messages={
            "required": _("Kies minstens één collega."),
            "invalid_choice": _("Deze collega zit niet meer in het team. Kies opnieuw."),
            "invalid_pk_value": _("Deze collega zit niet meer in het team. Kies opnieuw."),
        },
    )
    from_date = DayField(label=_("Vanaf"), help_text=_("Leeg laten mag: dan telt het hele jaar."))

    def __init__(self, data: Any, *, team: LearningTeam, today: date) -> None:
        super().__init__(data, prefix="join")
        inside = [
            place.member_id
            for place in team.places.all()
            if place.until_date is None or place.until_date >= today
        ]
        members = queries.members_of(team.school, day=today).exclude(pk__in=inside)
        self.fields["members"].queryset = members  # type: ignore[attr-defined]
        self.has_choice = members.exists()


class PlaceForm(Form):
    """From when until when somebody is in a learning team."""

    from_date = DayField(label=_("Eerste dag"))
    until_date = DayField(
        label=_("Laatste dag"), help_text=_("Vul in als iemand uit het leerteam gaat.")
    )

    def __init__(self, data: Any, *, place: LearningTeamMember) -> None:
        initial = {"from_date": place.from_date, "until_date": place.until_date}
        super().__init__(data, initial=initial)


# --- vision ----------------------------------------------------------------------------------


class StatementForm(Form):
    """A statement of the vision to add."""

    text = WordsField(
        label=_("Nieuwe uitspraak"),
        help_text=_("Eén zin. Neem gerust een zin over uit het schoolplan."),
        most=300,
        missing=_("Schrijf een zin op. Eén uitspraak is genoeg."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RewordForm(StatementForm):
    """A statement in other words, or another thought in its place."""

    SAME, NEW = "same", "new"
    way = forms.ChoiceField(
        label=_("Wat verandert er?"),
        choices=[
            (SAME, _("Alleen de woorden. Doelen die erbij horen, blijven erbij horen.")),
            (NEW, _("Het is een nieuwe gedachte. De oude vervalt; doelen houden die.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er verandert.")},
    )

    def __init__(self, data: Any, *, statement: VisionStatement) -> None:
        super().__init__(data, initial={"text": statement.text, "way": self.SAME})
        self.fields["text"].label = gettext("Uitspraak")
        self.fields["text"].help_text = ""


# --- the format ------------------------------------------------------------------------------

LABEL, HIDE, ASK = "label-", "hide-", "ask-"  # what the names of the fields begin with


class KindForm(Form):
    """Names for the fields of one of the article's kinds of part, and which are not used."""

    def __init__(self, data: Any, *, kind: PartKind, usual: PartKind) -> None:
        super().__init__(data)
        self.keys = [each.key for each in kind.fields]
        for each, standard in zip(kind.fields, usual.fields, strict=True):
            self.fields[LABEL + each.key] = WordsField(
                label=standard.label,
                most=60,
                initial="" if each.label == standard.label else each.label,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
            if not each.asked:
                self.fields[HIDE + each.key] = forms.BooleanField(
                    label=_("Gebruiken we niet"), required=False, initial=each.hidden
                )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        """For each field its name, and whether it is hidden where that can be."""
        return [
            (self[LABEL + key], self[HIDE + key] if HIDE + key in self.fields else None)
            for key in self.keys
        ]

    @property
    def labels(self) -> dict[str, str]:
        return {key: self.cleaned_data[LABEL + key] for key in self.keys}

    @property
    def hidden(self) -> list[str]:
        return [key for key in self.keys if self.cleaned_data.get(HIDE + key)]


class NewKindForm(Form):
    """A kind of part of the school's own."""

    label = WordsField(
        label=_("Hoe heet dit deel?"),
        help_text=_("Bijvoorbeeld: Onderwijsassistenten."),
        most=60,
        missing=_("Geef het eigen deel een naam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lines = forms.CharField(
        label=_("Welke velden heeft het?"),
        help_text=_("Eén veld per regel, in de volgorde van het papier."),
        error_messages={"required": _("Schrijf minstens één veld op.")},
        widget=forms.Textarea(attrs={"rows": 4}),
        initial=_("Doel\nAanpak\nEvaluatie"),
    )

    @property
    def names(self) -> list[str]:
        """The names of the fields that were typed."""
        lines: Iterable[str] = self.cleaned_data["lines"].splitlines()
        return [line.strip() for line in lines if line.strip()]


NEW = ("new1", "new2", "new3")  # empty lines for fields to add


class OwnKindForm(Form):
    """The name and the fields of a kind of the school's own."""

    label = WordsField(
        label=_("Hoe heet dit deel?"),
        most=60,
        missing=_("Geef het eigen deel een naam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, kind: PartKind) -> None:
        super().__init__(data, initial={"label": kind.label})
        self.keys = [*(each.key for each in kind.fields), *NEW]
        for number, each in enumerate(kind.fields, 1):
            self._add(each.key, gettext("Veld {number}").format(number=number), each.label)
            self.fields[ASK + each.key].initial = each.asked
        for key in NEW:
            self._add(key, gettext("Nieuw veld"), "")

    def _add(self, key: str, label: str, initial: str) -> None:
        self.fields[LABEL + key] = WordsField(
            label=label,
            most=60,
            initial=initial,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields[ASK + key] = forms.BooleanField(label=_("Hier vragen we om"), required=False)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """For each field its name, and whether the plan asks for it."""
        return [(self[LABEL + key], self[ASK + key]) for key in self.keys]

    @property
    def own_fields(self) -> list[OwnField]:
        """The fields that have a name; one whose name was made empty goes."""
        named = [(key, self.cleaned_data[LABEL + key]) for key in self.keys]
        return [
            OwnField("" if key in NEW else key, label, bool(self.cleaned_data.get(ASK + key)))
            for key, label in named
            if label
        ]
