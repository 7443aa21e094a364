from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "partituur.schools"
    label = "schools"
