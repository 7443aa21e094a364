"""Rows of a school, and what the database guarantees about them."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class School(models.Model):
    """School. Everything else hangs on it; nothing of it is seen outside it."""

    class Region(models.TextChoices):
        """Vakantieregio."""

        NORTH = "north", _("Noord")
        MIDDLE = "middle", _("Midden")
        SOUTH = "south", _("Zuid")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("naam", max_length=120)
    slug = models.SlugField("adres", max_length=60, unique=True)
    brin = models.CharField("BRIN", max_length=6, unique=True, null=True, blank=True)
    region = models.CharField("vakantieregio", max_length=6, choices=Region.choices)
    word_coordinator = models.CharField(max_length=40, default="intern begeleider")
    word_teacher = models.CharField(max_length=40, default="leraar")
    word_learning_team = models.CharField(max_length=40, default="leerteam")

    class Meta:
        verbose_name = "school"
        verbose_name_plural = "scholen"
        constraints = [
            models.CheckConstraint(
                condition=Q(brin__isnull=True) | Q(brin__regex=r"^[0-9]{2}[A-Z]{2}([0-9]{2})?$"),
                name="school_brin_is_a_brin",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolYear(models.Model):
    """Schooljaar: 1 August up to and including 31 July, written 2026-2027."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="years")
    start = models.PositiveSmallIntegerField("begint in")

    class Meta:
        verbose_name = "schooljaar"
        verbose_name_plural = "schooljaren"
        constraints = [
            models.UniqueConstraint(fields=["school", "start"], name="school_year_once"),
            models.CheckConstraint(
                condition=Q(start__gte=2000, start__lte=2100), name="school_year_in_this_century"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.start + 1}"

    @property
    def slug(self) -> str:
        """As it stands in addresses and files: "2026-2027"."""
        return f"{self.start}-{self.start + 1}"

    @property
    def first_day(self) -> date:
        return date(self.start, 8, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, 7, 31)


class Role(models.TextChoices):
    """Rol of a member; a member has a set of them."""

    COORDINATOR = "coordinator", _("intern begeleider")
    TEACHER = "teacher", _("leraar")
    LEADER = "leader", _("schoolleider")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Reads memberships."""

    def on(self, day: date) -> MembershipQuerySet:
        """Those that hold on ``day``."""
        return self.filter(
            Q(from_date__isnull=True) | Q(from_date__lte=day),
            Q(until_date__isnull=True) | Q(until_date__gte=day),
        )

    def with_role(self, role: Role) -> MembershipQuerySet:
        return self.filter(**{f"is_{role.value}": True})


class Membership(models.Model):
    """Teamlid: the place of a person, or of a colleague not yet invited, in a school."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="memberships",
    )
    name = models.CharField("naam zoals afgedrukt", max_length=120)
    email = models.EmailField("e-mailadres", blank=True)
    is_coordinator = models.BooleanField("intern begeleider", default=False)
    is_teacher = models.BooleanField("leraar", default=False)
    is_leader = models.BooleanField("schoolleider", default=False)
    note = models.CharField("groep of taak", max_length=60, blank=True)
    from_date = models.DateField("vanaf", null=True, blank=True)
    until_date = models.DateField("tot en met", null=True, blank=True)
    gets_digest = models.BooleanField("wil het weekbericht", default=True)
    digest_at = models.DateTimeField("laatste weekbericht", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "teamlid"
        verbose_name_plural = "teamleden"
        constraints = [
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                name="membership_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["school", "person"],
                condition=Q(person__isnull=False),
                name="membership_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["school", "email"],
                condition=~Q(email=""),
                name="membership_once_per_email",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role in Role if getattr(self, f"is_{role.value}"))

    @property
    def initials(self) -> str:
        """One or two letters for a face: "J" of "Leraar J.", "MV" of "Marieke de Vries"."""
        capitals = [word[0] for word in self.name.replace("-", " ").split() if word[0].isupper()]
        return "".join([capitals[0], capitals[-1]] if len(capitals) > 1 else capitals) or "?"

    def holds_on(self, day: date) -> bool:
        return (self.from_date is None or self.from_date <= day) and (
            self.until_date is None or day <= self.until_date
        )


class LearningTeam(models.Model):
    """Leerteam: a named group of members who learn together."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="learning_teams")
    name = models.CharField("naam", max_length=80)
    until_date = models.DateField("tot en met", null=True, blank=True)
    members = models.ManyToManyField(
        Membership, through="LearningTeamMember", related_name="learning_teams"
    )

    class Meta:
        verbose_name = "leerteam"
        verbose_name_plural = "leerteams"
        constraints = [
            models.UniqueConstraint(fields=["school", "name"], name="learning_team_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class LearningTeamMember(models.Model):
    """A member's time in a learning team."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(LearningTeam, on_delete=models.CASCADE, related_name="places")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="team_places")
    from_date = models.DateField("vanaf", null=True, blank=True)
    until_date = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "lid van een leerteam"
        verbose_name_plural = "leden van een leerteam"
        constraints = [
            models.UniqueConstraint(fields=["team", "member"], name="learning_team_member_once"),
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                name="learning_team_member_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} ({self.team})"

    def holds_on(self, day: date) -> bool:
        return (self.from_date is None or self.from_date <= day) and (
            self.until_date is None or day <= self.until_date
        )


class ErasureRequest(models.Model):
    """Verzoek om te wissen: asked by one, done only when another confirms it."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    member = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="erasure")
    asked_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")

    class Meta:
        verbose_name = "verzoek om te wissen"
        verbose_name_plural = "verzoeken om te wissen"

    def __str__(self) -> str:
        return str(self.member)


class Invitation(models.Model):
    """Uitnodiging: lets whoever has the link tie an account to a member, once.

    Only a digest of the link is kept. A new invitation makes the one before it worthless; it is
    gone once it was accepted.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    member = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="invitation")
    digest = models.CharField("afdruk van de link", max_length=64, unique=True)
    made_at = models.DateTimeField("gemaakt op")
    leaves_at = models.DateTimeField("gaat weg op")
    expires_at = models.DateTimeField("geldt tot")

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"

    def __str__(self) -> str:
        return str(self.member)


class SignInService(models.Model):
    """Aanmelddienst: a service of the board through which members sign in to this school.

    It counts from the moment on which a second member confirmed it. It opens this school only: what
    a service of one school says of somebody opens nothing in another.
    """

    class Kind(models.TextChoices):
        """Which sort of service."""

        ENTRA = "entra", _("Microsoft")
        GOOGLE = "google", _("Google")
        ENTREE = "entree", _("Entree Federatie")
        OIDC = "oidc", _("Andere dienst met OpenID Connect")
        SAML = "saml", _("Dienst met SAML")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="sign_in_services")
    kind = models.CharField("soort", max_length=8, choices=Kind.choices)
    name = models.CharField("naam op de knop", max_length=40)
    issuer = models.URLField("adres", max_length=300, blank=True)
    client = models.CharField("nummer van deze toepassing", max_length=200, blank=True)
    secret = models.TextField("geheim, verborgen", blank=True)  # see kernel.hiding
    metadata = models.TextField("metadata", blank=True)
    checks_brin = models.BooleanField("het BRIN moet kloppen", default=False)
    has_second_step = models.BooleanField("vraagt zelf een tweede stap", default=False)
    asked_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    class Meta:
        verbose_name = "aanmelddienst"
        verbose_name_plural = "aanmelddiensten"

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """What stands in addresses and beside a tie: never that of another school."""
        return str(self.public_id)


class VisionStatement(models.Model):
    """Visie-uitspraak: one sentence of the school's vision. Goals point at it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="vision")
    text = models.CharField("uitspraak", max_length=300)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField("vervallen op", null=True, blank=True)
    continues = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        verbose_name = "visie-uitspraak"
        verbose_name_plural = "visie-uitspraken"

    def __str__(self) -> str:
        return self.text
