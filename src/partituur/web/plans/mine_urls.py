"""Addresses of one's own data, below school/<school>/mijn-gegevens/."""

from django.urls import path

from partituur.web.plans import mine

urlpatterns = [
    path("", mine.mine, name="my-data"),
    path("json/", mine.mine_as_json, name="my-data-json"),
]
