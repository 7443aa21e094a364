from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "partituur.mail"
    verbose_name = "post"
