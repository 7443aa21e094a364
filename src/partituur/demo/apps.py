from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "partituur.demo"
    label = "demo"
