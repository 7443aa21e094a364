"""Who gets what at every address: the table, written out by hand from the rules of the domain.

A row says under which right an address falls. A right says, for a role, a state of the plan and a
part that is shared or not, what the answer is: yes, 403 (you know that it is there, and may not),
or 404 (for you it is not there). A route without a row fails the build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.web.access.house import House

from partituur.plans.models import Revision
from partituur.web import digest

YES, NO, NOT_THERE, SIGN_IN = "yes", "403", "404", "sign in"
IBS = {"named_ib", "other_ib"}
MANAGERS = {*IBS, "leader"}
PARTNERS = {"subject", "named_ib"}
OPEN_STATES = {"draft", "in_consultation"}


@dataclass(frozen=True)
class Case:
    """One situation."""

    role: str
    state: str
    part: str  # "own" or "shared"


Right = Callable[[Case], str]


def anyone(_case: Case) -> str:
    return YES


def signed_in(case: Case) -> str:
    return SIGN_IN if case.role == "anonymous" else YES


def nobody(_case: Case) -> str:
    """What was asked for is not there: a service or a session that does not exist."""
    return NOT_THERE


def nobody_signed_in(case: Case) -> str:
    """The same, and who is not signed in is asked to do that first."""
    return SIGN_IN if case.role == "anonymous" else NOT_THERE


def outside_404(case: Case) -> str:
    """Members of the school; for others it is not there."""
    return _inside(case) or YES


def who_can_prove_it(case: Case) -> str:
    """Once more, for who has a password, an app or a passkey; nobody in the house has."""
    return SIGN_IN if case.role == "anonymous" else NO


def _inside(case: Case) -> str | None:
    """What keeps somebody out of a school altogether; None for its members."""
    if case.role == "anonymous":
        return SIGN_IN
    return NOT_THERE if case.role == "stranger" else None


def members(case: Case) -> str:
    return _inside(case) or YES


def turned_away(case: Case) -> str:
    """Members know that it is there; the plan is not where this can be done."""
    return _inside(case) or NO


def not_yet(case: Case) -> str:
    """What will be there for members, and is not there yet."""
    return _inside(case) or NOT_THERE


def managers(case: Case) -> str:
    return _inside(case) or (YES if case.role in MANAGERS else NO)


def managers_or_self(case: Case) -> str:
    """Who manages the school, and the teacher whom it is about."""
    allowed = case.role in MANAGERS or case.role == "teacher"
    return _inside(case) or (YES if allowed else NO)


def arrangers(case: Case) -> str:
    """IB'ers, until the team adopts."""
    return _inside(case) or (YES if case.role in IBS and case.state in OPEN_STATES else NO)


def placers(case: Case) -> str:
    """IB'ers; after the adoption they still give a newcomer a place."""
    return _inside(case) or (YES if case.role in IBS and case.state != "evaluated" else NO)


def is_open(case: Case) -> bool:
    """Whether a part still changes: before adopting; after it, what stands in no version."""
    return case.state in OPEN_STATES or (case.state == "adopted" and case.part == "own")


def part_readers(case: Case) -> str:
    """Partners; everybody in the school once the subject shared it."""
    allowed = case.role in PARTNERS or case.part == "shared"
    return _inside(case) or (YES if allowed else NOT_THERE)


def part_writers(case: Case) -> str:
    """Partners, until a version holds the part."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role in PARTNERS and is_open(case) else NO


def part_arrangers(case: Case) -> str:
    """Who may arrange and may read: moving a part."""
    outside = part_readers(case)
    return outside if outside != YES else arrangers(case)


def part_returners(case: Case) -> str:
    """IB'ers who may read it, until a version holds the part: putting back a part."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role in IBS and is_open(case) else NO


def part_removers(case: Case) -> str:
    """Who may put it back, and write there as well."""
    outside = part_returners(case)
    return outside if outside != YES else part_writers(case)


