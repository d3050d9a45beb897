"""Addresses of the item page, the queue and what is done there."""

from django.urls import include, path

from governance.views import (
    advice,
    anchors,
    decision,
    documents,
    follow_up,
    item,
    keeping,
    queue,
    reply,
)

ITEM = "arenden/<str:number>/"

urlpatterns = [
    path("", include("governance.urls_reports")),
    path("ankare.txt", anchors.anchors, name="anchors"),
    path("installningar/", include("governance.urls_settings")),
    path("ko/", queue.queue, name="queue"),
    path("ko/<str:number>/", queue.one, name="queue_one"),
    path("ko/<str:number>/ta/", queue.take, name="queue_take"),
    path("ko/<str:number>/overlamna/", queue.hand_over, name="queue_hand_over"),
    path(ITEM, item.item, name="engagement"),
    path(f"{ITEM}fraga/", advice.ask, name="engagement_ask"),
    path(f"{ITEM}trad/", advice.write, name="engagement_write"),
    path(f"{ITEM}rad/", advice.advise, name="engagement_advise"),
    path(f"{ITEM}stallning/", decision.decide, name="engagement_decide"),
    path(f"{ITEM}samordning/", decision.coordinate, name="engagement_coordinate"),
    path(f"{ITEM}svar/", reply.reply, name="engagement_reply"),
    path(f"{ITEM}svar/forslag/", reply.propose, name="engagement_propose"),
    path(f"{ITEM}svar/annat/", reply.answered, name="engagement_answered"),
    path(f"{ITEM}genomfort/", follow_up.begin, name="engagement_begin"),
    path(f"{ITEM}uppfoljning/", follow_up.follow_up, name="engagement_follow_up"),
    path(f"{ITEM}avsluta/", follow_up.close, name="engagement_close"),
    path(f"{ITEM}handlingar/", documents.add, name="engagement_documents"),
    path(f"{ITEM}handlingar/<int:pk>/", documents.download, name="engagement_document"),
    path(f"{ITEM}jav/", keeping.declare_conflict, name="engagement_conflict"),
    path(f"{ITEM}dela/", keeping.share, name="engagement_share"),
    path(f"{ITEM}diarienummer/", keeping.registry_number, name="engagement_registry"),
    path(f"{ITEM}sekretess/", keeping.secrecy, name="engagement_secrecy"),
    path(f"{ITEM}aterta/", keeping.withdraw, name="engagement_withdraw"),
]
