"""Advice, decisions, replies and what came of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    migrations.CreateModel(
        name="AdviceMessage",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="advice", to="engagements.engagement"
                ),
            ),
            (
                "unit",
                models.CharField(
                    blank=True,
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
                    verbose_name="enhet",
                ),
            ),
            (
                "kind",
                models.CharField(
                    blank=True,
                    choices=[
                        ("support", "Tillstyrker"),
                        ("support_with_remarks", "Tillstyrker med synpunkter"),
                        ("advise_against", "Avråder"),
                        ("return", "Återlämnar för komplettering"),
                    ],
                    max_length=24,
                    verbose_name="råd",
                ),
            ),
            ("text", models.TextField(verbose_name="text")),
            (
                "clauses",
                ArrayField(
                    base_field=models.CharField(max_length=32), blank=True, default=list, size=None
                ),
            ),
            ("content_sha256", models.CharField(blank=True, max_length=64)),
            ("voided_at", models.DateTimeField(blank=True, null=True)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "inlägg i rådgivningen",
            "verbose_name_plural": "inlägg i rådgivningen",
            "indexes": [
                models.Index(fields=["engagement", "id"], name="advice_thread"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Decision",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="decisions", to="engagements.engagement"
                ),
            ),
            ("number", models.CharField(max_length=16, unique=True, verbose_name="beslutsnummer")),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="decisions",
                    to="engagements.organisation",
                ),
            ),
            (
                "task",
                models.CharField(
                    choices=[
                        ("registers", "registrerar"),
                        ("advises", "ger råd"),
                        ("decides", "beslutar"),
                        ("coordinates", "samordnar"),
                        ("deals_with", "behandlar"),
                        ("is_told", "får veta"),
                        ("replies", "svarar"),
                    ],
                    max_length=16,
                    verbose_name="uppgift",
                ),
            ),
            (
                "outcome",
                models.CharField(
                    choices=[
                        ("accepted", "Tar emot besöket"),
                        (
                            "accepted_without_letter",
                            "Tar emot besöket men skriver inget inbjudningsbrev",
                        ),
                        ("countered", "Föreslår något annat"),
                        ("declined", "Tackar nej"),
                        ("coordinated", "Samordnar besöket"),
                    ],
                    max_length=32,
                    verbose_name="utfall",
                ),
            ),
            ("grounds", models.TextField(blank=True, verbose_name="motivering")),
            (
                "without",
                ArrayField(
                    base_field=models.CharField(max_length=32),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="gäller inte",
                ),
            ),
            ("departure", models.BooleanField(default=False, verbose_name="avsteg från strategin")),
            (
                "cost_sek",
                models.PositiveIntegerField(blank=True, null=True, verbose_name="beslutad kostnad"),
            ),
            ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "role",
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
            ("at", models.DateTimeField()),
            (
                "body",
                models.CharField(
                    blank=True,
                    choices=[
                        ("receiving_body", "Mottagande nämnd eller bolag"),
                        ("contact_person", "Kontaktpersonen"),
                        ("slk", "Stadsledningskontoret"),
                        ("international_unit", "Internationella enheten"),
                        ("protocol_unit", "Protokollsenheten"),
                        ("eu_unit", "EU-enheten"),
                        ("ib", "Internationella beredningen"),
                        ("fbr", "Finansborgarrådet"),
                        ("ks", "Kommunstyrelsen"),
                        ("kf", "Kommunfullmäktige"),
                        ("group_board", "Koncernstyrelsen"),
                        ("board", "Nämnden eller bolagsstyrelsen"),
                        ("delegation", "Den besökande delegationen"),
                    ],
                    max_length=24,
                    verbose_name="organ",
                ),
            ),
            (
                "acts_for",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("held_on", models.DateField(null=True, verbose_name="sammanträdesdag")),
            ("paragraph", models.CharField(blank=True, max_length=24, verbose_name="paragraf")),
            (
                "document",
                models.ForeignKey(
                    null=True, on_delete=models.PROTECT, related_name="+", to="engagements.document"
                ),
            ),
            (
                "dealing",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="decisions",
                    to="governance.dealing",
                ),
            ),
            (
                "supersedes",
                models.OneToOneField(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="superseded_by",
                    to="governance.decision",
                ),
            ),
            ("why_new", models.TextField(blank=True, verbose_name="varför ett nytt beslut")),
        ],
        options={
            "verbose_name": "beslut",
            "verbose_name_plural": "beslut",
            "indexes": [
                models.Index(fields=["organisation", "at"], name="decided_by_when"),
                models.Index(
                    condition=models.Q(body="fbr"), fields=["id"], name="decided_by_delegation"
                ),
            ],
            "constraints": [
                models.UniqueConstraint(
                    condition=~models.Q(outcome="countered") & models.Q(supersedes=None),
                    fields=("engagement", "organisation", "task"),
                    name="one_decision_a_body",
                ),
                models.CheckConstraint(
                    condition=models.Q(document=None, held_on=None, paragraph="")
                    | (models.Q(held_on__isnull=False) & ~models.Q(paragraph="")),
                    name="written_down_with_paragraph",
                ),
                models.CheckConstraint(
                    condition=models.Q(supersedes=None, why_new="")
                    | (models.Q(supersedes__isnull=False) & ~models.Q(why_new="")),
                    name="supersedes_with_reason",
                ),
            ],
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="Reply",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="replies",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="replies",
                        to="governance.decision",
                    ),
                ),
                ("language", models.CharField(max_length=2, verbose_name="språk")),
                ("to", models.EmailField(max_length=254, verbose_name="till")),
                ("subject", models.CharField(max_length=200, verbose_name="ämne")),
                ("body", models.TextField(verbose_name="text")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Förslag"),
                            ("queued", "Läggs i utskicket"),
                            ("sent", "Skickat"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "svar",
                "verbose_name_plural": "svar",
            },
        ),
        left_out=("to", "subject", "body"),
    ),
    *remembered(
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        primary_key=True,
                        related_name="follow_up",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                ("learnt", models.TextField(verbose_name="vad lärde ni er")),
                ("acted_on", models.TextField(verbose_name="vad gör ni annorlunda")),
                ("told", models.TextField(verbose_name="vem har fått veta")),
                (
                    "image",
                    models.TextField(blank=True, verbose_name="vad gav det Stockholmsbilden"),
                ),
                (
                    "purpose_met",
                    models.TextField(blank=True, verbose_name="vad blev det av syftet"),
                ),
                ("contacts", models.TextField(blank=True, verbose_name="kontakter")),
                (
                    "usable",
                    models.TextField(blank=True, verbose_name="vad andra i staden kan använda"),
                ),
                (
                    "goes_into",
                    models.TextField(blank=True, verbose_name="beslut eller plan som det går in i"),
                ),
                (
                    "occasion",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="vad det var"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=2,
                        verbose_name="land eller territorium",
                    ),
                ),
                ("cost_sek", models.PositiveIntegerField(verbose_name="vad kostade det")),
                (
                    "working_hours",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen arbetstid, timmar"
                    ),
                ),
                (
                    "gift_received_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="gåvans värde"),
                ),
                ("gift_what", models.CharField(blank=True, max_length=200, verbose_name="gåva")),
                ("gift_from", models.CharField(blank=True, max_length=160, verbose_name="från")),
                (
                    "gift_kept_personally",
                    models.BooleanField(blank=True, null=True, verbose_name="behålls personligen"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=SearchVector(
                            "occasion",
                            "learnt",
                            "acted_on",
                            "purpose_met",
                            "usable",
                            "goes_into",
                            config="swedish",
                        ),
                        output_field=SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "uppföljning",
                "verbose_name_plural": "uppföljningar",
                "indexes": [
                    GinIndex(fields=["search"], name="followup_search"),
                    models.Index(fields=["-at", "-engagement"], name="followup_newest_first"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(gift_received_sek__gt=0, gift_received_sek__isnull=False)
                        | models.Q(gift_from="", gift_what="")
                        & models.Q(gift_kept_personally__isnull=True),
                        name="only_a_gift_is_described",
                    ),
                ],
            },
        ),
        left_out=("search",),
    ),
]
