from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "partituur.config"
    label = "config"

    def ready(self) -> None:
        from partituur.config import checks  # noqa: F401 - registers the system checks
