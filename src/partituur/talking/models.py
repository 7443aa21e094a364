"""Rows of what people say to each other around a plan."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership, School


class Conversation(models.Model):
    """Gesprek: beside a part, a goal, one field of a goal, or a principle; open or settled.

    It keeps the audience it began with. Begun when the part was its partners' alone, it stays with
    the ``readers`` who were partners then, whatever is shared later.
    """

    class Audience(models.TextChoices):
        """Wie meelezen."""

        PARTNERS = "partners", _("alleen wie het aangaat")
        TEAM = "team", _("het team")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="conversations")
    part = models.ForeignKey(
        Part, on_delete=models.CASCADE, null=True, blank=True, related_name="conversations"
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="conversations"
    )
    key = models.CharField("veld", max_length=40, blank=True)
    principle = models.ForeignKey(
        Principle, on_delete=models.CASCADE, null=True, blank=True, related_name="conversations"
    )
    audience = models.CharField("wie meelezen", max_length=8, choices=Audience.choices)
    readers = models.ManyToManyField(Membership, related_name="+")
    began_at = models.DateTimeField("begonnen op")
    settled_at = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        constraints = [
            models.CheckConstraint(
                condition=Q(part__isnull=False, principle__isnull=True)
                | Q(part__isnull=True, goal__isnull=True, principle__isnull=False),
                name="conversation_beside_a_part_or_a_principle",
            )
        ]

    def __str__(self) -> str:
        return f"gesprek ({self.began_at:%Y-%m-%d})"

    @property
    def line(self) -> Goal | Principle | None:
        """What the words under discussion stand in, when it is about words."""
        return self.goal or self.principle


class Remark(models.Model):
    """Opmerking in a conversation. It goes when its author is erased."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="remarks")
    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="remarks")
    body = models.TextField("woorden")
    at = models.DateTimeField("gezegd op")
    mentions = models.ManyToManyField(Membership, related_name="mentioned_in")

    class Meta:
        verbose_name = "opmerking"
        verbose_name_plural = "opmerkingen"

    def __str__(self) -> str:
        return f"opmerking ({self.at:%Y-%m-%d})"


class Suggestion(models.Model):
    """Voorstel: other words for a field. A writer accepts it, and then it is the text."""

    class State(models.TextChoices):
        """Hoe het ervoor staat."""

        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("overgenomen")
        DECLINED = "declined", _("niet overgenomen")
        WITHDRAWN = "withdrawn", _("teruggenomen")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="suggestions"
    )
    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="suggestions")
    body = models.TextField("woorden")
    before = models.TextField("wat er stond", blank=True)
    at = models.DateTimeField("voorgesteld op")
    state = models.CharField("stand", max_length=10, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("besloten op", null=True, blank=True)

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"

    def __str__(self) -> str:
        return f"voorstel ({self.at:%Y-%m-%d})"


class SupportQuestion(models.Model):
    """Vraag om ondersteuning: one colleague is asked to support a goal, and says yes or no.

    What it takes is asked along: time, an exchange, a class looked after.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="support_questions")
    asked_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    colleague = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="support_questions"
    )
    question = models.TextField("vraag")
    takes_time = models.BooleanField("vraagt tijd", default=False)
    takes_exchange = models.BooleanField("is een ruil", default=False)
    takes_class = models.BooleanField("vraagt opvang van een klas", default=False)
    asked_at = models.DateTimeField("gevraagd op")
    says_yes = models.BooleanField("zegt ja", null=True, blank=True)
    answer = models.TextField("antwoord", blank=True)
    answered_at = models.DateTimeField("geantwoord op", null=True, blank=True)

    class Meta:
        verbose_name = "vraag om ondersteuning"
        verbose_name_plural = "vragen om ondersteuning"
        constraints = [
            models.UniqueConstraint(fields=["goal", "colleague"], name="support_asked_once")
        ]

    def __str__(self) -> str:
        return f"vraag om ondersteuning ({self.asked_at:%Y-%m-%d})"


class GuestLink(models.Model):
    """Link voor een derde: a frozen view of one goal for somebody from outside, and their effort.

    Only a digest of the link is kept. It ends by itself, and can be withdrawn before.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="guest_links")
    made_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField("wie", max_length=120)
    digest = models.CharField("afdruk van de link", max_length=64, unique=True)
    content = models.JSONField("wat de derde ziet")  # [[label, html], …] as it was then
    effort = models.TextField("wat de derde doet", blank=True)
    effort_at = models.DateTimeField("geschreven op", null=True, blank=True)
    made_at = models.DateTimeField("gemaakt op")
    expires_at = models.DateTimeField("geldt tot")

    class Meta:
        verbose_name = "link voor een derde"
        verbose_name_plural = "links voor derden"

    def __str__(self) -> str:
        return f"link voor een derde ({self.made_at:%Y-%m-%d})"


class GuidanceNote(models.Model):
    """Aantekening in the guidance log (begeleidingslogboek) of a part: for its partners."""

    class Kind(models.TextChoices):
        """Waarvan."""

        TALK = "talk", _("gesprek")
        VISIT = "visit", _("klassenbezoek")
        AGREEMENT = "agreement", _("afspraak")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="guidance_notes")
    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField("waarvan", max_length=10, choices=Kind.choices)
    day = models.DateField("dag")
    body = models.TextField("woorden")
    written_at = models.DateTimeField("geschreven op")

    class Meta:
        verbose_name = "aantekening"
        verbose_name_plural = "aantekeningen"

    def __str__(self) -> str:
        return f"aantekening ({self.day})"
