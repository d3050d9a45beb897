"""Tie the visits that exist to places and counterparts; what was typed stays where it is.

In the order in which they were registered, so that it comes out the same each time. A name that is
known in any spelling leads to its row; one that a visit was handed in with, and that is not, makes
one. Backwards takes away what only this made.
"""

from datetime import UTC, datetime

from django.db import migrations
from django.db.models import Value

from engagements.models.searching import folded_lines

MOVED = "fanns i besöken"
SECTORS = {
    "capital_city": "public",
    "city": "public",
    "region": "public",
    "national": "public",
    "embassy": "public",
    "university": "academia",
    "company": "business",
    "civil_society": "civil_society",
}


def remember(apps, row, kind, *, by, at):
    """Write a row's history, as the guard asks."""
    history = apps.get_model("engagements", f"Historical{row._meta.object_name}")
    left_out = {"found_by", "sort_name"}
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in left_out
    }
    history.objects.create(
        **values,
        history_date=at,
        history_type=kind,
        history_user_id=by,
        history_change_reason=MOVED,
    )


def found_or_made(apps, register, text, visit, *, make, **values):
    """Return the row with a name in a country; a new one where there is none and one is wanted."""
    if not text:
        return None
    model = apps.get_model("engagements", register)
    rows = model.objects.filter(merged_into=None, found_by__contains=folded_lines(Value(text)))
    # An embassy stands in another country than its own.
    embassy = register == "Place" and visit.counterpart_kind == "embassy"
    country = "" if embassy else visit.country
    if country:
        rows = rows.filter(country__in=["", country])
    found = list(rows.order_by("pk")[:2])
    if found or not make:
        return found[0] if len(found) == 1 or make else None
    by, at = visit.engagement.created_by_id, visit.engagement.created_at
    row = model.objects.create(country=country, added_by_id=by, added_at=at, **values)
    remember(apps, row, "+", by=by, at=at)
    return row


def tie(apps, _schema_editor):
    """Tie each visit that is not tied yet."""
    visits = apps.get_model("visits", "Visit").objects.select_related("engagement")
    ties = apps.get_model("engagements", "Tie")
    for visit in visits.filter(engagement__ties=None).order_by("engagement__created_at", "pk"):
        who, city = visit.requesting_organisation, visit.city
        if not (who or city or visit.country):
            continue
        kind, make = visit.counterpart_kind, visit.engagement.submitted_at is not None
        place = found_or_made(apps, "Place", city, visit, make=make, name_sv=city)
        counterpart = found_or_made(
            apps,
            "Counterpart",
            who,
            visit,
            make=make,
            name=who,
            kind=kind,
            sector=SECTORS.get(kind, ""),
            place=place,
        )
        row = ties.objects.create(
            engagement=visit.engagement,
            organisation=who,
            kind=kind,
            city=city,
            country=visit.country,
            place=place,
            counterpart=counterpart,
        )
        by, at = visit.engagement.created_by_id, visit.engagement.created_at
        remember(apps, row, "+", by=by, at=at)


def untie(apps, _schema_editor):
    """Take away the ties that this made, and the rows that nothing else leads to."""
    for name in ("Tie", "Counterpart", "Place"):
        model = apps.get_model("engagements", name)
        history = apps.get_model("engagements", f"Historical{name}")
        made = history.objects.filter(history_type="+", history_change_reason=MOVED).values("id")
        rows = model.objects.filter(pk__in=made)
        if name != "Tie":
            said = apps.get_model("engagements", f"{name}Pairing").objects
            rows = rows.filter(ties=None, merged=None, pairings=None)
            rows = rows.exclude(pk__in=said.values("other"))
        if name == "Place":
            rows = rows.filter(counterparts=None)
        for row in rows.order_by("pk"):
            remember(apps, row, "-", by=None, at=datetime.now(UTC))
            row.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0007_places"),
        ("visits", "0005_trips"),
    ]

    operations = [migrations.RunPython(tie, untie)]
