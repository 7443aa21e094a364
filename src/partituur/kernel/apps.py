from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "partituur.kernel"
    label = "kernel"
