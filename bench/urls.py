"""The product's addresses, and the bare pages that it is measured against."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from partituur.config.urls import urlpatterns as ours
from partituur.plans import queries
from partituur.web.plans.doors import plan_or_404

BARE = engines["django"].from_string(
    "<!doctype html><title>{{ plan }}</title>{% for each in loaded.principles %}"
    "<li>{{ each.text.html|safe }}</li>{% endfor %}{% for part in loaded.parts %}"
    "<h2>{{ part.part.heading }}</h2>{% for goal in part.goals %}<dl>"
    "{% for key, text in goal.texts.items %}<dt>{{ key }}</dt><dd>{{ text.html|safe }}</dd>"
    "{% endfor %}</dl>{% endfor %}{% endfor %}"
)
SMALLEST = engines["django"].from_string("<!doctype html><title>x</title><p>{{ user.name }}</p>")


@login_required
def bare(request: HttpRequest, school: str, year: str) -> HttpResponse:
    """The same rows, fetched by the same queries, in the barest template."""
    here = plan_or_404(request, school, year)  # type: ignore[arg-type]
    loaded = queries.load(here.plan, member=here.member, day=here.today)
    same_queries(here, loaded)
    return HttpResponse(BARE.render({"plan": here.plan, "loaded": loaded}, request))


def same_queries(here: object, loaded: object) -> None:
    """What the page asks besides the plan itself: the members, for advice; loose texts."""
    from partituur.plans.models import Import
    from partituur.schools import queries as schools

    list(schools.members_of(here.school, day=here.today))  # type: ignore[attr-defined]
    list(queries.unplaced(here.plan))  # type: ignore[attr-defined]
    Import.objects.filter(plan=here.plan).order_by("-at").first()  # type: ignore[attr-defined]


@login_required
def smallest(request: HttpRequest) -> HttpResponse:
    """The smallest page for somebody who signed in: session, person, a line of HTML."""
    return HttpResponse(SMALLEST.render({}, request))


urlpatterns = [
    path("bare/<slug:school>/<str:year>/", bare),
    path("smallest/", smallest),
    *ours,
]
