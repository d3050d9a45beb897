"""Settings of the tests: the same, with plain static files, quick passwords and mail in memory."""

from stadsinternationell.settings import *  # noqa: F403
from stadsinternationell.settings import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES["default"]["OPTIONS"].pop("pool", None)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ACCOUNT_RATE_LIMITS = False
WHITENOISE_AUTOREFRESH = True
# In place of the pool: what the browser asks over one connection is asked over one here, too.
DATABASES["default"]["CONN_MAX_AGE"] = 60
