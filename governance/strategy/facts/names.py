"""What a sentence calls each fact: the definite form, or the question's own words.

They stand after a verb: "Skriv vad vi lär oss", "Sänk kostnaden". A fact of a row is named
"Record.fact"; one that is called otherwise in one kind is named so too.
"""

from __future__ import annotations

from governance.strategy.facts.record import Record
from governance.strategy.text import Text

NAMES: dict[str, Text] = {
    # Shared by every kind.
    "stage": Text("skedet", "the stage"),
    "title": Text("rubriken", "the title"),
    "host": Text("den ansvariga verksamheten", "the responsible organisation"),
    "host_board": Text("den ansvariga nämnden", "the responsible board"),
    "host_is_company": Text("om ett bolag är ansvarigt", "whether a company is responsible"),
    "areas": Text("vilka andra verksamheter som berörs", "which other organisations are touched"),
    "area_boards": Text("vilka andra nämnder som berörs", "which other boards are touched"),
    "scope": Text("om det gäller hela staden", "whether it concerns the whole city"),
    "on_behalf_of_ks": Text(
        "om kommunstyrelsen har bett om det", "whether the Executive Board has asked for it"
    ),
    "received_on": Text("dagen då det kom in", "the day it came in"),
    "starts_on": Text("första dagen", "the first day"),
    "ends_on": Text("sista dagen", "the last day"),
    "digital": Text("om det är digitalt", "whether it is by video"),
    "counterpart": Text("motparten", "the other party"),
    "counterpart_kind": Text("vad motparten är", "what the other party is"),
    "country": Text("landet", "the country"),
    "city": Text("staden", "the city"),
    "agenda": Text("dagordningen", "the agenda"),
    "agenda_touches": Text(
        "vilka punkter som rör andra stater", "which items touch relations with other states"
    ),
    "initiative": Text("vem som tog initiativet", "who took the initiative"),
    "directions": Text("inriktningarna", "the directions"),
    "goals": Text("stadens mål", "the city's goals"),
    "goal_contribution": Text("hur det bidrar till målen", "how it serves the goals"),
    "sdgs": Text("målen i Agenda 2030", "the goals of Agenda 2030"),
    "sdg_how": Text("hur Agenda 2030 främjas", "how Agenda 2030 is furthered"),
    "priorities": Text("prioriteringarna", "the priorities"),
    "observations": Text("omvärldsbevakningen", "the observations"),
    "qualities": Text("egenskaperna", "the qualities"),
    "audiences": Text("målgrupperna", "the audiences"),
    "cooperation_purposes": Text("vad samverkan ger", "what the cooperation gives"),
    "partner_sectors": Text("vilka andra parter som är med", "which other parties take part"),
    "process": Text("vad som ska påverkas", "what is to be influenced"),
    "effect": Text(
        "om det möjliggör eller begränsar för staden", "whether it enables or limits the city"
    ),
    "city_interest": Text("stadens intresse", "the city's interest"),
    "eu_matter": Text("om det riktas till EU", "whether it is directed at the EU"),
    "eu_principles": Text("EU-policyns principer", "the principles of the EU policy"),
    "touches_foreign_policy": Text(
        "om det rör Sveriges förhållande till andra stater",
        "whether it touches Sweden's relations with other states",
    ),
    "asks_twinning": Text("om det gäller vänort", "whether it is about twinning"),
    "aid_character": Text("om det är av biståndskaraktär", "whether it is of aid character"),
    "external_share": Text("andelen som andra betalar", "the share that others pay"),
    "funder": Text("vem som betalar", "who pays"),
    "funder_own_group": Text(
        "om finansiären hör till stadens koncern", "whether the funder is of the city's group"
    ),
    "estimated_sek": Text("kostnaden", "the cost"),
    "costs": Text("kostnaderna", "the costs"),
    "working_hours": Text("den egna arbetstiden", "own working time"),
    "budget_line": Text("budgetposten", "the budget line"),
    "frame_sek": Text("ramen", "the frame"),
    "decided_sek": Text("vad som är beslutat av ramen", "what is decided of the frame"),
    "decided_sek_before": Text("den beslutade kostnaden", "the decided cost"),
    "in_operational_plan": Text(
        "om det finns i verksamhetsplanen", "whether it is in the operational plan"
    ),
    "contact_person_appointed": Text(
        "om en kontaktperson är utsedd", "whether a contact person is appointed"
    ),
    "conflicts": Text("jäven", "the conflicts of interest"),
    "procurement_with_party": Text(
        "om upphandling, tillsyn eller tillstånd pågår med parten",
        "whether procurement, supervision or a permit is ongoing with the party",
    ),
    "gift_received_sek": Text("gåvans värde", "the value of the gift"),
    "gift_kept_personally": Text("vem som behåller gåvan", "who keeps the gift"),
    "approver_takes_part": Text(
        "om den som godkänner är bjuden", "whether the one who approves is a guest"
    ),
    "secrecy_possible": Text(
        "om något kan behöva hållas hemligt", "whether anything may have to be kept secret"
    ),
    "secrecy_assessed": Text("om sekretessen är prövad", "whether secrecy is assessed"),
    # Visits, trips and receptions.
    "own_participants": Text("antalet egna deltagare", "the number of own participants"),
    "alcohol": Text("om alkohol serveras", "whether alcohol is served"),
    "gift_to_official": Text(
        "om gåvan går till en annan stats tjänsteperson",
        "whether the gift goes to an official of another state",
    ),
    "meal_sek": Text("måltiden per person", "the meal per person"),
    "gift_sek": Text("gåvan per person", "the gift per person"),
    "reception_sek": Text("mottagningen per person", "the reception per person"),
    "transport_sek": Text("transporten per person", "the transport per person"),
    "lodging_sek": Text("login per person", "the lodging per person"),
    "other_sek": Text("annat per person", "other things per person"),
    "requesting_organisation": Text("vilka som vill komma", "who wants to come"),
    "intermediary": Text("förmedlaren", "the intermediary"),
    "delegation_size": Text("hur många som kommer", "how many come"),
    "head_title": Text("delegationsledarens titel", "the title of the delegation's head"),
    "political_level": Text("vem som är högst i rang", "who is highest in rank"),
    "city_priority": Text(
        "om besöket är prioriterat för hela staden", "whether it is a priority of the whole city"
    ),
    "wishes": Text("vad delegationen vill", "what the delegation wants"),
    "stockholm_learns": Text("vad vi lär oss", "what we learn"),
    "they_learn": Text("vad de lär sig", "what they learn"),
    "learning_kinds": Text("vad lärandet ger", "what the learning gives"),
    "image_gain": Text("bilden av Stockholm", "the image of Stockholm"),
    "comparison": Text("vad som jämförs", "what is compared"),
    "good_examples": Text("de goda exemplen", "the good examples"),
    "state_partner": Text("den statliga främjaren", "the state promotion actor"),
    "wants_letter": Text(
        "om delegationen ber om ett inbjudningsbrev",
        "whether the delegation asks for an invitation letter",
    ),
    "particularly_prioritised": Text(
        "om besöket är särskilt prioriterat", "whether it is particularly prioritised"
    ),
    "prioritised_by": Text("vem som har prioriterat besöket", "who has prioritised the visit"),
    "priority_grounds": Text("skälen för brevet", "the grounds for the letter"),
    "earlier_visits": Text("de tidigare besöken", "the earlier visits"),
    "event": Text("evenemanget", "the event"),
    "organiser": Text("arrangören", "the organiser"),
    "arranged_by": Text("vem som ordnar resan", "who arranges the journey"),
    "role": Text("stadens roll", "the city's part"),
    "purpose": Text("syftet", "the purpose"),
    "benefit": Text("nyttan", "the benefit"),
    "travellers": Text("vilka som deltar", "who takes part"),
    "participants": Text("antalet deltagare", "the number of participants"),
    "others_from_city": Text("andra från staden", "others from the city"),
    "earlier_participation": Text("tidigare deltagande", "earlier participation"),
    "means": Text("färdsättet", "how they travel"),
    "distance_km": Text("avståndet", "the distance"),
    "why_not_train": Text("varför det inte går med tåg", "why the train won't do"),
    "why_not_digital": Text("varför det inte går digitalt", "why video won't do"),
    "emissions_kg": Text("utsläppen", "the emissions"),
    "programme_hours": Text("timmarna med program", "the hours of programme"),
    "leisure": Text("det som inte är program", "what is no programme"),
    "leisure_payer": Text(
        "vem som betalar det som inte är program", "who pays for what is no programme"
    ),
    "booked_before_decision": Text("om något redan är bokat", "whether anything is already booked"),
    "missing_reports": Text("rapporterna som saknas", "the missing reports"),
    "report_due_on": Text("dagen för rapporten", "the day of the report"),
    "register_by": Text("sista dagen att anmäla sig", "the last day to register"),
    "abstract_by": Text("sista dagen att föreslå ett inlägg", "the last day to propose a talk"),
    "event_kind": Text("vad evenemanget är", "what the event is"),
    "character": Text("om evenemanget är internationellt", "whether the event is international"),
    "why_capital": Text("varför huvudstaden är värd", "why the capital is host"),
    "at_city_hall": Text(
        "om mottagningen är i Stadshuset", "whether the reception is in the City Hall"
    ),
    "guests": Text("antalet gäster", "the number of guests"),
    "foreign_share": Text("andelen gäster från utlandet", "the share of guests from abroad"),
    "hotels_in_city": Text(
        "om gästerna bor på hotell i staden", "whether the guests stay at hotels in the city"
    ),
    "high_scientific_level": Text(
        "om den vetenskapliga nivån är hög", "whether the scientific level is high"
    ),
    "commercial_organiser": Text(
        "om ett enskilt företag ordnar evenemanget för vinst",
        "whether a single company arranges the event for profit",
    ),
    "shared_with": Text("vem värdskapet delas med", "whom the hosting is shared with"),
    "hours": Text("mottagningens längd", "the length of the reception"),
    "evening_before": Text(
        "om det är kvällen före evenemanget", "whether it is the evening before the event"
    ),
    "last_evening": Text(
        "om det är evenemangets sista kväll", "whether it is the last evening of the event"
    ),
    "serving": Text("vad som serveras", "what is served"),
    "city_host": Text("stadens värd", "the city's host"),
    # Agreements.
    "label": Text("avtalets rubrik", "the agreement's title"),
    "agreement_text": Text("avtalstexten", "the agreement's text"),
    "themes": Text("ämnet", "the subject"),
    "exchanges": Text("vad parterna ska göra", "what the parties are to do"),
    "no_exchange": Text("om inget ska göras", "whether nothing is to be done"),
    "benefit_stockholm": Text("vad Stockholm vinner", "what Stockholm gains"),
    "benefits": Text("vad de andra vinner", "what the others gain"),
    "open_ended": Text(
        "om avtalet gäller tills vidare", "whether the agreement holds until further notice"
    ),
    "renews_itself": Text(
        "om avtalet förlängs av sig självt", "whether the agreement renews itself"
    ),
    "within_initiative": Text(
        "om avtalet sluts inom ett initiativ", "whether it is made within an initiative"
    ),
    "initiative_name": Text("initiativets namn", "the name of the initiative"),
    "forums_searched": Text(
        "om befintliga forum är genomgångna", "whether known forums were looked through"
    ),
    "forums": Text("de befintliga forumen", "the known forums"),
    "last_review_on": Text("den senaste omprövningen", "the latest review"),
    "next_review_on": Text("nästa omprövning", "the next review"),
    "legally_reviewed": Text("om en jurist har granskat", "whether a lawyer has read it"),
    "close_to_state": Text(
        "om det ligger nära statens frågor", "whether it lies close to the state's matters"
    ),
    # Declarations.
    "original_text": Text("hela texten på originalspråk", "the whole text in its own language"),
    "swedish_text": Text("hela texten på svenska", "the whole text in Swedish"),
    "commitments": Text("vad texten förbinder staden till", "what the text binds the city to"),
    "burdens": Text("vad det medför för varje verksamhet", "what it adds for each organisation"),
    "adds_burden": Text("om det medför ökad börda", "whether it adds a burden"),
    "consulted": Text("vilka som är tillfrågade", "who has been asked"),
    "in_existing_plan": Text("vilken plan som täcker det", "which plan covers it"),
    "expires_on": Text("dagen då det slutar gälla", "the day it stops to hold"),
    # Positions.
    "topic": Text("vad det handlar om", "what it is on"),
    "position_text": Text("vad som ska sägas", "what is to be said"),
    "position_channel": Text("vilken väg det går", "which way it goes"),
    "in_sef": Text(
        "om det är en fråga i Europaföreningen", "whether it is a matter of the association"
    ),
    "deadline_on": Text("sista dagen att få gehör", "the last day to be heard"),
    "ks_contact_on": Text(
        "dagen då kommunstyrelsen kontaktades", "the day the Executive Board was brought in"
    ),
    "ks_contact": Text(
        "hur arbetet sker nära kommunstyrelsen", "how the work is close to the Executive Board"
    ),
    "group_board_needed": Text(
        "om frågan behöver tas upp i koncernstyrelsen", "whether the group board is needed"
    ),
    "sent_on": Text("dagen då det skickades", "the day it was sent"),
    "in_boards_name": Text("i vems namn det sägs", "in whose name it is said"),
    "slk_coordinates": Text(
        "om stadsledningskontoret samordnar", "whether the City Executive Office coordinates"
    ),
    # Memberships.
    "form": Text(
        "om det är en organisation eller ett nätverk", "whether it is an organisation or a network"
    ),
    "is_new": Text("om medlemskapet är nytt", "whether the membership is new"),
    "has_statutes": Text("om det finns stadgar", "whether there are statutes"),
    "has_vote": Text("om staden har rösträtt", "whether the city has a vote"),
    "member_since": Text("dagen då medlemskapet började", "the day the membership began"),
    "at_review": Text("om det är en omprövning", "whether it is a review"),
    "fee_sek": Text("årsavgiften", "the yearly fee"),
    "responsible": Text("vem som är ansvarig", "who is responsible"),
    "aim": Text("vad staden vill med medlemskapet", "what the city wants there"),
    "planned": Text("vad staden ska göra där", "what the city is to do there"),
    "activities": Text("stadens insatser", "the city's contributions"),
    "none_done": Text("om inga insatser är gjorda", "whether there were no contributions"),
    "proposal": Text("omprövningens förslag", "the proposal of the review"),
    "proposal_grounds": Text("skälen för förslaget", "the grounds for the proposal"),
    "effort_plan": Text("en plan för egna insatser", "a plan of contributions"),
    # Projects.
    "programme": Text("programmet", "the programme"),
    "partners": Text("parterna", "the partners"),
    "budget_eur": Text("hela budgeten", "the whole budget"),
    "own_budget_sek": Text("stadens del av budgeten", "the city's part of the budget"),
    "cofinancing_sek": Text("stadens medfinansiering", "what the city pays itself"),
    "funding": Text("vem som betalar vad", "who pays what"),
    "apply_by": Text("sista dagen att ansöka", "the last day to apply"),
    "applied_on": Text("dagen för ansökan", "the day of the application"),
    "decided_on": Text("dagen för beslutet", "the day of the decision"),
    "plan_item": Text("målet i verksamhetsplanen", "the goal in the operational plan"),
    "after_owner": Text("vem som tar över efteråt", "who takes over afterwards"),
    "after_funding": Text("pengarna efteråt", "the money afterwards"),
    "after_from": Text("från vilken dag det tas över", "from which day it is taken over"),
    "documents_kept_until": Text("till när handlingarna sparas", "till when the papers are kept"),
    "whole_cost_sek": Text("hela kostnaden", "the whole cost"),
    "working_time_sek": Text("kostnaden för arbetstid", "the cost of working time"),
    "overhead_sek": Text("kostnaden för overhead", "the cost of overhead"),
    "travel_sek": Text("kostnaden för resor", "the cost of travel"),
    "staff_time_funded": Text(
        "om en annan part betalar den egna arbetstiden",
        "whether another party pays for own working time",
    ),
    "overhead_funded": Text(
        "om en annan part betalar overhead", "whether another party pays for overhead"
    ),
    "travel_funded": Text(
        "om en annan part betalar resorna", "whether another party pays for travel"
    ),
    # Rows of tables.
    "Cost.line": Text("kostnadsslaget", "the kind of cost"),
    "Cost.amount_sek": Text("beloppet", "the amount"),
    "Cost.payer": Text("vem som betalar kostnaden", "who pays the cost"),
    "Traveller.office": Text("befattningen", "the office"),
    "Traveller.organisation": Text("verksamheten", "the organisation"),
    "Traveller.decides": Text(
        "om den som reser också beslutar", "whether the traveller decides too"
    ),
    "Forum.name": Text("forumets namn", "the name of the forum"),
    "Forum.why_not": Text("varför det inte går att samverka där", "why cooperation there won't do"),
    "Benefit.party": Text("parten", "the party"),
    "Benefit.gain": Text("vad parten vinner", "what the party gains"),
    "Burden.organisation": Text("verksamheten", "the organisation"),
    "Burden.sek": Text("kronorna om året", "the kronor a year"),
    "Burden.hours": Text("timmarna om året", "the hours a year"),
    "Burden.reporting": Text("om det krävs rapportering", "whether reporting is required"),
    "Partner.name": Text("partens namn", "the name of the partner"),
    "Partner.sector": Text("vad parten är", "what the partner is"),
    "Partner.country": Text("partens land", "the partner's country"),
    "Partner.body": Text("vem som beslutar för parten", "who decides for the partner"),
    "Funding.funder": Text("finansiärens namn", "the name of the funder"),
    "Funding.sek": Text("vad finansiären betalar", "what the funder pays"),
    "Funding.own_group": Text(
        "om finansiären hör till stadens koncern", "whether the funder is of the city's group"
    ),
    "Activity.done_on": Text("dagen för insatsen", "the day of the contribution"),
    "Activity.kind": Text("vad insatsen var", "what the contribution was"),
}


def name_of(record: type[Record], fact: str) -> Text:
    """Return what a sentence calls a fact. Raises KeyError for a fact without a name."""
    return NAMES.get(f"{record.__name__}.{fact}") or NAMES[fact]
