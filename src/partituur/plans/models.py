"""Rows of a plan, and what the database guarantees about them.

Texts live in one table: a field of a goal, a goal's title, a principle. Each text has a version
that counts its saves, and revisions that keep who wrote what and when.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partituur.schools.models import LearningTeam, Membership, School, SchoolYear, VisionStatement

TITLE = "title"  # the key of a goal's short title
PRINCIPLE = "principle"  # the key of a principle's words


class Plan(models.Model):
    """Begeleidingsplan: one per school and school year."""

    class State(models.TextChoices):
        """Staat van het plan."""

        DRAFT = "draft", _("concept")
        IN_CONSULTATION = "in_consultation", _("in overleg")
        ADOPTED = "adopted", _("vastgesteld")
        EVALUATED = "evaluated", _("geëvalueerd")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="plans")
    year = models.OneToOneField(SchoolYear, on_delete=models.CASCADE, related_name="plan")
    state = models.CharField("staat", max_length=16, choices=State.choices, default=State.DRAFT)
    version = models.PositiveSmallIntegerField("vastgestelde versie", default=0)
    created_at = models.DateTimeField("gemaakt op")
    continues = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        verbose_name = "begeleidingsplan"
        verbose_name_plural = "begeleidingsplannen"

    def __str__(self) -> str:
        return f"Begeleidingsplan {self.year}"


class Import(models.Model):
    """Een document dat is ingelezen: what it brought can be taken back in one go."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField("bestand", max_length=200)
    at = models.DateTimeField("ingelezen op")
    by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField("teruggedraaid op", null=True, blank=True)

    class Meta:
        verbose_name = "ingelezen document"
        verbose_name_plural = "ingelezen documenten"

    def __str__(self) -> str:
        return self.file_name


