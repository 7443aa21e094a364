from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "partituur.accounts"
    label = "accounts"
