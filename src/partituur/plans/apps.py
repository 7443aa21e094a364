from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "partituur.plans"
    label = "plans"
