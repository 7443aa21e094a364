"""Addresses of a member's data: one's own, and erasing it. Below school/<school>/."""

from django.urls import path

from partituur.web.plans import erasing, mine

urlpatterns = [
    path("mijn-gegevens/", mine.mine, name="my-data"),
    path("mijn-gegevens/json/", mine.mine_as_json, name="my-data-json"),
    path("mensen/<uuid:member>/wissen/", erasing.erase, name="person-erase"),
]
