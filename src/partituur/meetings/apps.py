from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "partituur.meetings"
    verbose_name = "teamvergaderingen"
