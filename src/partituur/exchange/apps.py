from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "partituur.exchange"
    label = "exchange"
