"""What the invented city knows, and its network of contact persons; the same each time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from engagements import remembering
from engagements.models import Engagement, Organisation, User
from engagements.vocabulary import Status
from governance.actions import knowing, networking, sharing
from governance.demo.papers import one_page
from governance.models import (
    Bulletin,
    Comparison,
    GoodExample,
    Known,
    NetworkMeeting,
    NetworkQuestion,
    Observation,
    Theme,
)

# Whose, title, theme, what it shows, where, who answers questions.
EXAMPLES = (
    (
        "MF",
        "Dammbindning som märks i luften",
        "giftfri miljö",
        "Gatorna behandlas efter väderprognos i stället för efter schema. "
        "Dagarna med höga halter har blivit färre, och vi delar mätserien öppet.",
        "Hornsgatan",
        "Luftenheten på miljöförvaltningen",
    ),
    (
        "TK",
        "Cykelstråk som håller i snö",
        "trafik och resor",
        "Sopsaltning på de största stråken gör att lika många cyklar i januari som i oktober.",
        "Götgatan",
        "Driftenheten på trafikkontoret",
    ),
    (
        "KULF",
        "Bibliotek som öppnar efter stängning",
        "kultur",
        "Låntagare släpper in sig själva på kvällen. Besöken ökade utan mer personal.",
        "Rinkeby",
        "Biblioteksutvecklingen på kulturförvaltningen",
    ),
)
PROPOSED = (
    "SVOA",
    "Läkemedelsrester ut ur vattnet",
    "giftfri miljö",
    "Ett eget reningssteg tar bort det mesta som ingen annan del av verket fångar.",
    "Henriksdal",
    "Processutvecklingen på Stockholm Vatten och Avfall",
)
# Whose, title, theme, city, country, days ago, what was seen, what it could mean, source, proposal.
SEEN = (
    (
        "MF",
        "Avgift på dubbdäck",
        "giftfri miljö",
        "Oslo",
        "NO",
        40,
        "Den som kör med dubbdäck betalar per dag. Nästan alla bilar är dubbfria.",
        "En avgift kan ge det som våra förbud ger, men i hela innerstaden.",
        "Möte med Bymiljøetaten",
        "Be trafikkontoret räkna på vad den skulle ge här.",
    ),
    (
        "TK",
        "Tysta nattleveranser",
        "trafik och resor",
        "Barcelona",
        "ES",
        75,
        "Butiker får varor med elbil mellan 23 och 5, med bullermätare på varje bil.",
        "Färre lastbilar i rusningen, om de boende kan sova.",
        "Rapport från Area Metropolitana",
        "",
    ),
)
MEASURE = ("MF", "Partiklar i gaturum", "giftfri miljö", "µg per kubikmeter, årsmedelvärde")
VALUES = (
    ("Stockholm", "SE", 20, "Slb-analys, årsrapport"),
    ("Oslo", "NO", 18, "Luftkvalitet i Norge, årsrapport"),
    ("Helsingfors", "FI", 17, "HRM, årsrapport"),
    ("Köpenhamn", "DK", 22, "DCE, årsrapport"),
)

# Whose, who shares, title, kind, what it is, the file, its lines.
MATERIAL = (
    (
        "SLK",
        "johan.ekstrom",
        "Mall för besöksprogram",
        "template",
        "Program för en dag med tider, platser, värdar och språk. Fyll i och skicka i god tid.",
        "besoksprogram.pdf",
        ("Program för besök", "Tid, plats, värd", "Tolkning och gåvor: fråga protokollet"),
    ),
    (
        "SLK",
        "johan.ekstrom",
        "Vägledning om inbjudningsbrev",
        "guidance",
        "När ett inbjudningsbrev behövs, vem som skriver under och vad det får lova.",
        "inbjudningsbrev.pdf",
        ("Inbjudningsbrev", "Staden betalar inte resa eller uppehälle för den som bjuds in."),
    ),
    (
        "MF",
        "amina.lindqvist",
        "Stockholms luft på tio bilder",
        "presentation",
        "Presentation för delegationer: mätningar, dubbdäck och dammbindning. Använd den fritt.",
        "luften.pdf",
        ("Stockholms luft", "Halterna sjunker på de flesta gator."),
    ),
    (
        "MF",
        "amina.lindqvist",
        "Frågor att ställa efter en resa",
        "example",
        "Så samlar vi lärdomar på ett kvarts möte. Andra får gärna göra likadant.",
        "efter-resan.pdf",
        ("Efter resan", "Vad såg ni? Vad vill ni pröva? Vem bör få veta det?"),
    ),
)
REPLACED = ("Program för besök", "Tid och plats")


def fill(settled: dict[str, User], *, at: datetime) -> None:
    """Write what the city knows, and what the network was asked, told and called to."""
    _examples(settled, at=at)
    _elsewhere(settled, at=at)
    _network(settled, at=at)
    _material(settled, at=at)


def _known(code: str, title: str, theme: str) -> dict[str, Any]:
    return {
        "title": title,
        "organisation": Organisation.objects.get(code=code),
        "theme": Theme.objects.filter(name_sv=theme).first(),
    }


def _examples(settled: dict[str, User], *, at: datetime) -> None:
    office = settled["johan.ekstrom"]
    for place, (code, title, theme, shows, where, contact) in enumerate((*EXAMPLES, PROPOSED)):
        answers = {"shows": shows, "place": where, "contact": contact, **_known(code, title, theme)}
        accepted, when = place < len(EXAMPLES), at - timedelta(days=90 - place)
        row = knowing.propose(GoodExample(), accepted=accepted, by=office, at=when, **answers)
        if place == 0:
            _offered(row, office, at=at)


def _offered(row: Known, office: User, *, at: datetime) -> None:
    first = date(at.year, 1, 1)
    for authority, purpose, answer, said in (
        ("business_sweden", "Monter på en mässa om luft i Milano", "uses", "Tar med mätserien."),
        ("mission", "Ambassadens vecka om städer i Tokyo", "waiting", ""),
    ):
        offer = knowing.offer(
            GoodExample.objects.get(pk=row.pk),
            authority=authority,
            name="",
            offered_on=first,
            purpose=purpose,
            by=office,
            at=at,
        )
        knowing.answered(offer, answer=answer, said=said, by=office, at=at)


def _elsewhere(settled: dict[str, User], *, at: datetime) -> None:
    by = settled["amina.lindqvist"]
    for code, title, theme, city, country, ago, seen, means, source, proposal in SEEN:
        when = at - timedelta(days=ago)
        row = knowing.write(
            Observation(),
            city=city,
            country=country,
            seen_on=timezone.localdate(when),
            seen=seen,
            means=means,
            felt="later",
            source=source,
            proposal=proposal,
            by=by,
            at=when,
            **_known(code, title, theme),
        )
        waits = Engagement.objects.filter(
            organisation__code=code, status=str(Status.DECISION), secret=False
        )
        if matter := waits.order_by("pk").first():
            knowing.cite(matter, row, by=by, at=at)
    code, title, theme, unit = MEASURE
    measured = knowing.write(Comparison(), unit=unit, by=by, at=at, **_known(code, title, theme))
    for city, country, value, source in VALUES:
        knowing.measure(
            Comparison.objects.get(pk=measured.pk),
            city=city,
            country=country,
            year=at.year - 1,
            value=value,
            source=source,
            by=by,
            at=at,
        )


def _network(settled: dict[str, User], *, at: datetime) -> None:
    """Write without promising mail: nobody wants one tonight of what was asked long ago."""
    office, asked = settled["johan.ekstrom"], at - timedelta(days=5)
    question = remembering.save(
        NetworkQuestion(
            title="Vilka städer arbetar ni helst med?",
            text="Nämn högst tre städer och vad det gäller. Svaren går till beredningen.",
            due_on=timezone.localdate(at) + timedelta(days=9),
            by=office,
            at=asked,
        ),
        by=office,
        at=asked,
    )
    networking.answer(
        question,
        Organisation.objects.get(code="MF"),
        text="Oslo, Helsingfors och Wien, om luft och skyfall.",
        by=settled["amina.lindqvist"],
        at=at - timedelta(days=2),
    )
    news = Bulletin(
        title="Ny mall för besöksprogram",
        text="Mallen ligger på intranätet. Använd den från och med årsskiftet.",
        by=office,
        at=asked,
    )
    remembering.save(news, by=office, at=asked)
    for days, title, notes in (
        (-60, "Höstens nätverksmöte", "Alla skriver en iakttagelse före nästa möte."),
        (45, "Vårens nätverksmöte", ""),
    ):
        networking.write_meeting(
            NetworkMeeting(),
            title=title,
            meets_on=timezone.localdate(at) + timedelta(days=days),
            place="Stadshuset, kl. 9–11",
            agenda="Läget i omvärlden\nGoda exempel att visa\nFrågor från verksamheterna",
            present="Tjugo verksamheter" if notes else "",
            notes=notes,
            by=office,
            at=asked,
        )


def _material(settled: dict[str, User], *, at: datetime) -> None:
    """Share some pieces; the first has been renewed once."""
    offices = {row.code: row for row in Organisation.objects.filter(active=True)}
    for place, (code, login, title, kind, about, name, lines) in enumerate(MATERIAL):
        when, by = at - timedelta(days=40 - place * 6), settled[login]
        old = REPLACED if place == 0 else lines
        row = sharing.share(
            title=title,
            about=about,
            kind=kind,
            organisation=offices[code],
            upload=_file(name, old),
            by=by,
            at=when,
        )
        if place == 0:
            new = {"upload": _file(name, lines), "changed": "En rad för tolkning och gåvor."}
            sharing.renew(row, **new, by=by, at=at - timedelta(days=5))  # type: ignore[arg-type]


def _file(name: str, lines: tuple[str, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, one_page(*lines), content_type="application/pdf")
