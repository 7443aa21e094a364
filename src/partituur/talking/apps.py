from django.apps import AppConfig


class TalkingConfig(AppConfig):
    name = "partituur.talking"
    verbose_name = "gesprekken"
