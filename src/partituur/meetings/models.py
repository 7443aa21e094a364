"""Rows of a team meeting, and what the database guarantees about them."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partituur.adoption.models import Amendment, PlanVersion
from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership, School


class Purpose(models.TextChoices):
    """Waarvoor: what the team does with the plan in a meeting."""

    ADOPT = "adopt", _("vaststellen")
    ADJUST = "adjust", _("bijstellen")
    EVALUATE = "evaluate", _("evalueren")


class Meeting(models.Model):
    """Teamvergadering: one sitting of the team about one plan.

    ``beat`` counts what changed for who takes part: a phone that has an older one asks again.
    """

    class State(models.TextChoices):
        """Staat van de vergadering."""

        PLANNED = "planned", _("gepland")
        OPEN = "open", _("bezig")
        CLOSED = "closed", _("afgelopen")
        CANCELLED = "cancelled", _("gaat niet door")

    class Way(models.TextChoices):
        """Manier van besluiten, chosen beforehand."""

        CONSENT = "consent", _("instemming: niemand heeft een beargumenteerd bezwaar")
        VOTE = "vote", _("stemmen")
        ANNOUNCED = "announced", _("mededelen")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="meetings")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="meetings")
    purposes = models.JSONField("waarvoor", default=list)  # one or two of Purpose
    looks_back_on = models.ForeignKey(  # the plan that is evaluated: this one, or last year's
        Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    starts_at = models.DateTimeField("begint op")
    place = models.CharField("waar", max_length=120, blank=True)
    way = models.CharField("manier van besluiten", max_length=9, choices=Way.choices)
    quorum = models.PositiveSmallIntegerField("zoveel procent moet er zijn", default=50)
    threshold = models.PositiveSmallIntegerField("meer dan zoveel procent is voor", default=50)
    state = models.CharField("staat", max_length=9, choices=State.choices, default=State.PLANNED)
    code = models.CharField("code om mee te doen", max_length=12, blank=True)  # while it is open
    run_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    point = models.ForeignKey(
        "Point", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    beat = models.PositiveIntegerField("slag", default=0)
    made_at = models.DateTimeField("gemaakt op")
    invited_at = models.DateTimeField("uitgenodigd op", null=True, blank=True)
    opened_at = models.DateTimeField("geopend op", null=True, blank=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    answers_until = models.DateField("wie er niet was, antwoordt tot", null=True, blank=True)
    sequence = models.PositiveSmallIntegerField("wijzigingen van de afspraak", default=0)

    class Meta:
        verbose_name = "teamvergadering"
        verbose_name_plural = "teamvergaderingen"
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="meeting_code_once"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state="open"), name="meeting_one_open_per_plan"
            ),
            models.CheckConstraint(
                condition=Q(quorum__lte=100, threshold__lte=99), name="meeting_in_percents"
            ),
        ]

    def __str__(self) -> str:
        return f"teamvergadering {self.starts_at:%Y-%m-%d}"

    def plan_for(self, purpose: str) -> Plan:
        """The plan that a purpose is about."""
        if purpose == Purpose.EVALUATE and self.looks_back_on is not None:
            return self.looks_back_on
        return self.plan


class Seat(models.Model):
    """Plek: an invited member, and whether they came."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seats")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    excused_at = models.DateTimeField("afgemeld op", null=True, blank=True)
    came_at = models.DateTimeField("gekomen op", null=True, blank=True)
    left_at = models.DateTimeField("weggegaan op", null=True, blank=True)

    class Meta:
        verbose_name = "plek in een vergadering"
        verbose_name_plural = "plekken in een vergadering"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="seat_once"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(came_at__isnull=False),
                name="seat_left_after_coming",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} ({self.meeting})"


