"""Fields and a form that answer in our own sentences, and keep what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partituur.kernel.errors import Refusal
from partituur.schools import dates
from partituur.schools.actions import asking
from partituur.schools.actions.members import clean_email
from partituur.schools.actions.school import clean_brin

Said = str | Promise


class Form(forms.Form):
    """A form of which an action may say that it cannot be."""

    def done(self, act: Callable[[], object]) -> bool:
        """Whether the form was right and ``act`` went through; if not, the form says why."""
        if not self.is_valid():
            return False
        try:
            act()
        except Refusal as refusal:
            self.add_error(None, refusal.reason)
            return False
        return True

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows this form."""
        return 422 if self.is_bound and self.errors else 200


class WordsField(forms.CharField):
    """A short text. No ``maxlength``: a browser would cut off what is pasted, and say nothing."""

    def __init__(self, *, most: int, missing: Said | None = None, **kwargs: Any) -> None:
        """:param missing: the sentence for when nothing is typed; None when that is all right"""
        super().__init__(**_required(missing), **kwargs)
        self.most = most

    def clean(self, value: Any) -> str:
        """The words with single spaces; see actions.asking.words."""
        typed = str(super().clean(value))
        if not typed:
            return ""
        return str(_answered(lambda: asking.words(typed, most=self.most, missing="")))


class EmailField(forms.CharField):
    """An e-mail address that may be left out."""

    widget = forms.EmailInput(attrs={"autocomplete": "off"})

    def clean(self, value: Any) -> str:
        """The address in lower case; see actions.members.clean_email."""
        typed = str(super().clean(value))
        return str(_answered(lambda: clean_email(typed)))


class BrinField(forms.CharField):
    """A BRIN that may be left out."""

    def clean(self, value: Any) -> str:
        """The BRIN in capitals; see actions.school.clean_brin."""
        typed = str(super().clean(value))
        return _answered(lambda: clean_brin(typed)) or ""


class DayField(forms.CharField):
    """A day as people write it; see schools.dates."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "day"})

    def __init__(self, *, missing: Said | None = None, **kwargs: Any) -> None:
        """:param missing: as in WordsField"""
        super().__init__(**_required(missing), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A day in the form as it is typed: 1-8-2026."""
        return dates.typed_as(value) if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        """The day, or None when nothing was typed."""
        typed = super().clean(value)
        day = dates.day_of(typed)
        if typed and day is None:
            said = _("“%(typed)s” is geen datum. Schrijf het als 1-8-2026.")
            raise ValidationError(said, params={"typed": typed})
        return day


def _required(missing: Said | None) -> dict[str, Any]:
    if missing is None:
        return {"required": False}
    return {"error_messages": {"required": missing}}


def _answered(clean: Callable[[], Any]) -> Any:
    """What ``clean`` gives; its refusal becomes the field's error."""
    try:
        return clean()
    except Refusal as refusal:
        raise ValidationError(refusal.reason) from refusal
