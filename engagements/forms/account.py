"""The sign-in library's forms, dressed as ours. Settings name them in ACCOUNT_FORMS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import FormMixin

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
