"""How people get in: by password now, by the city's OIDC when it is configured.

Nobody signs up by themselves: an administrator makes the account and gives it roles.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail and password, for accounts that exist."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: accounts are made by an administrator."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in by OIDC, known by issuer and subject; never matched by e-mail."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Return False: a new subject is connected by an administrator first."""
        return False
