"""Settings of a worker that a test starts: those of the tests, on the test's own database."""

import os

from stadsinternationell.settings_test import *  # noqa: F403
from stadsinternationell.settings_test import DATABASES

DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
# A web server that a test starts finds static files where they are written.
WHITENOISE_USE_FINDERS = True
