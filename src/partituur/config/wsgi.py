"""The entry for a server: ``partituur.config.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partituur.config.settings")
application = get_wsgi_application()
