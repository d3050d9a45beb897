"""The sign-in library's forms, dressed as ours. Settings name them in ACCOUNT_FORMS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import FormMixin, UtblickForm

LENGTH = _("Minst 15 tecken. Flera ord efter varandra är lätta att minnas.")


class AccountForm(FormMixin):
    """A form of the library's with our words. words: the label and the hint of each field."""

    words: ClassVar[Mapping[str, tuple[Any, Any]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take away placeholders, which are no labels, and hints, which hold HTML."""
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)


class SignInForm(AccountForm, LoginForm):
    """Sign in."""

    words = {"login": (_("E-post"), ""), "password": (_("Lösenord"), "")}


class FreshForm(UtblickForm):
    """One's own password once more, tried as often as a sign-in may be."""

    password = forms.CharField(
        label=_("Lösenord"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        """request: whose password it is, and where it is tried."""
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Refuse another password than one's own."""
        user: Any = self.request.user
        given = {"email": user.email, "password": self.cleaned_data["password"]}
        found = get_adapter().authenticate(self.request, **given)
        if found is None or found.pk != user.pk:
            raise get_adapter().validation_error("incorrect_password")
        return given["password"]


class NewPasswordForm(AccountForm, ChangePasswordForm):
    """Change one's password."""

    words = {
        "oldpassword": (_("Nuvarande lösenord"), ""),
        "password1": (_("Nytt lösenord"), LENGTH),
        "password2": (_("Nytt lösenord en gång till"), ""),
    }


class ForgottenForm(AccountForm, ResetPasswordForm):
    """Ask for a link with which one chooses a new password."""

    words = {"email": (_("E-post"), "")}


class ChosenPasswordForm(AccountForm, ResetPasswordKeyForm):
    """Choose a new password, with the link."""

    words = {
        "password1": (_("Nytt lösenord"), LENGTH),
        "password2": (_("Nytt lösenord en gång till"), ""),
    }
