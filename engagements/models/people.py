"""The people who use Utblick, and what they are to which organisation, from when till when."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models.organisations import Organisation
from engagements.vocabulary import RoleName


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user who signs in with ``email``; without a password only by OIDC."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str, **fields: Any) -> "User":
        """Make an account for the command line's createsuperuser; production has none."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class ColourScheme(models.TextChoices):
    """How pages are shown."""

    AUTO = "auto", _("Som datorn")
    LIGHT = "light", _("Ljust")
    DARK = "dark", _("Mörkt")


class User(AbstractUser):
    """A person at work in the city. Signs in by e-mail; OIDC identities hang on allauth's rows."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-post"), unique=True)
    name = models.CharField(_("namn"), max_length=120)
    language = models.CharField(_("språk"), max_length=2, default="sv")
    color_scheme = models.CharField(
        _("utseende"), max_length=5, choices=ColourScheme, default=ColourScheme.AUTO
    )
    shortcuts = models.BooleanField(_("kortkommandon"), default=True)
    reading_pane = models.BooleanField(_("läsruta i kön"), default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def first_word(self) -> str:
        """Return the name by which one is greeted."""
        return str(self).split(" ", maxsplit=1)[0]

    def get_full_name(self) -> str:
        """Return the name as one writes it."""
        return self.name


class DateRange(Func):
    """The days of a role as a PostgreSQL range, both ends counted."""

    function = "daterange"
    output_field = DateRangeField()


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles by day."""

    def on(self, day: date) -> "RoleQuerySet":
        """Roles that are valid on ``day``."""
        return self.filter(valid_from__lte=day).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Role(models.Model):
    """What a person is to an organisation, during a period (5.6.1, 5.3.1)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="roles")
    name = models.CharField(_("roll"), max_length=24, choices=choices(RoleName))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="roles")
    valid_from = models.DateField(_("från"))
    valid_to = models.DateField(_("till och med"), null=True, blank=True)

    objects = RoleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("roll")
        verbose_name_plural = _("roller")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="role_ends_after_start",
                violation_error_message=_("Slutdatum måste vara samma dag som start eller senare"),
            ),
            ExclusionConstraint(
                name="one_contact_person_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    (
                        DateRange(
                            "valid_from",
                            "valid_to",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(name="contact_person"),
                violation_error_message=_("Verksamheten har redan en kontaktperson de dagarna."),
            ),
        ]
        indexes = [models.Index(fields=["user", "valid_from"], name="role_of_user")]

    def __str__(self) -> str:
        return f"{self.get_name_display()}, {self.organisation}"


class AccountStep(models.TextChoices):
    """What can happen to an account."""

    INVITED = "invited", _("Inbjuden")
    SHUT = "shut", _("Avstängd")
    OPENED = "opened", _("Öppnad igen")


class AccountEvent(models.Model):
    """Something that an administrator did with a person's account. Append-only."""

    user = models.ForeignKey(User, models.PROTECT, related_name="account_events")
    step = models.CharField(max_length=8, choices=AccountStep)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("händelse med ett konto")
        verbose_name_plural = _("händelser med konton")

    def __str__(self) -> str:
        return f"{self.user} {self.step}"
