"""The product's settings with the bare view beside it."""

from stadsinternationell.settings_test import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["testserver"]
