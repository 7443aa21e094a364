"""The request as our views get it, with its types."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from partituur.accounts.models import Person


class Request(HttpRequest):
    """A request of somebody who signed in."""

    user: Person
    htmx: HtmxDetails
