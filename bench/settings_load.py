"""The product's settings as a city runs them, with the bare view beside it."""

from stadsinternationell.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