class Device(models.Model):
    """Telefoon: one that said whose it is, for this meeting alone.

    It counts once whoever runs the meeting confirmed it; ``sign`` stands on both screens, so that
    they see which one they say yes to. Only a digest of its token is kept.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField("afdruk van de sleutel", max_length=64, unique=True)
    sign = models.CharField("teken", max_length=4)
    asked_at = models.DateTimeField("gevraagd op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    class Meta:
        verbose_name = "telefoon in een vergadering"
        verbose_name_plural = "telefoons in een vergadering"

    def __str__(self) -> str:
        return f"{self.sign} ({self.seat})"


class Point(models.Model):
    """Agendapunt: what the team looks at, and what it is asked.

    Answers are kept per member, or hands are counted, never both: ``by_hands`` says which, and is
    fixed by the first answer. A rewording begins a new ``round``: earlier answers are asked again.
    """

    class Kind(models.TextChoices):
        """Soort agendapunt."""

        PRINCIPLES = "principles", _("uitgangspunten")
        GOAL = "goal", _("doel")
        PART = "part", _("deel")
        OTHERS = "others", _("nog niet gedeeld")  # parts that are named and nothing more
        ACCENTS = "accents", _("accenten van de IB’er")
        AMENDMENT = "amendment", _("bijstelling")
        EVALUATION = "evaluation", _("evaluatie van een doel")
        LOOKING_BACK = "looking_back", _("terugblik op de uitgangspunten")
        DECISION = "decision", _("besluit")
        OWN = "own", _("eigen punt")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField("plaats", default=0)
    kind = models.CharField("soort", max_length=12, choices=Kind.choices)
    section = models.CharField("onder welk kopje", max_length=160)
    title = models.CharField("titel", max_length=300, blank=True)
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    part = models.ForeignKey(
        Part, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    amendment = models.ForeignKey(
        Amendment, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    purpose = models.CharField("waarvoor", max_length=8, choices=Purpose.choices)
    asks = models.BooleanField("vraagt een antwoord", default=True)
    round = models.PositiveSmallIntegerField("ronde", default=1)
    by_hands = models.BooleanField("handen geteld", null=True, blank=True)
    hands_agree = models.PositiveSmallIntegerField("handen voor", default=0)
    hands_note = models.PositiveSmallIntegerField("handen met een kanttekening", default=0)
    hands_object = models.PositiveSmallIntegerField("handen met een bezwaar", default=0)
    opened_at = models.DateTimeField("geopend op", null=True, blank=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    outcome = models.TextField("wat eruit kwam", blank=True)

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        indexes = [models.Index(fields=["meeting", "position"], name="point_in_its_place")]

    def __str__(self) -> str:
        return self.title or self.section


class Answer(models.Model):
    """Antwoord of one member to one point; the last one given counts.

    ``moment`` is the server's time at which the choice was made on the phone, in milliseconds since
    1970: an answer that was on its way for long never replaces a later one. ``key`` is the same for
    an answer and its repetitions.
    """

    class Choice(models.TextChoices):
        """Antwoord."""

        AGREE = "agree", _("akkoord")
        NOTE = "note", _("akkoord, met een kanttekening")
        OBJECT = "object", _("bezwaar")
        GO_ON = "go_on", _("door")
        ADJUST = "adjust", _("bijstellen")
        DONE = "done", _("klaar")
        ACCENTS = "accents", _("accenten")

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="answers")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.PositiveSmallIntegerField("ronde")
    choice = models.CharField("keuze", max_length=8, choices=Choice.choices)
    picks = models.JSONField("gekozen accenten", default=list)  # keys of meetings.accents
    words = models.TextField("woorden", blank=True)
    with_name = models.BooleanField("met naam in het verslag", default=False)
    wants_word = models.BooleanField("wil er iets over zeggen", default=False)
    moment = models.BigIntegerField("gekozen op, in milliseconden")
    key = models.UUIDField("sleutel")
    at = models.DateTimeField("ontvangen op")
    afterwards = models.BooleanField("achteraf gegeven", default=False)
    met = models.TextField("hoe aan het bezwaar tegemoet is gekomen", blank=True)

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = [models.UniqueConstraint(fields=["point", "member"], name="answer_once")]

    def __str__(self) -> str:
        return f"{self.choice} ({self.point})"


class Decision(models.Model):
    """Besluit: made once per meeting and purpose."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    purpose = models.CharField("waarvoor", max_length=8, choices=Purpose.choices)
    passed = models.BooleanField("aangenomen")
    words = models.TextField("in woorden")
    by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField("genomen op")
    version = models.ForeignKey(
        PlanVersion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [models.UniqueConstraint(fields=["meeting", "purpose"], name="decision_once")]

    def __str__(self) -> str:
        return f"{self.purpose} ({self.meeting})"
