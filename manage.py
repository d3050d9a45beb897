#!/usr/bin/env python3
"""Django's command line for Utblick."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command that was asked for."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stadsinternationell.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
