"""The request as our views get it, with its types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from partituur.accounts.models import Person

if TYPE_CHECKING:
    from partituur.web.doors import Here


# In the session, said at signing in through a service of a school:
THROUGH_SCHOOL = "through_school"  # the only school that this sign-in opens
THROUGH_SECOND_STEP = "through_second_step"  # the service asked for a second step itself


class Request(HttpRequest):
    """A request of somebody who signed in; ``here`` is set by the door that let them in."""

    user: Person
    htmx: HtmxDetails
    here: Here
