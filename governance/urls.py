"""Addresses of the item page, the queue and what is done there."""

from django.urls import include, path, register_converter

from engagements.addresses import posted
from governance.addresses import ClauseSlug
from governance.views import (
    advice,
    anchors,
    api,
    central,
    decision,
    documents,
    dossier,
    follow_up,
    forums,
    item,
    keeping,
    lessons,
    notices,
    planning,
    queue,
    registering,
    reply,
    strategy_pages,
)

register_converter(ClauseSlug, "clause")

ITEM = "arenden/<number:number>/"
ONE = "ko/<number:number>/"

urlpatterns = [
    path("", include("governance.urls_reports")),
    path("", include("governance.urls_annual")),
    path("", include("governance.urls_places")),
    path("insyn/", include("governance.urls_insight")),
    path("beredningen/", include("governance.urls_meetings")),
    path("delegation/", include("governance.urls_delegation")),
    path("plan/", include("governance.urls_planning")),
    path(f"{ITEM}plan/", posted(planning.tie, "engagement"), name="engagement_planned"),
    path("api/v1/assess", api.assess, name="api_assess"),
    path("api/v1/openapi.json", api.openapi, name="api_openapi"),
    path("api/v1/schema/<str:kind>", api.schema, name="api_schema"),
    path("api/v1/<path:rest>", api.nothing_here, name="api_nothing"),
    path("aviseringar/", notices.told, name="notices"),
    path("aviseringar/<int:pk>/", notices.one, name="notice"),
    path("aviseringar/lasta/", posted(notices.read, "notices"), name="notices_read"),
    path("aviseringar/val/", notices.choices, name="notice_choices"),
    path("ankare.txt", anchors.anchors, name="anchors"),
    path("installningar/", include("governance.urls_settings")),
    path("strategi/", strategy_pages.strategy, name="strategy"),
    path("strategi/<clause:clause>/", strategy_pages.clause, name="clause"),
    path("lardomar/", lessons.learnt, name="lessons"),
    path("ko/", queue.queue, name="queue"),
    path(ONE, queue.one, name="queue_one"),
    path(f"{ONE}ta/", posted(queue.take, "queue_one"), name="queue_take"),
    path(f"{ONE}overlamna/", posted(queue.hand_over, "queue_one"), name="queue_hand_over"),
    path("arenden/nytt/", registering.choose, name="register"),
    path("arenden/nytt/<slug:slug>/", registering.new, name="engagement_new"),
    path(ITEM, item.item, name="engagement"),
    path(f"{ITEM}steg/<int:step>/", registering.step, name="engagement_step"),
    path(f"{ITEM}forum/", forums.known, name="engagement_forums"),
    path(f"{ITEM}kontroll/", posted(registering.check, "engagement"), name="engagement_check"),
    path(f"{ITEM}kvitto/", registering.receipt, name="engagement_receipt"),
    path(f"{ITEM}fraga/", posted(advice.ask, "engagement"), name="engagement_ask"),
    path(f"{ITEM}trad/", posted(advice.write, "engagement"), name="engagement_write"),
    path(f"{ITEM}rad/", posted(advice.advise, "engagement"), name="engagement_advise"),
    path(f"{ITEM}stallning/", posted(decision.decide, "engagement"), name="engagement_decide"),
    path(f"{ITEM}beslut/", posted(central.decide, "engagement"), name="engagement_central"),
    path(f"{ITEM}beredning/", posted(central.prepare, "engagement"), name="engagement_prepared"),
    path(
        f"{ITEM}beslut/<int:pk>/pa-nytt/",
        central.anew,
        name="engagement_anew",
    ),
    path(
        f"{ITEM}samordning/",
        posted(decision.coordinate, "engagement"),
        name="engagement_coordinate",
    ),
    path(f"{ITEM}svar/", reply.reply, name="engagement_reply"),
    path(
        f"{ITEM}svar/forslag/",
        posted(reply.propose, "engagement_reply"),
        name="engagement_propose",
    ),
    path(
        f"{ITEM}svar/annat/",
        posted(reply.answered, "engagement_reply"),
        name="engagement_answered",
    ),
    path(f"{ITEM}genomfort/", posted(follow_up.begin, "engagement"), name="engagement_begin"),
    path(f"{ITEM}uppfoljning/", follow_up.follow_up, name="engagement_follow_up"),
    path(
        f"{ITEM}uppfoljning/jamfor/",
        posted(follow_up.compare, "engagement_follow_up"),
        name="engagement_compare",
    ),
    path(
        f"{ITEM}nytt-beslut/",
        posted(follow_up.ask_anew, "engagement_close"),
        name="engagement_ask_anew",
    ),
    path(f"{ITEM}avsluta/", follow_up.close, name="engagement_close"),
    path(f"{ITEM}handlingar/", posted(documents.add, "engagement"), name="engagement_documents"),
    path(f"{ITEM}handlingar/<int:pk>/", documents.download, name="engagement_document"),
    path(f"{ITEM}akt/", dossier.dossier, name="engagement_dossier"),
    path(
        f"{ITEM}jav/",
        posted(keeping.declare_conflict, "engagement"),
        name="engagement_conflict",
    ),
    path(f"{ITEM}dela/", posted(keeping.share, "engagement"), name="engagement_share"),
    path(
        f"{ITEM}diarienummer/",
        posted(keeping.registry_number, "engagement"),
        name="engagement_registry",
    ),
    path(f"{ITEM}sekretess/", posted(keeping.secrecy, "engagement"), name="engagement_secrecy"),
    path(
        f"{ITEM}sekretess/del/",
        posted(keeping.mask_part, "engagement"),
        name="engagement_mask",
    ),
    path(
        f"{ITEM}sekretess/del/<int:pk>/",
        posted(keeping.open_part, "engagement"),
        name="engagement_unmask",
    ),
    path(f"{ITEM}visa/", posted(keeping.gain, "engagement"), name="engagement_gain"),
    path("d/<number:number>/", item.address, name="diary"),
    path(f"{ITEM}aterta/", posted(keeping.withdraw, "engagement"), name="engagement_withdraw"),
]
