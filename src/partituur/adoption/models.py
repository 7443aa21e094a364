"""Rows of adopted versions and of the proposals to adjust them."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partituur.plans.models import Goal, Plan, Principle
from partituur.schools.models import Membership, School


class SealedQuerySet(models.QuerySet[Any]):
    """Rows that are made once and never changed."""

    def update(self, **_fields: Any) -> int:
        raise TypeError("what is sealed does not change")

    def erase(self) -> int:
        """Take words, salt and owner away; see adoption.erasing, which records it in the log."""
        return super().update(body=None, salt="", part=None, member=None)


class SealedModel(models.Model):
    """A row that can be made, and not saved again."""

    objects = SealedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("what is sealed does not change")
        super().save(*args, **kwargs)


class PlanVersion(SealedModel):
    """Vastgestelde versie: what the team adopted. Made once; no code path changes it.

    ``structure`` is the snapshot and the decision, with a number in the place of every text and
    name; the words stand in ``SealedText`` under that number. ``root`` is the fingerprint over the
    structure and all commitments; the log of acts has it too.
    """

    class Kind(models.TextChoices):
        """Hoe de versie ontstond."""

        ADOPTED = "adopted", _("vastgesteld")
        ADJUSTED = "adjusted", _("bijgesteld in de teamvergadering")
        SMALL = "small", _("kleine wijziging")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("versie")
    kind = models.CharField("hoe", max_length=8, choices=Kind.choices)
    at = models.DateTimeField("vastgesteld op")
    structure = models.JSONField("opbouw")
    root = models.CharField("vingerafdruk", max_length=64)

    class Meta:
        verbose_name = "vastgestelde versie"
        verbose_name_plural = "vastgestelde versies"
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"versie {self.number}"


class SealedText(SealedModel):
    """Verzegelde tekst: one text or name of a version, with its salt and its commitment.

    ``part`` is the public id of the part it belongs to, ``member`` that of whose name it is: what
    an erasure looks for, and sealed with the words. All four are empty (None, "") once erased under
    an entry in the log; the commitment stays.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField("nummer")
    body = models.TextField("woorden", null=True)
    salt = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64)
    part = models.UUIDField("deel", null=True, blank=True)
    member = models.UUIDField("wiens naam", null=True, blank=True)

    class Meta:
        verbose_name = "verzegelde tekst"
        verbose_name_plural = "verzegelde teksten"
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="sealed_text_once")
        ]
        indexes = [
            models.Index(fields=["part"], name="sealed_text_of_a_part"),
            models.Index(fields=["member"], name="sealed_text_of_a_member"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.number}"


class VersionMember(SealedModel):
    """Who was a member when a version was adopted: they may read its personal parts."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="members")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    was_present = models.BooleanField("was erbij", default=False)

    class Meta:
        verbose_name = "teamlid bij een versie"
        verbose_name_plural = "teamleden bij een versie"
        constraints = [
            models.UniqueConstraint(fields=["version", "member"], name="version_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.member} ({self.version})"


class Amendment(models.Model):
    """Bijstelling: a proposal to change an adopted plan, with its reason.

    A small one is told to the team and counts after five school days, unless somebody asks that it
    goes to the meeting. A real one goes to the meeting.
    """

    class State(models.TextChoices):
        """Staat van een bijstelling."""

        DRAFT = "draft", _("nog aan het schrijven")
        ANNOUNCED = "announced", _("verteld aan het team")
        TO_MEETING = "to_meeting", _("gaat naar de teamvergadering")
        ACCEPTED = "accepted", _("aangenomen")
        REJECTED = "rejected", _("niet aangenomen")
        WITHDRAWN = "withdrawn", _("ingetrokken")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="amendments")
    state = models.CharField("staat", max_length=10, choices=State.choices, default=State.DRAFT)
    is_small = models.BooleanField("klein", default=False)
    reason = models.TextField("waarom", blank=True)
    by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    begun_at = models.DateTimeField("begonnen op")
    proposed_at = models.DateTimeField("voorgesteld op", null=True, blank=True)
    counts_from = models.DateField("geldt vanaf", null=True, blank=True)
    asked_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField("naar de vergadering gevraagd op", null=True, blank=True)
    closed_at = models.DateTimeField("klaar op", null=True, blank=True)
    version = models.ForeignKey(
        PlanVersion, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments"
    )

    class Meta:
        verbose_name = "bijstelling"
        verbose_name_plural = "bijstellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "by"],
                condition=Q(state="draft"),
                name="amendment_one_draft_per_member",
            )
        ]

    def __str__(self) -> str:
        return f"bijstelling ({self.begun_at:%Y-%m-%d})"


class AmendedText(models.Model):
    """One text that a proposal changes: what stands there, and what would."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    amendment = models.ForeignKey(Amendment, on_delete=models.CASCADE, related_name="texts")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True)
    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, null=True, blank=True)
    key = models.CharField("veld", max_length=40)
    base = models.PositiveIntegerField("versie van de tekst")
    before = models.TextField("stond er", blank=True)
    body = models.TextField("woorden", blank=True)
    moment = models.CharField("moment", max_length=10, blank=True)
    hours = models.DecimalField("uren", max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "gewijzigde tekst"
        verbose_name_plural = "gewijzigde teksten"
        constraints = [
            models.CheckConstraint(
                condition=Q(goal__isnull=False, principle__isnull=True)
                | Q(goal__isnull=True, principle__isnull=False),
                name="amended_text_of_a_goal_or_a_principle",
            ),
            models.UniqueConstraint(
                fields=["amendment", "goal", "key"],
                condition=Q(goal__isnull=False),
                name="amended_text_once_per_goal",
            ),
            models.UniqueConstraint(
                fields=["amendment", "principle", "key"],
                condition=Q(principle__isnull=False),
                name="amended_text_once_per_principle",
            ),
        ]

    def __str__(self) -> str:
        return self.key
