"""Settings of a worker that a test starts: those of the tests, on the test's own database."""

import os
from datetime import datetime

import time_machine

from stadsinternationell.settings_test import *  # noqa: F403
from stadsinternationell.settings_test import DATABASES

DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
# Mail goes to the sink that the test holds, and the clock stands where the test set it.
if "TEST_SMTP" in os.environ:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["TEST_SMTP"])
if "TEST_NOW" in os.environ:
    time_machine.travel(datetime.fromisoformat(os.environ["TEST_NOW"])).start()
# A web server that a test starts finds static files where they are written.
WHITENOISE_USE_FINDERS = True