def part_partners(case: Case) -> str:
    """Partners, whatever the state; for others it is there when it was shared."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role in PARTNERS else NO


def part_guides(case: Case) -> str:
    """Partners; for everybody else the guidance log is not there, shared part or not."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role in PARTNERS else NOT_THERE


def part_supporters(case: Case) -> str:
    """Who writes there asks for support; for others a question to somebody is not there."""
    outside = part_writers(case)
    return NOT_THERE if outside == NO else outside


def part_handers(case: Case) -> str:
    """The named IB'er, until a version holds the part."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role == "named_ib" and is_open(case) else NO


def sharers_ever(case: Case) -> str:
    """The subject alone."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role == "subject" else NO


def part_authors(case: Case) -> str:
    """Only who said it: the subject."""
    return _inside(case) or (YES if case.role == "subject" else NOT_THERE)


def part_deciders(case: Case) -> str:
    """Who writes there and did not suggest it: the subject."""
    outside = part_writers(case)
    return NO if outside == YES and case.role == "named_ib" else outside


def part_suggesters(case: Case) -> str:
    """Who decides about a suggestion, and who made it and takes it back, whatever the state."""
    mine = case.role == "named_ib"
    return YES if mine else part_deciders(case)


def part_note_writers(case: Case) -> str:
    """Only who wrote the note: the named IB'er."""
    return _inside(case) or (YES if case.role == "named_ib" else NOT_THERE)


def asked(case: Case) -> str:
    """Only who was asked."""
    return _inside(case) or (YES if case.role == "teacher" else NOT_THERE)


def sharers(case: Case) -> str:
    """The subject alone, until a version holds the part."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role == "subject" and is_open(case) else NO


def part_looking_back(case: Case) -> str:
    """Who reads the goal reads what came of it, once the team has adopted the plan."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return NO if case.state in OPEN_STATES else YES


def part_evaluators(case: Case) -> str:
    """Partners, from adopting until the team has looked back."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role in PARTNERS and case.state == "adopted" else NO


def part_evaluation_sharers(case: Case) -> str:
    """Only who wrote one, and only where the team can read the goal."""
    outside = part_evaluation_keepers(case)
    return NO if outside == YES and case.part == "own" else outside


def part_evaluation_keepers(case: Case) -> str:
    """Only who wrote one: the subject of both her goals, the named IB'er of the shared one."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    wrote = case.role == "subject" or (case.role == "named_ib" and case.part == "shared")
    return YES if wrote else NOT_THERE


def team_evaluators(case: Case) -> str:
    """Every member, from adopting until the team has looked back."""
    return _inside(case) or (YES if case.state == "adopted" else NO)


def part_amenders(case: Case) -> str:
    """Partners propose changes in a part that a version holds, while the plan is adopted."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    sealed = case.state == "adopted" and case.part == "shared"
    return YES if case.role in PARTNERS and sealed else NO


def amenders(case: Case) -> str:
    """IB'ers propose changes in what is of the whole school."""
    return _inside(case) or (YES if case.role in IBS and case.state == "adopted" else NO)


