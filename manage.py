"""Django's own commands, for who develops Partituur. Schools use ``partituur``."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partituur.config.settings")
    os.environ.setdefault("PARTITUUR_MODE", "development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
