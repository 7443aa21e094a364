from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "partituur.web"
    label = "web"
