"""What somebody types to sign in: the forms of django-allauth, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ConfirmLoginCodeForm,
    LoginForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateMFAForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from partituur.accounts.models import Person

CODE_ATTRS = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"}
UNREADABLE = _("Je passkey werd niet herkend. Probeer het nog eens, of kies een andere manier.")
NO_ADDRESS = _("Dit is geen e-mailadres. Schrijf het als naam@school.nl.")


def _address() -> forms.EmailField:
    return forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn"}),
        error_messages={"required": _("Vul je e-mailadres in."), "invalid": NO_ADDRESS},
    )


def _password(label: Any, autocomplete: str, missing: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": missing},
    )


class AddressForm(RequestLoginCodeForm):  # type: ignore[misc]
    """Where the code goes."""

    email = _address()


class PasswordForm(LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = _address()
        self.fields["password"] = _password(
            _("Wachtwoord"), "current-password", _("Vul je wachtwoord in.")
        )


class CodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code from the mail."""

    code = forms.CharField(
        label=_("Code uit de mail"),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages={"required": _("Vul de code uit de mail in.")},
    )


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]
    """The code of the app, or an emergency code."""

    code = forms.CharField(
        label=_("Code uit je app, of een noodcode"),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages={"required": _("Vul de code uit je app in.")},
    )


class SecondStepAgainForm(ReauthenticateMFAForm):  # type: ignore[misc]
    """The same, in the middle of a visit."""

    code = forms.CharField(
        label=_("Code uit je app, of een noodcode"),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages={"required": _("Vul de code uit je app in.")},
    )


class AgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password, in the middle of a visit."""

    password = _password(_("Wachtwoord"), "current-password", _("Vul je wachtwoord in."))


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    code = forms.CharField(
        label=_("Code uit je app"),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages={"required": _("Vul de code uit je app in.")},
    )


class _Readable:
    """A passkey's answer that cannot be read is one that is refused, not a fault of ours."""

    def clean(self) -> Any:
        try:
            return super().clean()  # type: ignore[misc]
        except (KeyError, TypeError, ValueError) as wrong:
            raise forms.ValidationError(UNREADABLE) from wrong
        except forms.ValidationError as wrong:
            raise _said(wrong) from wrong

    def clean_credential(self) -> Any:
        inherited = getattr(super(), "clean_credential", None)
        try:
            return inherited() if inherited else self.cleaned_data["credential"]  # type: ignore[attr-defined]
        except (KeyError, TypeError, ValueError) as wrong:
            raise forms.ValidationError(UNREADABLE) from wrong
        except forms.ValidationError as wrong:
            raise _said(wrong) from wrong


def _said(wrong: forms.ValidationError) -> forms.ValidationError:
    """The library speaks of a code where it means a passkey."""
    return forms.ValidationError(UNREADABLE) if wrong.code == "incorrect_code" else wrong


def _credential() -> forms.JSONField:
    return forms.JSONField(
        widget=forms.HiddenInput,
        error_messages={"required": UNREADABLE, "invalid": UNREADABLE},
    )


class WithPasskeyForm(_Readable, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey that opens the account by itself."""

    credential = _credential()


class SecondStepPasskeyForm(_Readable, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""

    credential = _credential()


class AgainPasskeyForm(_Readable, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey, in the middle of a visit."""

    credential = _credential()


class PasskeyForm(_Readable, AddWebAuthnForm):  # type: ignore[misc]
    """A passkey, with a name to know it by. It opens the account by itself."""

    name = forms.CharField(
        label=_("Naam"),
        help_text=_("Waaraan herken je haar? Bijvoorbeeld: mijn telefoon."),
        required=False,
        max_length=60,
    )
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput, initial=True)


class NewPasswordForm(forms.Form):
    """A password, asked once: a browser can show it, or a password manager fills it in."""

    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_("Tien tekens of meer. Een zin mag ook."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul een wachtwoord in.")},
    )

    def __init__(self, data: Any, *, person: Person) -> None:
        super().__init__(data)
        self.person = person

    def clean_password(self) -> str:
        typed = str(self.cleaned_data["password"])
        validate_password(typed, self.person)
        return typed
