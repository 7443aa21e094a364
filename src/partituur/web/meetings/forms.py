"""Forms of a meeting: what a person typed, checked; writing is done by actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partituur.meetings.models import Meeting, Purpose
from partituur.schools.models import Membership
from partituur.web.schools.fields import DayField, Form, WordsField

_TIME = re.compile(r"([01]?\d|2[0-3])(?:\s*[.:uh]\s*([0-5]\d)?)?(?:\s*(?:uur|u))?")
ASKED = ("starts_at", "place", "way", "quorum", "threshold", "run_by")

WAYS = {  # what is chosen beforehand, and what that means
    Meeting.Way.CONSENT: (
        _("Instemming"),
        _(
            "Het gaat door als niemand een bezwaar met een reden heeft. Jullie praten tot het "
            "bezwaar is opgelost, of besluiten nog niet."
        ),
    ),
    Meeting.Way.VOTE: (
        _("Stemmen"),
        _("Het gaat door als genoeg collega’s er zijn en de meesten voor zijn."),
    ),
    Meeting.Way.ANNOUNCED: (
        _("Mededelen"),
        _("Er wordt verteld wat er besloten is. Iedereen kan reageren; er wordt niet geteld."),
    ),
}
PURPOSES = {
    Purpose.ADOPT: (
        _("Het plan vaststellen"),
        _("Daarna geldt het als afspraak met het hele team."),
    ),
    Purpose.ADJUST: (
        _("Het plan bijstellen"),
        _("Jullie besluiten over de voorstellen om iets aan het plan te veranderen."),
    ),
    Purpose.EVALUATE: (
        _("Terugkijken op het jaar"),
        _("Per doel: wat is ervan gekomen, wat hielp, en hoe nu verder?"),
    ),
}
ASK = {
    "yes": (
        _("Ja, vraag iedereen om een antwoord"),
        _("Akkoord, met een kanttekening, of bezwaar."),
    ),
    "no": (_("Nee, alleen bespreken"), _("Bijvoorbeeld een mededeling of de rondvraag.")),
}


def explained(choices: Iterable[tuple[str, tuple[Any, Any]]]) -> list[tuple[str, SafeString]]:
    """Choices with a sentence under each."""
    return [
        (key, format_html("{}<small>{}</small>", said, about)) for key, (said, about) in choices
    ]


class TimeField(forms.CharField):
    """A time of day as people write it: 15.30, 15:30, 9 uur."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "short"})

    def __init__(self, *, missing: Any, **kwargs: Any) -> None:
        """:param missing: the sentence for when nothing is typed"""
        super().__init__(error_messages={"required": missing}, **kwargs)

    def clean(self, value: Any) -> time | None:
        """The time of day."""
        typed = " ".join(str(super().clean(value)).lower().split())
        found = _TIME.fullmatch(typed)
        if found is None:
            raise ValidationError(
                _("“%(typed)s” is geen tijd. Schrijf hem als 15.30."), params={"typed": typed}
            )
        return time(int(found[1]), int(found[2] or 0))


class PercentField(forms.CharField):
    """A percentage, with or without its sign."""

    widget = forms.TextInput(
        attrs={"autocomplete": "off", "inputmode": "numeric", "class": "short"}
    )

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.most = most

    def clean(self, value: Any) -> int | None:
        """The number; None when nothing was typed."""
        typed = str(super().clean(value)).strip().removesuffix("%").strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal() and int(typed[:6]) <= self.most):
            raise ValidationError(
                _("Schrijf een percentage: een getal van 0 tot en met %(most)s."),
                params={"most": self.most},
            )
        return int(typed)


