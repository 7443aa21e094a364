"""Every address, by area."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("partituur.web.start.urls"))]

# While the house is being built, an area that does not import yet is left out.
for prefix, module in (
    ("school/<slug:school>/plan/", "partituur.web.plans.urls"),
    ("school/<slug:school>/", "partituur.web.schools.urls"),
):
    try:
        import_module(module)
    except ImportError:
        continue
    urlpatterns.append(path(prefix, include(module)))

if settings.SHOW_GALLERY:
    urlpatterns.append(path("stijl/", include("partituur.ui.urls")))
