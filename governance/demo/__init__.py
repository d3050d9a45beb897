"""An invented city at work, for trying Utblick.

The people are here. Each app tells its own stories: ``demo.steps(people, today)`` in an app gives
what happens, with its times, and ``manage.py demo`` lets it all happen in that order.
"""
