"""Addresses of a plan, below ``school/<school>/plan/``."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from partituur.web.plans import (
    agreeing,
    amending,
    arranging,
    beginning,
    consulting,
    documents,
    own,
    sheet,
    together,
    versions,
    writing,
)


class Year:
    """A school year in an address: 2026-2027."""

    regex = r"20\d\d-20\d\d"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Step(Year):
    """A move: omhoog or omlaag."""

    regex = "omhoog|omlaag"


register_converter(Year, "year")
register_converter(Step, "step")

goal: list[URLPattern | URLResolver] = [
    path("", writing.goal, name="goal"),
    path("visie/", arranging.vision, name="goal-vision"),
    path("weg/", arranging.remove_goal, name="goal-remove"),
    path("terug/", arranging.put_back_goal, name="goal-put-back"),
    path("<step:step>/", arranging.move_goal, name="goal-move"),
    path("<slug:key>/", writing.goal, name="goal-field"),
    path("<slug:key>/nu/", writing.goal_now, name="goal-now"),
    path("<slug:key>/geschiedenis/", writing.goal_history, name="goal-history"),
    path("<slug:key>/terugzetten/", writing.take_back_goal, name="goal-take-back"),
]

principle: list[URLPattern | URLResolver] = [
    path("", writing.principle, name="principle"),
    path("nu/", writing.principle_now, name="principle-now"),
    path("geschiedenis/", writing.principle_history, name="principle-history"),
    path("terugzetten/", writing.take_back_principle, name="principle-take-back"),
    path("accent/", arranging.accent, name="principle-accent"),
    path("weg/", arranging.remove_principle, name="principle-remove"),
    path("terug/", arranging.put_back_principle, name="principle-put-back"),
    path("<step:step>/", arranging.move_principle, name="principle-move"),
]

part: list[URLPattern | URLResolver] = [
    path("", arranging.part, name="part"),
    path("doel/", arranging.add_goal, name="goal-add"),
    path("weg/", arranging.remove_part, name="part-remove"),
    path("terug/", arranging.put_back_part, name="part-put-back"),
    path("delen/", arranging.share, {"how": "delen"}, name="part-share"),
    path("niet-delen/", arranging.share, {"how": "niet-delen"}, name="part-unshare"),
    path("overdragen/", arranging.hand_over, name="part-hand-over"),
    path("overdragen/antwoord/", arranging.answer_hand_over, name="part-hand-over-answer"),
    path("akkoord/", agreeing.agreement, name="part-agreement"),
    path("akkoord/terug/", agreeing.take_back, name="part-disagree"),
    path("blad.pdf", documents.part_document, name="part-document"),
    path("<step:step>/", arranging.move_part, name="part-move"),
]

amend: list[URLPattern | URLResolver] = [
    path("", amending.draft, name="amend-draft"),
    path("doel/<uuid:goal>/", amending.fields, name="amend-goal"),
    path("doel/<uuid:goal>/<slug:key>/", amending.goal, name="amend-field"),
    path("uitgangspunt/<uuid:principle>/", amending.principle, name="amend-principle"),
    path("tekst/<uuid:text>/", amending.again, name="amend-again"),
    path("tekst/<uuid:text>/weg/", amending.drop, name="amend-drop"),
    path("<uuid:amendment>/", amending.amendment, name="amendment"),
    path("<uuid:amendment>/bespreken/", amending.ask, name="amendment-ask"),
    path("<uuid:amendment>/intrekken/", amending.withdraw, name="amendment-withdraw"),
]

plan: list[URLPattern | URLResolver] = [
    path("", sheet.sheet, name="plan"),
    path("", include("partituur.web.talking.urls")),
    path("hier/", together.here_now, name="plan-here"),
    path("", include("partituur.web.evaluations.urls")),
    path("mijn-deel/", own.my_part, name="my-part"),
    path("overleg/", consulting.open_consultation, name="plan-consultation"),
    path("concept/", consulting.back_to_draft, name="plan-draft"),
    path("begin/", beginning.begin, name="plan-begin"),
    path("uitgangspunten/", arranging.principles, name="principles"),
    path("plekken/", arranging.give_places, name="give-places"),
    path("deel/", arranging.add_part, name="part-add"),
    path("inlezen/", documents.read_in, name="read-in"),
    path(
        "inlezen/<uuid:arrival>/terug/",
        documents.undo_read_in,
        {"way": "terug"},
        name="read-in-undo",
    ),
    path(
        "inlezen/<uuid:arrival>/weer/", documents.undo_read_in, {"way": "weer"}, name="read-in-redo"
    ),
    path("niet-geplaatst/<uuid:unplaced>/weg/", documents.put_away, name="unplaced-put-away"),
    path("document/", documents.documents, name="documents"),
    path("document/<slug:key>/", documents.document, name="document"),
    path("document/<slug:key>/alles/", documents.private_document, name="document-private"),
    path("versies/", versions.versions, name="versions"),
    path("versies/vergelijken/", versions.compare, name="versions-compare"),
    path("versies/<int:number>/", versions.version, name="version"),
    path(
        "versies/<int:number>/document/<slug:key>/",
        versions.version_document,
        name="version-document",
    ),
    path("doel/<uuid:goal>/", include(goal)),
    path("uitgangspunt/<uuid:principle>/", include(principle)),
    path("deel/<uuid:part>/", include(part)),
    path("bijstellen/", include(amend)),
]

urlpatterns = [
    path("", sheet.current, name="plan-now"),
    path("mijn-deel/", own.now, name="my-part-now"),
    path("<year:year>/", include(plan)),
]
