"""MEMBERSHIP: what is joined, what it costs by year, and what the city does there (3.3.3, 4.3)."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                (
                    "review_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="reviews",
                        to="memberships.membership",
                    ),
                ),
                (
                    "is_new",
                    models.BooleanField(blank=True, null=True, verbose_name="nytt medlemskap"),
                ),
                (
                    "member_since",
                    models.DateField(blank=True, null=True, verbose_name="medlem sedan"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av motpart",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land där den har sitt säte"
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="stad där den har sitt säte"
                    ),
                ),
                ("website", models.CharField(blank=True, max_length=300, verbose_name="webbplats")),
                (
                    "has_statutes",
                    models.BooleanField(blank=True, null=True, verbose_name="har stadgar"),
                ),
                (
                    "has_vote",
                    models.BooleanField(blank=True, null=True, verbose_name="ger rösträtt"),
                ),
                (
                    "is_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="samarbetsinitiativ"),
                ),
                (
                    "form_set",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("organisation", "Organisation"),
                            ("network", "Nätverk"),
                            ("initiative", "Samarbetsinitiativ"),
                        ],
                        editable=False,
                        max_length=16,
                        verbose_name="form enligt SLK",
                    ),
                ),
                (
                    "form_grounds",
                    models.TextField(blank=True, editable=False, verbose_name="skäl för formen"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                ("aim", models.TextField(blank=True, verbose_name="mål")),
                (
                    "planned",
                    ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="planerade insatser",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(blank=True, max_length=120, verbose_name="ansvarig funktion"),
                ),
                (
                    "representative",
                    models.CharField(blank=True, max_length=120, verbose_name="representant"),
                ),
                (
                    "representative_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="representantens e-post"
                    ),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas senast"),
                ),
                (
                    "none_done",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="inga insatser det senaste året"
                    ),
                ),
                ("benefit", models.TextField(blank=True, verbose_name="nytta")),
                (
                    "effort_plan",
                    models.TextField(blank=True, verbose_name="plan för egna insatser"),
                ),
                (
                    "proposal",
                    models.CharField(
                        blank=True,
                        choices=[("keep", "Behålla"), ("change", "Ändra"), ("leave", "Lämna")],
                        max_length=8,
                        verbose_name="förslag",
                    ),
                ),
                (
                    "proposal_grounds",
                    models.TextField(blank=True, verbose_name="skäl för förslaget"),
                ),
                (
                    "review_again_on",
                    models.DateField(blank=True, null=True, verbose_name="nästa omprövning"),
                ),
                (
                    "leaves_on",
                    models.DateField(blank=True, null=True, verbose_name="sista dagen som medlem"),
                ),
            ],
            options={
                "verbose_name": "medlemskap",
                "verbose_name_plural": "medlemskap",
                "indexes": [
                    models.Index(
                        condition=models.Q(review_of__isnull=True),
                        fields=["next_review_on"],
                        name="membership_by_review",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(review_of__isnull=True)
                        | ~models.Q(review_of=models.F("engagement")),
                        name="membership_reviews_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(form_set="") | ~models.Q(form_grounds=""),
                        name="form_is_set_with_grounds",
                    ),
                ],
            },
        ),
        left_out=("representative", "representative_email"),
    ),
    *remembered(
        migrations.CreateModel(
            name="FeeYear",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                (
                    "year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år"),
                ),
                (
                    "amount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="avgift"),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SEK", "Svenska kronor"),
                            ("EUR", "Euro"),
                            ("USD", "Amerikanska dollar"),
                            ("GBP", "Brittiska pund"),
                            ("DKK", "Danska kronor"),
                            ("NOK", "Norska kronor"),
                            ("CHF", "Schweiziska franc"),
                        ],
                        max_length=3,
                        verbose_name="valuta",
                    ),
                ),
                (
                    "amount_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="i kronor"),
                ),
            ],
            options={
                "verbose_name": "avgift",
                "verbose_name_plural": "avgifter",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_feeyear_a_place"
                    ),
                    models.UniqueConstraint(
                        deferrable=models.Deferrable.DEFERRED,
                        fields=("engagement", "year"),
                        name="one_fee_a_year",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Contribution",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="när")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "Möte"),
                            ("chair", "Ordförandeskap eller styrelseplats"),
                            ("paper", "Underlag eller inlägg"),
                            ("hosting", "Värdskap"),
                            ("other", "Annan insats"),
                        ],
                        max_length=8,
                        verbose_name="slag",
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="vad")),
            ],
            options={
                "verbose_name": "insats",
                "verbose_name_plural": "insatser",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_contribution_a_place"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="OtherForum",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="forum")),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="varför det inte räcker"
                    ),
                ),
            ],
            options={
                "verbose_name": "befintligt forum",
                "verbose_name_plural": "befintliga forum",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_otherforum_a_place"
                    ),
                ],
            },
        )
    ),
]
