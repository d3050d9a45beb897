"""How people get in: by password now, by the city's OIDC when it is configured.

Nobody signs up by themselves: an administrator makes the account and gives it roles.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail and password, for accounts that exist."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Kontot är stängt."),
        "email_password_mismatch": _("E-postadressen eller lösenordet stämmer inte."),
        "enter_current_password": _("Skriv ditt nuvarande lösenord"),
        "incorrect_password": _("Lösenordet stämmer inte."),
        "invalid_password_reset": _("Länken går inte att använda. Be om en ny."),
        "rate_limited": _("Vänta en stund och försök sedan igen."),
        "too_many_login_attempts": _("För många försök. Vänta en stund och försök sedan igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: accounts are made by an administrator."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in by OIDC, known by issuer and subject; never matched by e-mail."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Return False: a new subject is connected by an administrator first."""
        return False