class MeetingForm(Form):
    """When, where, how the team decides, and who leads."""

    day = DayField(
        label=_("Op welke dag?"),
        help_text=_("Bijvoorbeeld 14-9-2026."),
        missing=_("Vul in op welke dag jullie vergaderen."),
    )
    time = TimeField(
        label=_("Hoe laat?"),
        help_text=_("Bijvoorbeeld 15.30."),
        missing=_("Vul in hoe laat jullie beginnen."),
    )
    place = WordsField(label=_("Waar?"), help_text=_("Bijvoorbeeld de teamkamer."), most=120)
    way = forms.ChoiceField(
        label=_("Hoe besluiten jullie?"),
        help_text=_("Dat ligt vast als de vergadering begint."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe jullie besluiten.")},
    )
    quorum = PercentField(
        label=_("Hoeveel procent van het team moet er zijn?"),
        help_text=_("Alleen bij stemmen. Niets ingevuld is 50."),
        most=100,
    )
    threshold = PercentField(
        label=_("Meer dan hoeveel procent moet voor zijn?"),
        help_text=_("Alleen bij stemmen. Niets ingevuld is 50: de helft plus één."),
        most=99,
    )
    run_by = forms.ChoiceField(
        label=_("Wie leidt de vergadering?"),
        help_text=_("Een ander kan het op de dag zelf overnemen."),
        error_messages={"required": _("Kies wie de vergadering leidt.")},
    )

    def __init__(
        self, data: Any, *, leaders: Sequence[Membership], meeting: Meeting | None, now: datetime
    ) -> None:
        self.leaders = {str(each.public_id): each for each in leaders}
        self.now, self.planned = now, meeting.starts_at if meeting else None
        super().__init__(data, initial=_initial(meeting))
        self._choose("way", explained((key.value, said) for key, said in WAYS.items()))
        self._choose("run_by", [(key, each.name) for key, each in self.leaders.items()])

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """With ``starts_at``, and who leads as a member."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if "day" in found and "time" in found:
            at = datetime.combine(found["day"], found["time"])
            found["starts_at"] = timezone.make_aware(at)
            if found["starts_at"] < self.now and found["starts_at"] != self.planned:
                self.add_error("day", _("Dat moment is al voorbij. Kies een dag die nog komt."))
        found["run_by"] = self.leaders.get(found.get("run_by", ""))
        for key in ("quorum", "threshold"):
            if key in found and found[key] is None:
                found[key] = 50
        return found

    @property
    def asked(self) -> dict[str, Any]:
        """What the actions ask for."""
        return {key: self.cleaned_data[key] for key in ASKED}


def _initial(meeting: Meeting | None) -> dict[str, Any]:
    if meeting is None:
        return {"way": Meeting.Way.CONSENT, "quorum": 50, "threshold": 50}
    begins = timezone.localtime(meeting.starts_at)
    return {
        "day": begins.date(), "time": f"{begins:%H.%M}", "place": meeting.place,
        "way": meeting.way, "quorum": meeting.quorum, "threshold": meeting.threshold,
        "run_by": str(meeting.run_by.public_id) if meeting.run_by else "",
    }  # fmt: skip


class NewMeetingForm(MeetingForm):
    """The same, with what the team does in the meeting."""

    purposes = forms.MultipleChoiceField(
        label=_("Wat gaan jullie doen?"),
        help_text=_("Vaststellen of bijstellen kan samen met terugkijken."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wat jullie gaan doen.")},
    )
    field_order = ("purposes", "day", "time", "place", "way", "quorum", "threshold", "run_by")

    def __init__(
        self,
        data: Any,
        *,
        leaders: Sequence[Membership],
        me: Membership,
        possible: Sequence[str],
        now: datetime,
    ) -> None:
        super().__init__(data, leaders=leaders, meeting=None, now=now)
        choices = ((key.value, said) for key, said in PURPOSES.items() if key.value in possible)
        self._choose("purposes", explained(choices))
        self.initial["purposes"] = list(possible) if len(possible) == 1 else []
        self.initial["run_by"] = str(me.public_id)


class PointForm(Form):
    """A point of the team's own."""

    title = WordsField(
        label=_("Waar gaat het over?"),
        help_text=_("In één regel, bijvoorbeeld: Rondvraag."),
        most=300,
        missing=_("Schrijf in één regel waar het over gaat."),
    )
    asks = forms.ChoiceField(
        label=_("Vraagt dit een antwoord?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of dit een antwoord vraagt.")},
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"asks": "no"})
        self.fields["asks"].choices = explained(ASK.items())  # type: ignore[attr-defined]
