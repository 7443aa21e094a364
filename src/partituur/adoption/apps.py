from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "partituur.adoption"
    verbose_name = "vastgestelde versies"
