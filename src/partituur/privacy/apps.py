from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "partituur.privacy"
    verbose_name = "bewaren en vernietigen"