def part_askers(case: Case) -> str:
    """Whoever reads a small change asks for the meeting, while the plan is adopted."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.state == "adopted" else NO


def part_proposers(case: Case) -> str:
    """Who proposed it (the subject) takes it back."""
    outside = part_readers(case)
    if outside != YES:
        return outside
    return YES if case.role == "subject" else NO


def drafter(case: Case) -> str:
    """Whose draft it is (the subject's), while the plan is adopted; for others it is not there."""
    if outside := _inside(case):
        return outside
    if case.role != "subject":
        return NOT_THERE
    return YES if case.state == "adopted" else NO


def was_not_there(case: Case) -> str:
    """Who was invited to the meeting that is over, and did not come."""
    came = case.role in {"named_ib", "leader"}
    return _inside(case) or (NO if came else YES)


def from_draft(case: Case) -> str:
    """Who manages the school, while the plan is a concept."""
    outside = managers(case)
    return outside if outside != YES else YES if case.state == "draft" else NO


@dataclass(frozen=True)
class Route:
    """One way of asking for one address."""

    name: str
    right: Right
    post: dict[str, str] | Callable[[House, str], dict[str, str]] | None = None  # None for GET
    kwargs: Callable[[House, str], dict[str, Any]] = field(default=lambda _house, _part: {})

    @property
    def is_get(self) -> bool:
        return self.post is None

    def data(self, house: House, part: str) -> dict[str, str]:
        """What is sent along."""
        return self.post(house, part) if callable(self.post) else self.post or {}

    @property
    def about_a_part(self) -> bool:
        return self.right in (
            part_readers, part_writers, part_arrangers, part_returners, part_removers, part_partners, sharers,
            part_guides, part_supporters, part_handers, sharers_ever, part_authors, part_note_writers,
            part_deciders, part_suggesters,
            part_looking_back, part_evaluators, part_evaluation_sharers, part_evaluation_keepers,
            part_amenders, part_askers, part_proposers,
        )  # fmt: skip


def _year(_house: House, _part: str) -> dict[str, Any]:
    return {"year": "2026-2027"}


def _last_year(_house: House, _part: str) -> dict[str, Any]:
    return {"year": "2025-2026"}


def _free_year(_house: House, _part: str) -> dict[str, Any]:
    return {"year": "2027-2028"}


def _goal(house: House, part: str) -> dict[str, Any]:
    return {"year": "2026-2027", "goal": house.goal(part).public_id}


def _team_goal(house: House, _part: str) -> dict[str, Any]:
    return _goal(house, "team")


def _field(house: House, part: str) -> dict[str, Any]:
    return _goal(house, part) | {"key": "approach"}


def _part(house: House, part: str) -> dict[str, Any]:
    return {"year": "2026-2027", "part": house.parts[part].public_id}


def _principle(house: House, _part: str) -> dict[str, Any]:
    return {"year": "2026-2027", "principle": house.things["principle"].public_id}


def _with(more: dict[str, Any], made: Any) -> Callable[[House, str], dict[str, Any]]:
    return lambda house, part: made(house, part) | more


def _thing(name: str, key: str, year: bool = False) -> Callable[[House, str], dict[str, Any]]:
    return lambda house, _part: (
        {key: house.things[name].public_id} | ({"year": "2026-2027"} if year else {})
    )


def _member(house: House, _part: str) -> dict[str, Any]:
    return {"member": house.people["teacher"].public_id}


def _in_team(house: House, _part: str) -> dict[str, Any]:
    return {
        "team": house.things["team"].public_id,
        "member": house.people["subject"].public_id,
    }


def _earlier(house: House, part: str) -> dict[str, str]:
    found = Revision.objects.filter(text__goal=house.goal(part), text__key="approach")
    return {"revision": str(found[0].pk)}


def _earlier_principle(house: House, _part: str) -> dict[str, str]:
    found = Revision.objects.filter(text__principle=house.things["principle"])
    return {"revision": str(found[0].pk)}


def _of(name: str, key: str) -> Callable[[House, str], dict[str, Any]]:
    """What stands beside each of the two parts: a conversation, a suggestion …"""
    return lambda house, part: {
        "year": "2026-2027", key: house.things.get(f"{name} {part}", house.things[f"{name} shared"]).public_id,
    }  # fmt: skip


def _meeting(house: House, _part: str) -> dict[str, Any]:
    return {"meeting": house.things["meeting"].public_id}


def _over(house: House, _part: str) -> dict[str, Any]:
    return {"meeting": house.things["meeting over"].public_id}


def _going_on(house: House, _part: str) -> dict[str, Any]:
    return {"meeting": house.things["meeting open"].public_id}


def _of_going_on(name: str) -> Callable[[House, str], dict[str, Any]]:
    return lambda house, part: (
        _going_on(house, part) | {name: house.things[f"{name} open"].public_id}
    )


_point_going_on = _of_going_on("point")


def _code(house: House, _part: str) -> dict[str, Any]:
    return {"code": house.things["meeting open"].code}


def _agenda_point(house: House, part: str) -> dict[str, Any]:
    return _meeting(house, part) | {"point": house.things["point"].public_id}


def _point_over(house: House, part: str) -> dict[str, Any]:
    return _over(house, part) | {"point": house.things["point over"].public_id}


def _invited(house: House, _part: str) -> dict[str, str]:
    return {"member": str(house.people["teacher"].public_id)}


def _note(house: House, part: str) -> dict[str, Any]:
    return _part(house, part) | _of("note", "note")(house, part)


def _key(**kwargs: Any) -> Callable[[House, str], dict[str, Any]]:
    return lambda _house, _part: kwargs


def _to_other_ib(house: House, _part: str) -> dict[str, str]:
    return {"to": str(house.people["other_ib"].public_id)}


def _digest(house: House, _part: str) -> dict[str, Any]:
    return {"token": digest.token_of(house.people["teacher"])}


def _link(house: House, _part: str) -> dict[str, Any]:
    return {"token": house.things["link"]}


UP = {"step": "omhoog"}
NEW_MEETING = {
    "purposes": "adopt", "day": "21-9-2026", "time": "15.30", "place": "", "way": "consent",
    "run_by": "",
}  # fmt: skip
LOOKED_BACK = {"reached": "partly", "came_of_it": "Het lukt vaak.", "shared": "no"}
ROUTES: list[Route] = [
    # the front door
    Route("start", anyone),
    Route("demo", anyone),
    Route("security-txt", nobody),  # no contact is set in the tests
    Route("demo-mail", anyone),
    Route("set-language", anyone, {"language": "en"}),
    Route("set-theme", anyone, {"theme": "dark"}),
    Route("sign-out", signed_in, {}),
    # signing in
    Route("account_login", anyone),
    Route("account_login", anyone, {}),
    Route("sign-in-at", anyone),
    Route("account_request_login_code", anyone),
    Route("account_request_login_code", anyone, {"email": "thijs@canarie.test"}),
    Route("account_confirm_login_code", anyone),
    Route("account_confirm_login_code", anyone, {"code": "0000-0000"}),
    Route("mfa_authenticate", anyone),
    Route("mfa_authenticate", anyone, {"code": "000000"}),
    Route("mfa_login_webauthn", anyone),
    Route("mfa_login_webauthn", anyone, {}),
    Route("account_inactive", anyone),
    Route("sign-in-with", nobody, {}, _key(key="geen")),
    Route("oidc-back", nobody, None, _key(key="geen")),
    Route("saml_acs", nobody, {}, _key(organization_slug="geen")),
    Route("saml_finish_acs", nobody, None, _key(organization_slug="geen")),
    Route("saml_metadata", nobody, None, _key(organization_slug="geen")),
    Route("saml_sls", nobody, None, _key(organization_slug="geen")),
    Route("account_reauthenticate", who_can_prove_it),
    Route("account_reauthenticate", who_can_prove_it, {}),
    Route("mfa_reauthenticate", who_can_prove_it),
    Route("mfa_reauthenticate", who_can_prove_it, {}),
    Route("mfa_reauthenticate_webauthn", who_can_prove_it),
    Route("mfa_reauthenticate_webauthn", who_can_prove_it, {}),
    Route("sign-in-anew", signed_in),
    Route("sign-in-anew", lambda _case: SIGN_IN, {}),
    Route("invitation", anyone, None, _link),
    Route("invitation", anyone, {}, _link),
    Route("invited-through", nobody, {}, _with({"key": "geen"}, _link)),
    # one's account
    Route("mfa_index", signed_in),
    Route("password", signed_in),
    Route("password", signed_in, {"password": "een heel lang wachtwoord"}),
    Route("password-away", signed_in, {}),
    Route("mfa_activate_totp", signed_in),
    Route("mfa_activate_totp", signed_in, {}),
    Route("mfa_deactivate_totp", nobody_signed_in),
    Route("mfa_deactivate_totp", nobody_signed_in, {}),
    Route("emergency-codes", signed_in),
    Route("emergency-codes", signed_in, {}),
    Route("mfa_add_webauthn", signed_in),
    Route("mfa_add_webauthn", signed_in, {}),
    Route("mfa_remove_webauthn", nobody_signed_in, None, _key(pk=0)),
    Route("mfa_remove_webauthn", nobody_signed_in, {}, _key(pk=0)),
    Route("tie", signed_in, {}, _key(key="geen")),
    Route("untie", signed_in, {}, _key(tie=0)),
    Route("end-session", nobody_signed_in, {}, _key(session=0)),
    Route("end-other-sessions", signed_in, {}),
    Route("digest", outside_404, {}),
    Route("digest-off", anyone, None, _digest),
    Route("digest-off", anyone, {}, _digest),
    # the plan
    Route("plan-now", members),
    Route("plan", members, None, _year),
    Route("plan-here", members, {}, _year),
    Route("plan-here", members, {"doubt": "1", "renew": "1"}, _year),
    Route("plan-here", members, {"gone": "1"}, _year),
    Route("my-part-now", members),
    Route("my-part", members, None, _year),
    Route("my-part", members, {"approach": "x", "approach.version": "99"}, _year),
    Route("plan-begin", lambda case: arrangers(Case(case.role, "draft", "")), {}, _free_year),
    Route("principles", arrangers, None, _year),
    Route("principles", arrangers, {"own": "Van ons."}, _year),
    Route("give-places", placers, {}, _year),
    Route("part-add", placers, None, _year),
    Route("part-add", placers, {"kind": "other", "heading": "Meer"}, _year),
    Route("read-in", arrangers, None, _year),
    Route("read-in", arrangers, {}, _year),
    Route("read-in-undo", arrangers, {}, _thing("arrival", "arrival", year=True)),
    Route("read-in-redo", arrangers, {}, _thing("arrival", "arrival", year=True)),
    Route("unplaced-put-away", arrangers, {}, _thing("unplaced", "unplaced", year=True)),
    Route("documents", members, None, _year),
    Route("document", members, None, _with({"key": "md"}, _year)),
    Route("document-private", members, {}, _with({"key": "md"}, _year)),
    # versions
    Route("versions", members, None, _year),
    Route("versions-compare", members, None, _year),
    Route("versions", members, None, _last_year),
    Route("versions-compare", members, None, _last_year),
    Route("version", members, None, _with({"number": 1}, _last_year)),
    Route("version-document", members, None, _with({"number": 1, "key": "docx"}, _last_year)),
    Route("version-document", members, None, _with({"number": 1, "key": "pdf"}, _last_year)),
    Route("version-document", members, None, _with({"number": 1, "key": "json"}, _last_year)),
    # in overleg, and the meetings before and after
    Route("plan-consultation", from_draft, {}, _year),
    Route("plan-draft", turned_away, {}, _year),  # a meeting about it is going on
    Route("meetings", members),
    Route("meeting-new", managers),
    Route("meeting-new", managers, NEW_MEETING),
    Route("meeting", members, None, _meeting),
    Route("meeting", members, None, _over),
    Route("meeting-change", managers, None, _meeting),
    Route("meeting-change", managers, NEW_MEETING, _meeting),
    Route("meeting-cancel", managers, None, _meeting),
    Route("meeting-cancel", managers, {}, _meeting),
    Route("meeting-members", managers, None, _meeting),
    Route("meeting-members", managers, _invited, _meeting),
    Route("meeting-invite", managers, None, _meeting),
    Route("meeting-invite", managers, {"when": "now"}, _meeting),
    Route("meeting-agenda", managers, None, _meeting),
    Route("meeting-agenda-renew", managers, {}, _meeting),
    Route("meeting-agenda-add", managers, None, _meeting),
    Route("meeting-agenda-add", managers, {"title": "Erbij", "asks": "no"}, _meeting),
    Route("meeting-agenda-up", managers, {}, _agenda_point),
    Route("meeting-agenda-down", managers, {}, _agenda_point),
    Route("meeting-agenda-remove", managers, {}, _agenda_point),
    Route("meeting-excuse", members, {}, _meeting),
    Route("meeting-come", members, {}, _meeting),
    Route("meeting-ics", members, None, _meeting),
    Route("meeting-afterwards", was_not_there, None, _point_over),
    Route("meeting-afterwards", was_not_there, {"choice": "agree"}, _point_over),
    # during a meeting
    Route("meeting-open", turned_away, {}, _meeting),  # the plan is no longer in overleg here
    Route("meeting-run", managers, None, _going_on),
    Route("meeting-show", managers, {}, _point_going_on),
    Route("meeting-close-point", managers, {}, _point_going_on),
    Route("meeting-hands", managers, {"agree": "3"}, _point_going_on),
    Route("meeting-outcome", managers, {"words": "Zo."}, _point_going_on),
    Route("meeting-reword", turned_away, None, _point_going_on),
    Route("meeting-reword", turned_away, {}, _point_going_on),
    Route("meeting-met", managers, {"words": "Zo."}, _of_going_on("answer")),
    Route("meeting-spoke", managers, {}, _of_going_on("answer")),
    Route("meeting-seat", managers, {"step": "leave"}, _of_going_on("seat")),
    Route("meeting-device", managers, {"answer": "yes"}, _of_going_on("device")),
    Route("meeting-decide", turned_away, None, _with({"purpose": "adopt"}, _going_on)),
    Route("meeting-decide", turned_away, {}, _with({"purpose": "adopt"}, _going_on)),
    Route("meeting-decided", not_yet, None, _with({"purpose": "adopt"}, _going_on)),
    Route("meeting-close", managers, None, _going_on),
    Route("meeting-close", managers, {}, _going_on),
    Route("meeting-screen", members, None, _going_on),
    Route("meeting-phone", members, None, _going_on),
    Route("meeting-phone", members, {"step": "here"}, _going_on),
    Route("join", anyone),
    Route("join", anyone, {"code": "KWART 1"}),
    Route("join-code", anyone, None, _code),
    Route("join-code", anyone, {}, _code),
    Route("join-phone", nobody),
    Route("join-phone", nobody, {}),
    Route("join-forget", anyone, {}),
    Route("meeting-minutes", members, None, _over),
    Route("meeting-minutes-document", members, None, _with({"key": "docx"}, _over)),
    Route("meeting-minutes-document", members, None, _with({"key": "pdf"}, _over)),
    # goals of a part
    Route("goal", part_writers, None, _goal),
    Route("goal", part_writers, {"approach": "x", "approach.version": "9"}, _goal),
    Route("goal-field", part_writers, None, _field),
    Route("goal-field", part_writers, {"approach": "x", "approach.version": "9"}, _field),
    Route("goal-history", part_readers, None, _field),
    Route("goal-now", part_readers, None, _field),
    Route("goal-take-back", part_writers, _earlier, _field),
    Route("goal-vision", part_writers, None, _goal),
    Route("goal-vision", part_writers, {}, _goal),
    Route("goal-move", part_writers, {}, _with(UP, _goal)),
    Route("goal-remove", part_writers, {}, _goal),
    Route("goal-put-back", part_writers, {}, _goal),
    Route("goal-add", part_writers, {}, _part),
    # parts
    Route("part", part_writers, None, _part),
    Route("part", part_writers, {"heading": "Leraar"}, _part),
    Route("part-move", part_arrangers, {}, _with(UP, _part)),
    Route("part-remove", part_removers, {}, _part),
    Route("part-put-back", part_returners, {}, _part),
    Route("part-share", sharers, {}, _part),
    Route("part-unshare", sharers, {}, _part),
    Route("part-agreement", part_partners, None, _part),
    Route("part-agreement", part_writers, {"seen": "x"}, _part),
    Route("part-disagree", part_writers, {}, _part),
    Route("part-document", part_readers, None, _part),
    Route("part-hand-over", part_handers, _to_other_ib, _part),
    Route("part-hand-over-answer", sharers_ever, {"answer": "yes"}, _part),
    # principles
    Route("principle", arrangers, None, _principle),
    Route("principle", arrangers, {"principle": "x"}, _principle),
    Route("principle-history", members, None, _principle),
    Route("principle-now", members, None, _principle),
    Route("principle-take-back", arrangers, _earlier_principle, _principle),
    Route("principle-accent", arrangers, {}, _principle),
    Route("principle-move", arrangers, {}, _with(UP, _principle)),
    Route("principle-remove", arrangers, {}, _principle),
    Route("principle-put-back", arrangers, {}, _principle),
    # looking back
    Route("goal-evaluation", part_looking_back, None, _goal),
    Route("goal-evaluation", part_evaluators, LOOKED_BACK, _goal),
    Route("goal-evaluation", team_evaluators, LOOKED_BACK, _team_goal),
    Route("evaluation-share", part_evaluation_sharers, {}, _goal),
    Route("evaluation-take-back", part_evaluation_keepers, {}, _goal),
    # amending
    Route("amend-draft", members, None, _year),
    Route("amend-draft", members, {"reason": "x", "size": "real"}, _year),
    Route("amend-goal", part_amenders, None, _goal),
    Route("amend-field", part_amenders, None, _field),
    Route("amend-field", part_amenders, {"approach": "Zo."}, _field),
    Route("amend-principle", amenders, None, _principle),
    Route("amend-principle", amenders, {"principle": "Zo."}, _principle),
    Route("amend-again", drafter, None, _thing("amended", "text", year=True)),
    Route("amend-again", drafter, {"support": "Zo."}, _thing("amended", "text", year=True)),
    Route("amend-drop", drafter, {}, _thing("amended", "text", year=True)),
    Route("amendment", part_readers, None, _of("amendment", "amendment")),
    Route("amendment-ask", part_askers, {}, _of("amendment", "amendment")),
    Route("amendment-withdraw", part_proposers, {}, _of("amendment", "amendment")),
    # talking it over
    Route("part-talk", part_readers, None, _part),
    Route("part-talk", part_readers, {"body": "Hallo"}, _part),
    Route("goal-talk", part_readers, None, _goal),
    Route("goal-talk", part_readers, {"body": "Hallo"}, _goal),
    Route("field-talk", part_readers, None, _field),
    Route("field-talk", part_readers, {"body": "Hallo"}, _field),
    Route("field-talk", part_readers, {"what": "suggest", "suggestion": "Anders."}, _field),
    Route("principle-talk", members, None, _principle),
    Route("principle-talk", members, {"body": "Hallo"}, _principle),
    Route("talk", part_readers, None, _of("talk", "conversation")),
    Route("talk-say", part_readers, {"body": "Ja"}, _of("talk", "conversation")),
    Route("talk-settle", part_readers, {}, _of("talk", "conversation")),
    Route("talk-open", part_readers, {}, _of("talk", "conversation")),
    Route("suggestion-accept", part_deciders, {"seen": "9"}, _of("suggestion", "suggestion")),
    Route("suggestion-decline", part_suggesters, {}, _of("suggestion", "suggestion")),
    Route("remark-away", part_authors, {}, _of("remark", "remark")),
    Route("goal-support", part_writers, None, _goal),
    Route("goal-support", part_writers, {"what": "guest", "name": "Derde"}, _goal),
    Route("support-question-back", part_supporters, {}, _of("question", "question")),
    Route("support-question", asked, None, _of("question", "question")),
    Route("support-question", asked, {"answer": "no"}, _of("question", "question")),
    Route("guest-link-away", part_supporters, {}, _of("guest", "guest")),
    Route("guest", anyone, None, lambda house, _part: {"token": house.things["guest link"]}),
    Route(
        "guest", anyone, {"effort": "x"}, lambda house, _part: {"token": house.things["guest link"]}
    ),
    Route("part-guidance", part_guides, None, _part),
    Route("part-guidance", part_guides, {}, _part),
    Route("guidance-note-away", part_note_writers, {}, _note),
    # the school
    Route("settings", members),
    Route("school", members),
    Route("school", managers, {"name": "Anders"}),
    Route("services", managers),
    Route("services", managers, {}),
    Route("service-confirm", managers, {}, _thing("service", "service")),
    Route("service-remove", managers, {}, _thing("service", "service")),
    Route("keeping", managers),
    Route("keeping", managers, {}),
    Route("hold", managers, {"step": "ask", "reason": "Onderzoek."}),
    Route("invite", managers),
    Route("invite", managers, {}),
    Route("words", members),
    Route("words", managers, {}),
    Route("log", members),
    Route("checking", members),
    Route("checking", members, {"vingerafdruk": "v1-0f3a9c27"}),
    Route("my-data", members),
    Route("my-data-json", members),
    Route("years", members),
    Route("years", managers, {"start": "2028"}),
    Route("people", members),
    Route("people-add", managers),
    Route("people-add", managers, {"name": "Nieuw", "roles": "teacher"}),
    Route("people-import", managers),
    Route("people-import", managers, {"text": "Nieuw"}),
    Route("people-import-apply", managers, {}),
    Route("people-import-done", members),
    Route("people-import-undo", managers, {}),
    Route("person", managers, None, _member),
    Route("person", managers, {"name": "Thijs", "roles": "teacher"}, _member),
    Route("person-erase", managers_or_self, None, _member),
    Route("person-erase", managers_or_self, {"step": "confirm"}, _member),
    Route("person-end", managers, {"until_date": "1-10-2026"}, _member),
    Route("person-back", managers, {}, _member),
    Route("learning-teams", members),
    Route("learning-teams", managers, {"name": "Nieuw"}),
    Route("learning-team", managers, None, _thing("team", "team")),
    Route("learning-team", managers, {"name": "Anders"}, _thing("team", "team")),
    Route("learning-team-join", managers, {}, _thing("team", "team")),
    Route("learning-team-end", managers, {}, _thing("team", "team")),
    Route("learning-team-resume", managers, {}, _thing("team", "team")),
    Route("learning-team-place", managers, None, _in_team),
    Route("learning-team-place", managers, {}, _in_team),
    Route("learning-team-take-out", managers, {}, _in_team),
    Route("vision", members),
    Route("vision", managers, {"text": "Nieuw."}),
    Route("statement", managers, None, _thing("statement", "statement")),
    Route("statement", managers, {"text": "Anders."}, _thing("statement", "statement")),
    Route("statement-up", managers, {}, _thing("statement", "statement")),
    Route("statement-down", managers, {}, _thing("statement", "statement")),
    Route("statement-retire", managers, {}, _thing("statement", "statement")),
    Route("statement-back", managers, {}, _thing("statement", "statement")),
    Route("format", members),
    Route("format-add", managers),
    Route("format-add", managers, {"label": "Koor", "fields": "Doel"}),
    Route("format-kind", managers, None, lambda _house, _part: {"kind": "teacher"}),
    Route("format-kind", managers, {}, lambda _house, _part: {"kind": "teacher"}),
    Route("format-remove", managers, {}, lambda _house, _part: {"kind": "koor"}),
    # the gallery, in a demo and in development
    Route("ui:gallery", anyone),
    Route("ui:gallery-form", anyone),
    Route("ui:gallery-sheet", anyone),
]
# A visitor of the demo takes somebody's place there; tested in tests/web/start.
NO_ROW = {"look-as"}
