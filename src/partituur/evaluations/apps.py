from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    name = "partituur.evaluations"
    verbose_name = "evaluaties"
