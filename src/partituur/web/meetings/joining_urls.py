"""Addresses of joining with a code, below ``meedoen/``."""

from django.urls import URLPattern, URLResolver, path

from partituur.web.meetings import joining

urlpatterns: list[URLPattern | URLResolver] = [
    path("", joining.join, name="join"),
    path("telefoon/", joining.device, name="join-phone"),
    path("stoppen/", joining.forget, name="join-forget"),
    path("<str:code>/", joining.who, name="join-code"),
]
