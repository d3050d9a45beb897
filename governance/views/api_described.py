"""The API as an OpenAPI 3.1 document, from the same schemas that the strategy reads facts by."""

from __future__ import annotations

from typing import Any

from governance.strategy import FACTS_OF, Verdict
from governance.strategy.described import DAY, DRAFT, facts_schema
from governance.strategy.interface import VERSION

MOST_BYTES = 1_000_000
MOST_ITEMS = 500
MOST_WITH_CHANGES = 50
EXAMPLE = {
    "id": "a",
    "kind": "visit",
    "on": "2026-11-01",
    "facts": {"title": "Studiebesök om avfall", "touches_foreign_policy": True},
}
REFUSED = {
    "400": "Not JSON",
    "401": "No key, or one that is unknown, past its last day or revoked",
    "405": "Another method than POST",
    "413": f"Above {MOST_BYTES} bytes",
    "415": "Not application/json",
    "422": "The item cannot be judged; every problem is listed",
    "503": "The database is away or busy; Retry-After tells the seconds",
    "429": "Too many calls with the key this minute; Retry-After tells the seconds",
}
TEXT = {"type": "string"}


def described() -> dict[str, Any]:
    """Return the document."""
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DRAFT,
        "info": {"title": "Utblick", "version": str(VERSION), "description": "See docs/api.md."},
        "paths": {
            "/api/v1/assess": {"post": _assess()},
            "/api/v1/schema/{kind}": {"get": _schema()},
        },
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"content": {kind: {"schema": schema}}}


def _assess() -> dict[str, Any]:
    sent = {"oneOf": [_ref("Item"), _list(_ref("Item")) | {"maxItems": MOST_ITEMS}]}
    answered = {"oneOf": [_ref("Answer"), _ref("Answers")]}
    body = {"schema": sent, "example": EXAMPLE}
    refused = {
        status: {"description": said} | _content(_ref("Problem"), "application/problem+json")
        for status, said in REFUSED.items()
    }
    return {
        "operationId": "assess",
        "summary": "Judge one item, or a list of them",
        "security": [{"key": []}],
        "parameters": [
            {
                "name": "changes",
                "in": "query",
                "schema": {"enum": ["true", "false"], "default": "false"},
                "description": "true: what would change each finding is searched too, for at most "
                f"{MOST_WITH_CHANGES} items",
            }
        ],
        "requestBody": {"required": True, "content": {"application/json": body}},
        "responses": {"200": {"description": "Judged"} | _content(answered)} | refused,
    }


def _schema() -> dict[str, Any]:
    kind = {"type": "string", "enum": list(FACTS_OF)}
    json_schema = _content({"type": "object"}, "application/schema+json")
    problem = _content(_ref("Problem"), "application/problem+json")
    return {
        "operationId": "schema",
        "summary": "The JSON Schema of a kind's facts",
        "security": [],
        "parameters": [{"name": "kind", "in": "path", "required": True, "schema": kind}],
        "responses": {
            "200": {"description": "The schema"} | json_schema,
            "404": {"description": "No such kind"} | problem,
        },
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": properties}


def _schemas() -> dict[str, Any]:
    kinds = {f"{kind}_facts": _facts(kind) for kind in FACTS_OF}
    items = {f"{kind}_item": _item(kind) for kind in FACTS_OF}
    problem = _object("path reason", path=TEXT, reason=TEXT)
    whole = {"type": "integer"}
    return {
        **kinds,
        **items,
        "Item": {"oneOf": [_ref(name) for name in items]},
        "Answer": _answer(),
        "Answers": _object(
            "answers",
            answers=_list({"oneOf": [_ref("Answer"), _ref("Problems")]}),
        ),
        "Problems": _object("problems", problems=_list(problem)),
        "Problem": _object(
            "type title status detail",
            type=TEXT,
            title=TEXT,
            status=whole,
            detail=TEXT,
            problems=_list(problem),
        ),
    }


def _facts(kind: str) -> dict[str, Any]:
    """Return a kind's schema with an address of its own, from which its #/$defs are found."""
    return facts_schema(FACTS_OF[kind]) | {"$id": f"/api/v1/schema/{kind}"}


def _item(kind: str) -> dict[str, Any]:
    day = {"type": "string", "format": "date", "pattern": DAY}
    fields = _object(
        "kind facts",
        id=TEXT,
        kind={"const": kind},
        on=day,
        editions=_list(TEXT),
        values={"type": "object"},
        facts=_ref(f"{kind}_facts"),
    )
    return fields | {"additionalProperties": False}


def _answer() -> dict[str, Any]:
    both = _object("sv en", sv=TEXT, en=TEXT)
    listed = _list({"type": "object"})
    change = _object(
        "path old new written decider why",
        path=TEXT,
        written={"type": "boolean"},
        why=both,
    )
    finding = _object(
        "clause rule edition verdict part why mend read",
        clause=TEXT,
        rule=TEXT,
        edition=TEXT,
        verdict={"enum": [verdict.value for verdict in Verdict]},
        part={"type": ["string", "null"]},
        why=both,
        mend={"oneOf": [both, {"type": "null"}]},
        read=_list(TEXT),
        change={"oneOf": [change, {"type": "null"}]},
    )
    steps = {"decider": {"type": "object"}, "advice": {"type": ["string", "null"]}, "steps": listed}
    return _object(
        "v code kind on editions route findings counts",
        v={"const": VERSION},
        code=TEXT,
        id=TEXT,
        kind={"enum": list(FACTS_OF)},
        on=TEXT,
        editions={"type": "object", "additionalProperties": TEXT},
        route=_object("summary decider advice steps", summary=both, **steps),
        findings=_list(finding),
        counts={"type": "object", "additionalProperties": {"type": "integer"}},
    )
