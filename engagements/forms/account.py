"""The sign-in library's forms, dressed as ours. Settings name them in ACCOUNT_FORMS."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordKeyForm

from engagements.forms.base import FormMixin


class SignInForm(FormMixin, LoginForm):
    """Sign in; the labels say what to write, so nothing stands inside the boxes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take away placeholders; they are no labels."""
        super().__init__(*args, **kwargs)
        _bare(self)


class NewPasswordForm(FormMixin, ChangePasswordForm):
    """Change one's password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take away placeholders; they are no labels."""
        super().__init__(*args, **kwargs)
        _bare(self)


class ChosenPasswordForm(FormMixin, ResetPasswordKeyForm):
    """Choose a password by the link of an invitation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take away placeholders; they are no labels."""
        super().__init__(*args, **kwargs)
        _bare(self)


def _bare(form: Any) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
