"""What people are told, and how each of them wants to be told."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="NoticeChoice",
        fields=[
            own_key(),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="choices", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "sort",
                models.CharField(
                    choices=[
                        ("ball", "Ärenden som kommer till dig"),
                        ("reminder", "Påminnelser om det som är sent"),
                        ("meeting", "Möten och minnesanteckningar"),
                        ("answer", "Svar i rådgivningen"),
                        ("mention", "Omnämnanden och uppgifter"),
                        ("network", "Nyheter i nätverket"),
                        ("file", "Filer som blir klara"),
                        ("digest", "Måndagsmejlet"),
                    ],
                    max_length=8,
                    verbose_name="slag",
                ),
            ),
            (
                "way",
                models.CharField(
                    choices=[
                        ("mail", "I Utblick och med mejl"),
                        ("app", "Bara i Utblick"),
                        ("digest", "I Utblick och i måndagsmejlet"),
                        ("off", "Av"),
                    ],
                    max_length=8,
                    verbose_name="på vilket sätt",
                ),
            ),
        ],
        options={
            "verbose_name": "val av avisering",
            "verbose_name_plural": "val av aviseringar",
            "constraints": [
                models.UniqueConstraint(fields=("person", "sort"), name="one_choice_a_sort"),
                models.CheckConstraint(
                    condition=~models.Q(sort__in=["ball", "meeting"], way="off"),
                    name="some_notices_are_never_off",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Notice",
        fields=[
            own_key(),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="notices", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "sort",
                models.CharField(
                    choices=[
                        ("ball", "Ärenden som kommer till dig"),
                        ("reminder", "Påminnelser om det som är sent"),
                        ("meeting", "Möten och minnesanteckningar"),
                        ("answer", "Svar i rådgivningen"),
                        ("mention", "Omnämnanden och uppgifter"),
                        ("network", "Nyheter i nätverket"),
                        ("file", "Filer som blir klara"),
                        ("digest", "Måndagsmejlet"),
                    ],
                    max_length=8,
                ),
            ),
            ("code", models.CharField(max_length=16)),
            (
                "engagement",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="engagements.engagement",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="governance.meeting",
                ),
            ),
            (
                "bulletin",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="governance.bulletin",
                ),
            ),
            (
                "material",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="governance.material",
                ),
            ),
            (
                "job",
                models.ForeignKey(
                    null=True, on_delete=models.CASCADE, related_name="notices", to="governance.job"
                ),
            ),
            (
                "comment",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="governance.comment",
                ),
            ),
            (
                "todo",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="notices",
                    to="governance.todo",
                ),
            ),
            ("internal", models.BooleanField(default=False)),
            (
                "by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.CASCADE,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "away",
                models.ForeignKey(
                    null=True, on_delete=models.CASCADE, related_name="+", to="engagements.away"
                ),
            ),
            ("once", models.CharField(max_length=120)),
            ("at", models.DateTimeField()),
            ("read_at", models.DateTimeField(null=True)),
        ],
        options={
            "verbose_name": "avisering",
            "verbose_name_plural": "aviseringar",
            "indexes": [
                models.Index(fields=["person", "-at", "-id"], name="notices_newest_first"),
                models.Index(
                    condition=models.Q(read_at=None), fields=["person"], name="notices_unread"
                ),
                models.Index(fields=["at"], name="notices_oldest_first"),
            ],
            "constraints": [
                models.UniqueConstraint(fields=("person", "once"), name="told_once"),
                models.CheckConstraint(
                    condition=models.Q(
                        bulletin__isnull=True,
                        engagement__isnull=False,
                        job__isnull=True,
                        material__isnull=True,
                        meeting__isnull=True,
                    )
                    | models.Q(
                        bulletin__isnull=True,
                        engagement__isnull=True,
                        job__isnull=True,
                        material__isnull=True,
                        meeting__isnull=False,
                    )
                    | models.Q(
                        bulletin__isnull=True,
                        engagement__isnull=True,
                        job__isnull=False,
                        material__isnull=True,
                        meeting__isnull=True,
                    )
                    | models.Q(
                        bulletin__isnull=False,
                        engagement__isnull=True,
                        job__isnull=True,
                        material__isnull=True,
                        meeting__isnull=True,
                    )
                    | models.Q(
                        bulletin__isnull=True,
                        engagement__isnull=True,
                        job__isnull=True,
                        material__isnull=False,
                        meeting__isnull=True,
                    ),
                    name="notice_is_about_one_thing",
                ),
            ],
        },
    ),
]
