from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "partituur.ui"
    label = "ui"