class UnplacedText(models.Model):
    """Niet geplaatst: a text of a document that found no field, with its surroundings."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    arrived_with = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="unplaced")
    position = models.PositiveSmallIntegerField("plaats", default=0)
    body = models.TextField("woorden")
    heading = models.TextField("kop", blank=True)
    before = models.TextField("wat ervoor staat", blank=True)
    after = models.TextField("wat erna staat", blank=True)
    placed_at = models.DateTimeField("geplaatst of weggedaan op", null=True, blank=True)

    class Meta:
        verbose_name = "niet geplaatste tekst"
        verbose_name_plural = "niet geplaatste teksten"

    def __str__(self) -> str:
        return self.body[:60]


class Part(models.Model):
    """Deel: of the school, the team, a person, a learning team, the IB'er, or of another kind."""

    class Emphasis(models.TextChoices):
        """Nadruk: not every place in the plan needs the same weight."""

        LIGHT = "light", _("licht")
        NORMAL = "normal", _("gewoon")
        INTENSIVE = "intensive", _("intensief")

    class Guidance(models.TextChoices):
        """Vorm: who guides whom. No form weighs more than another."""

        COORDINATOR = "coordinator", _("met de intern begeleider")
        COLLEAGUE = "colleague", _("met een collega")
        LEARNING_TEAM = "learning_team", _("in een leerteam")
        TOGETHER = "together", _("samen in één klas")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField("soort", max_length=40)
    heading = models.CharField("kop zoals afgedrukt", max_length=160)
    note = models.CharField("naast de kop", max_length=80, blank=True)
    emphasis = models.CharField("nadruk", max_length=10, choices=Emphasis.choices, blank=True)
    guidance = models.CharField("vorm", max_length=14, choices=Guidance.choices, blank=True)
    learning_team = models.ForeignKey(
        LearningTeam, on_delete=models.SET_NULL, null=True, blank=True, related_name="parts"
    )
    partner = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="partner_in"
    )
    position = models.PositiveSmallIntegerField("plaats", default=0)
    shared_at = models.DateTimeField("gedeeld op", null=True, blank=True)
    sealed_in = models.PositiveSmallIntegerField("eerste versie waar het in staat", default=0)
    removed_at = models.DateTimeField("weggehaald op", null=True, blank=True)
    arrived_with = models.ForeignKey(
        Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    continues = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        verbose_name = "deel"
        verbose_name_plural = "delen"
        indexes = [models.Index(fields=["plan", "position"], name="part_in_its_place")]

    def __str__(self) -> str:
        return self.heading


class PartSubject(models.Model):
    """Whose part it is, and from when until when (a duo, a part-timer)."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="subjects")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="subject_of")
    from_date = models.DateField("vanaf", null=True, blank=True)
    until_date = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "van wie het deel is"
        verbose_name_plural = "van wie de delen zijn"
        constraints = [models.UniqueConstraint(fields=["part", "member"], name="subject_once")]

    def __str__(self) -> str:
        return f"{self.member} ({self.part})"


class Line(models.Model):
    """A line of the plan that has a place and can be removed: a goal or a principle."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField("plaats", default=0)
    removed_at = models.DateTimeField("weggehaald op", null=True, blank=True)
    arrived_with = models.ForeignKey(
        Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    continues = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        abstract = True


class Principle(Line):
    """Uitgangspunt of principe; its words are a text with the key "principle"."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="principles")
    new_accent = models.BooleanField("nieuw accent", default=False)
    greven = models.PositiveSmallIntegerField("een van de tien van Greven", default=0)

    class Meta:
        verbose_name = "uitgangspunt"
        verbose_name_plural = "uitgangspunten"
        constraints = [
            models.CheckConstraint(
                condition=Q(greven__gte=0, greven__lte=10), name="principle_of_grevens_ten_or_own"
            )
        ]

    def __str__(self) -> str:
        return f"uitgangspunt {self.position + 1}"


class Goal(Line):
    """Doel: a line of a part. Its fields are given by the format; their words are texts."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="goals")
    vision = models.ManyToManyField(VisionStatement, through="GoalVision", related_name="goals")

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"

    def __str__(self) -> str:
        return f"doel {self.position + 1}"


class GoalVision(models.Model):
    """Which statement of the vision a goal serves."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="vision_ties")
    statement = models.ForeignKey(
        VisionStatement, on_delete=models.CASCADE, related_name="goal_ties"
    )

    class Meta:
        verbose_name = "band met de visie"
        verbose_name_plural = "banden met de visie"
        constraints = [
            models.UniqueConstraint(fields=["goal", "statement"], name="goal_vision_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal} → {self.statement}"


class Text(models.Model):
    """Tekst: the words of one field, as they are now.

    ``html`` is made when the words are written, so that showing a page costs no rendering.
    ``version`` counts the saves; a save that does not know the last version is refused.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="texts"
    )
    principle = models.ForeignKey(
        Principle, on_delete=models.CASCADE, null=True, blank=True, related_name="texts"
    )
    key = models.CharField("veld", max_length=40)
    body = models.TextField("woorden", blank=True)
    html = models.TextField("opgemaakt", blank=True)
    moment = models.CharField("moment", max_length=10, blank=True)
    hours = models.DecimalField("uren", max_digits=6, decimal_places=2, null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=0)
    saved_at = models.DateTimeField("bewaard op", null=True, blank=True)

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        constraints = [
            models.CheckConstraint(
                condition=Q(goal__isnull=False, principle__isnull=True)
                | Q(goal__isnull=True, principle__isnull=False),
                name="text_of_a_goal_or_a_principle",
            ),
            models.UniqueConstraint(fields=["goal", "key"], name="text_once_per_goal"),
            models.UniqueConstraint(fields=["principle", "key"], name="text_once_per_principle"),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0), name="text_hours_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Revision(models.Model):
    """Versie van een tekst: what one writer made of it in one stretch, kept for good.

    ``accepted`` is false for words that were set aside because somebody else had written in
    between: they are not the text, and they are not lost either.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField("versie")
    body = models.TextField("woorden", blank=True)
    moment = models.CharField("moment", max_length=10, blank=True)
    hours = models.DecimalField("uren", max_digits=6, decimal_places=2, null=True, blank=True)
    author = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    began_at = models.DateTimeField("begonnen op")
    saved_at = models.DateTimeField("bewaard op")
    save_key = models.UUIDField("sleutel van de laatste bewaring")
    accepted = models.BooleanField("aangenomen", default=True)

    class Meta:
        verbose_name = "versie van een tekst"
        verbose_name_plural = "versies van teksten"
        constraints = [
            models.UniqueConstraint(fields=["text", "save_key"], name="revision_once_per_save"),
            models.UniqueConstraint(
                fields=["text", "version"],
                condition=Q(accepted=True),
                name="revision_version_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} v{self.version}"


class Agreement(models.Model):
    """Akkoord: a partner's yes to what a part printed. One per partner; the last one counts."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="agreements")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField("vingerafdruk", max_length=64)
    content = models.JSONField("waarmee")  # see plans.agreeing.content_of
    agreed_at = models.DateTimeField("akkoord op")
    withdrawn_at = models.DateTimeField("teruggenomen op", null=True, blank=True)

    class Meta:
        verbose_name = "akkoord"
        verbose_name_plural = "akkoorden"
        constraints = [models.UniqueConstraint(fields=["part", "member"], name="agreement_once")]

    def __str__(self) -> str:
        return f"{self.member} ({self.part})"


class Handover(models.Model):
    """Overdracht: asks the subject of a part whether another IB'er may be its partner."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    part = models.OneToOneField(Part, on_delete=models.CASCADE, related_name="handover")
    to = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField("gevraagd op")

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"

    def __str__(self) -> str:
        return f"overdracht ({self.asked_at:%Y-%m-%d})"


class FormatSettings(models.Model):
    """What a school changed in the format; see ``plans.format.Changes``."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="format_settings")
    changes = models.JSONField("wijzigingen", default=dict)

    class Meta:
        verbose_name = "indeling van de school"
        verbose_name_plural = "indelingen van scholen"

    def __str__(self) -> str:
        return f"indeling van {self.school}"
