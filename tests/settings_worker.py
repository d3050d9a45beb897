"""Settings of a worker that a test starts: those of the tests, on the test's own database."""

import os

from stadsinternationell.settings_test import *  # noqa: F403
from stadsinternationell.settings_test import DATABASES

DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
