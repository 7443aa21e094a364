from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "partituur.live"
    verbose_name = "wat er nu gebeurt"
