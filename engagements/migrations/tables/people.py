"""The people who use Utblick, and what they are to which organisation, from when till when."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary
from django.db import migrations, models
from django.utils.timezone import now
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.people import DateRange, UserManager

TABLES = [
    migrations.CreateModel(
        name="User",
        fields=[
            own_key(),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
            (
                "is_superuser",
                models.BooleanField(
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                    verbose_name="superuser status",
                ),
            ),
            ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
            ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
            (
                "is_staff",
                models.BooleanField(
                    default=False,
                    help_text="Designates whether the user can log into this admin site.",
                    verbose_name="staff status",
                ),
            ),
            (
                "is_active",
                models.BooleanField(
                    default=True,
                    help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                    verbose_name="active",
                ),
            ),
            ("date_joined", models.DateTimeField(default=now, verbose_name="date joined")),
            ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-post")),
            ("name", models.CharField(max_length=120, verbose_name="namn")),
            ("language", models.CharField(default="sv", max_length=2, verbose_name="språk")),
            (
                "color_scheme",
                models.CharField(
                    choices=[("auto", "Som datorn"), ("light", "Ljust"), ("dark", "Mörkt")],
                    default="auto",
                    max_length=5,
                    verbose_name="utseende",
                ),
            ),
            ("shortcuts", models.BooleanField(default=True, verbose_name="kortkommandon")),
            ("reading_pane", models.BooleanField(default=True, verbose_name="läsruta i kön")),
            (
                "groups",
                models.ManyToManyField(
                    blank=True,
                    help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.group",
                    verbose_name="groups",
                ),
            ),
            (
                "user_permissions",
                models.ManyToManyField(
                    blank=True,
                    help_text="Specific permissions for this user.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.permission",
                    verbose_name="user permissions",
                ),
            ),
        ],
        options={
            "verbose_name": "person",
            "verbose_name_plural": "personer",
        },
        managers=[("objects", UserManager())],
    ),
    *remembered(
        migrations.CreateModel(
            name="Role",
            fields=[
                own_key(),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="roles", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        choices=[
                            ("contact_person", "Internationell kontaktperson"),
                            ("deputy", "Ersättare för kontaktperson"),
                            ("international_unit", "Internationella enheten"),
                            ("protocol_unit", "Protokollsenheten"),
                            ("eu_unit", "EU-enheten"),
                            ("committee_member", "Ledamot i internationella beredningen"),
                            ("committee_secretary", "Sekreterare i internationella beredningen"),
                            ("ks_secretary", "Kommunstyrelsens sekreterare"),
                            ("kf_secretary", "Kommunfullmäktiges sekreterare"),
                            ("board_secretary", "Nämndsekreterare"),
                            ("registrar", "Registrator"),
                            ("admin", "Administratör"),
                            ("reader", "Läsare"),
                        ],
                        max_length=24,
                        verbose_name="roll",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="roles",
                        to="engagements.organisation",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="från")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="till och med")),
            ],
            options={
                "verbose_name": "roll",
                "verbose_name_plural": "roller",
                "indexes": [
                    models.Index(fields=["user", "valid_from"], name="role_of_user"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(valid_to__isnull=True)
                        | models.Q(valid_to__gte=models.F("valid_from")),
                        name="role_ends_after_start",
                        violation_error_message="Slutdatum måste vara samma dag som start eller senare",
                    ),
                    ExclusionConstraint(
                        condition=models.Q(name="contact_person"),
                        expressions=[
                            ("organisation", "="),
                            (
                                DateRange(
                                    "valid_from",
                                    "valid_to",
                                    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_contact_person_at_a_time",
                        violation_error_message="Verksamheten har redan en kontaktperson de dagarna.",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="AccountEvent",
        fields=[
            own_key(),
            (
                "user",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="account_events",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "step",
                models.CharField(
                    choices=[
                        ("invited", "Inbjuden"),
                        ("shut", "Avstängd"),
                        ("opened", "Öppnad igen"),
                    ],
                    max_length=8,
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "händelse med ett konto",
            "verbose_name_plural": "händelser med konton",
        },
    ),
]
