"""The field's words: English code, Swedish and English label. Pure, imported by every floor.

Source of the words: the glossary of the city's international work (docs/glossary.md).
"""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A word with a code that is stored, and a label in Swedish and in English.

    Members are written ``NAME = code, svenska, english``; the value is the code alone.
    """

    sv: str
    en: str

    def __new__(cls, code: str, sv: str = "", en: str = "") -> Term:
        """Build a member whose string value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sv = sv
        member.en = en
        return member

    def __str__(self) -> str:
        """Return the code, as it is stored."""
        return str(self.value)

    def label(self, language: str) -> str:
        """Return the label in ``language`` ("sv" or "en"; anything else gives Swedish)."""
        return self.en if language.startswith("en") else self.sv


class Kind(Term):
    """What is registered."""

    VISIT = "visit", "Besök till staden", "Visit to the city"
    TRIP = "trip", "Konferens eller resa", "Conference or trip abroad"
    RECEPTION = "reception", "Representationsmottagning", "Reception at the City Hall"
    COOPERATION = "cooperation", "Samarbetsavtal", "Cooperation agreement"
    INTENT = "intent", "Intentionsavtal", "Letter of intent"
    DECLARATION = "declaration", "Deklaration eller initiativ", "Declaration or initiative"
    POSITION = "position", "EU-ställningstagande", "EU policy position"
    MEMBERSHIP = "membership", "Medlemskap", "Membership"
    EU_PROJECT = "eu_project", "EU-projekt", "EU project"
    AID_PROJECT = "aid_project", "Projekt av biståndskaraktär", "Aid-like project"


class Status(Term):
    """Where an engagement stands. ``engagements.lifecycle.NEXT`` says what may follow."""

    DRAFT = "draft", "Utkast", "Draft"
    ADVICE = "advice", "Rådgivning", "Advice"
    RETURNED = "returned", "Komplettering", "Completion asked for"
    PREPARATION = "preparation", "Beredning", "Preparation"
    DECISION = "decision", "Ställningstagande", "Decision"
    COORDINATION = "coordination", "Samordning", "Coordination"
    COUNTERED = "countered", "Annat föreslaget", "Something else proposed"
    APPROVED = "approved", "Beslutat", "Approved"
    FOLLOW_UP = "follow_up", "Uppföljning", "Follow-up"
    CLOSED = "closed", "Avslutat", "Closed"
    REJECTED = "rejected", "Avböjt", "Declined"
    WITHDRAWN = "withdrawn", "Återtaget", "Withdrawn"


class Party(Term):
    """What a person is to one engagement; ``engagements.permissions.GRANTS`` reads it."""

    OWNER = "owner", "Ansvarig verksamhet", "Responsible organisation"
    TAKING_PART = "taking_part", "Berörd verksamhet", "Organisation taking part"
    SLK = "slk", "Stadsledningskontoret", "City Executive Office"
    KS = "ks", "Kommunstyrelsens kansli", "City Executive Board's secretariat"
    BOARD = "board", "Nämndens kansli", "Board's secretariat"
    COMMITTEE = "committee", "Internationella beredningen", "International Committee"
    MAYOR = "mayor", "Finansborgarrådet", "Mayor"
    KF = "kf", "Kommunfullmäktiges kansli", "City Council's secretariat"
    REGISTRAR = "registrar", "Registrator", "Registrar"
    ADMIN = "admin", "Administratör", "Administrator"
    READER = "reader", "Läsare", "Reader"
    NAMED = "named", "Namngiven person", "Named person"
    ASKED = "asked", "Tillfrågad verksamhet", "Organisation asked"


class Action(Term):
    """What can be done with an engagement."""

    VIEW = "view", "läsa", "read"
    CHANGE = "change", "ändra", "change"
    SUBMIT = "submit", "skicka in", "submit"
    ASK = "ask", "be om råd", "ask for advice"
    ADVISE = "advise", "ge råd", "advise"
    DECIDE = "decide", "ta ställning", "decide"
    COORDINATE = "coordinate", "samordna", "coordinate"
    SUPERSEDE = "supersede", "besluta på nytt", "decide anew"
    REPLY = "reply", "svara", "reply"
    FILE = "file", "lägga till handlingar", "add documents"
    FOLLOW_UP = "follow_up", "följa upp", "follow up"
    WITHDRAW = "withdraw", "återta", "withdraw"
    SHARE = "share", "dela", "share"
    REGISTER = "register", "diarieföra", "register"
    SECRECY = "secrecy", "pröva sekretess", "assess secrecy"
    CLASSIFY = "classify", "avgöra vad det är", "say what it is"
    CONSULT = "consult", "fråga verksamheter", "ask organisations"
    ANSWER = "answer", "svara på en fråga", "answer a question"
    PAUSE = "pause", "pausa tiden", "pause the deadline"
    EXTEND = "extend", "förlänga tiden", "extend the deadline"
    TAKE_OUT = "take_out", "ta fram hela akten", "take out the whole file"
    REMIND = "remind", "påminna", "remind"
    SEE_TAKEN = "see_taken", "se vem som har tagit fram akten", "see who took out the file"
    COMMENT = "comment", "kommentera", "comment"
    COMMENT_INTERNAL = "comment_internal", "kommentera internt", "comment internally"
    READ_INTERNAL = "read_internal", "läsa interna kommentarer", "read internal comments"
    DO_TASK = "do_task", "göra klart uppgifter", "finish tasks"


class RoleName(Term):
    """The roles of people in the city's international work."""

    CONTACT_PERSON = (
        "contact_person",
        "Internationell kontaktperson",
        "International contact person",
    )
    DEPUTY = "deputy", "Ersättare för kontaktperson", "Deputy contact person"
    INTERNATIONAL_UNIT = "international_unit", "Internationella enheten", "International unit"
    PROTOCOL_UNIT = "protocol_unit", "Protokollsenheten", "Protocol unit"
    EU_UNIT = "eu_unit", "EU-enheten", "EU unit"
    COMMITTEE_MEMBER = (
        "committee_member",
        "Ledamot i internationella beredningen",
        "Member of the International Committee",
    )
    COMMITTEE_SECRETARY = (
        "committee_secretary",
        "Sekreterare i internationella beredningen",
        "Secretary of the International Committee",
    )
    KS_SECRETARY = (
        "ks_secretary",
        "Kommunstyrelsens sekreterare",
        "Secretary of the City Executive Board",
    )
    KF_SECRETARY = "kf_secretary", "Kommunfullmäktiges sekreterare", "Secretary of the City Council"
    BOARD_SECRETARY = "board_secretary", "Nämndsekreterare", "Board secretary"
    REGISTRAR = "registrar", "Registrator", "Registrar"
    ADMIN = "admin", "Administratör", "Administrator"
    READER = "reader", "Läsare", "Reader"


class OrganisationKind(Term):
    """The forms of organisation within and around the city."""

    COUNCIL = "fullmaktige", "Kommunfullmäktige", "City council"
    BOARD = "namnd", "Nämnd", "Board"
    DISTRICT_BOARD = "stadsdelsnamnd", "Stadsdelsnämnd", "District council"
    DEPARTMENT = "forvaltning", "Fackförvaltning", "Specialist department"
    DISTRICT_DEPARTMENT = (
        "stadsdelsforvaltning",
        "Stadsdelsförvaltning",
        "District administration",
    )
    COMPANY = "bolag", "Bolag", "Company"
    PARENT_COMPANY = "moderbolag", "Moderbolag", "Parent company"
    SUBSIDIARY = "dotterdotterbolag", "Dotterbolag", "Subsidiary"
    PART_OWNED = "delagt_bolag", "Delägt bolag", "Part-owned company"
    ASSOCIATED = "intressebolag", "Intressebolag", "Associated company"
    COMMITTEE = "utskott", "Utskott", "Committee"
    PREPARATORY = "beredning", "Beredning", "Preparatory committee"
    DIVISION = "avdelning", "Avdelning", "Division"
    UNIT = "enhet", "Enhet", "Unit"
    AUDIT = "revision", "Revision", "Audit"
    FEDERATION = "kommunalforbund", "Kommunalförbund", "Municipal federation"
    ASSOCIATION = "forening", "Förening", "Association"


class Body(Term):
    """Who stands in a step of a route."""

    RECEIVING_BODY = "receiving_body", "Mottagande nämnd eller bolag", "Receiving body"
    CONTACT_PERSON = "contact_person", "Kontaktpersonen", "Contact person"
    SLK = "slk", "Stadsledningskontoret", "City Executive Office"
    INTERNATIONAL_UNIT = "international_unit", "Internationella enheten", "International unit"
    PROTOCOL_UNIT = "protocol_unit", "Protokollsenheten", "Protocol unit"
    EU_UNIT = "eu_unit", "EU-enheten", "EU unit"
    COMMITTEE = "ib", "Internationella beredningen", "International Committee"
    FINANCE_MAYOR = "fbr", "Finansborgarrådet", "Mayor"
    EXECUTIVE_BOARD = "ks", "Kommunstyrelsen", "City Executive Board"
    CITY_COUNCIL = "kf", "Kommunfullmäktige", "City Council"
    GROUP_BOARD = "group_board", "Koncernstyrelsen", "Group board"
    BOARD = "board", "Nämnden eller bolagsstyrelsen", "Board"
    DELEGATION = "delegation", "Den besökande delegationen", "Visiting delegation"


class Initiative(Term):
    """Who took the initiative (clause 1.5)."""

    OWN = "own", "Staden tog initiativet", "The city took the initiative"
    ASKED = "asked", "Någon annan frågade", "Another party asked"


class Direction(Term):
    """The four directions (clause 3.0.1)."""

    PROFILING = "profiling", "Profilering", "Profiling"
    SCANNING = "scanning", "Omvärldsbevakning", "Horizon scanning"
    COOPERATION = "cooperation", "Samverkan", "Cooperation"
    ADVOCACY = "advocacy", "Påverkan", "Advocacy"


class Quality(Term):
    """What Stockholm wants to be known for (clause 3.1.1)."""

    SUSTAINABILITY = "sustainability", "Hållbarhet", "Sustainability"
    GENDER_EQUALITY = "gender_equality", "Jämställdhet", "Gender equality"
    INNOVATION = "innovation", "Innovationer", "Innovation"
    KNOWLEDGE = "knowledge", "Kunskap", "Knowledge"
    DIVERSITY = "diversity", "Mångfald", "Diversity"
    OPENNESS = "openness", "Öppenhet", "Openness"
    QUALITY_OF_LIFE = "quality_of_life", "Hög livskvalitet", "Quality of life"
    BUSINESS_CLIMATE = "business_climate", "Gott företagsklimat", "Business climate"


class Audience(Term):
    """Whom profiling is for (clause 3.1.2)."""

    BUSINESS = "business", "Företag och investerare", "Companies and investors"
    TALENT = "talent", "Talanger", "Talents"
    VISITORS = "visitors", "Besökare", "Visitors"


class Learning(Term):
    """What a visit gives (clause 3.0.2)."""

    PERSPECTIVES = "perspectives", "Nya perspektiv", "New perspectives"
    DEVELOPMENT = "development", "Verksamhetsutveckling", "Development of operations"
    COMPETENCE = "competence", "Höjd kompetens", "Raised competence"


class CooperationPurpose(Term):
    """What cooperation is for (clause 3.3.2)."""

    METHODS = "methods", "Utbyte om metoder och arbetssätt", "Exchange of methods"
    APPROACHES = "approaches", "Nya infallsvinklar", "New approaches"
    INTERCULTURAL = "intercultural", "Interkulturell förmåga", "Intercultural ability"
    CONTACTS = "contacts", "Bredare kontaktnät", "Wider network"


class Sector(Term):
    """Partners by sector (clause 3.3.5)."""

    PUBLIC = "public", "Andra offentliga aktörer", "Other public bodies"
    ACADEMIA = "academia", "Akademin", "Academia"
    BUSINESS = "business", "Näringslivet", "Business"
    CIVIL_SOCIETY = "civil_society", "Civilsamhället", "Civil society"


class CounterpartKind(Term):
    """What the other party is."""

    CAPITAL_CITY = "capital_city", "Huvudstad", "Capital city"
    CITY = "city", "Annan stad eller kommun", "Other city"
    REGION = "region", "Region eller delstat", "Region"
    NATIONAL = "national", "Nationell myndighet eller regering", "National authority"
    EMBASSY = "embassy", "Ambassad eller konsulat", "Embassy or consulate"
    INTERNATIONAL = (
        "international",
        "Internationell organisation eller nätverk",
        "International organisation or network",
    )
    UNIVERSITY = "university", "Universitet eller skola", "University or school"
    COMPANY = "company", "Företag", "Company"
    CIVIL_SOCIETY = "civil_society", "Civilsamhällets organisation", "Civil society"
    OTHER = "other", "Annan", "Other"


class PlaceKind(Term):
    """What a place is."""

    CITY = "city", "Stad eller kommun", "City or municipality"
    REGION = "region", "Region eller delstat", "Region or state"


class PoliticalLevel(Term):
    """The highest rank in a delegation; which titles count is a policy value (5.1.2)."""

    NONE = "none", "Tjänsteperson, expert eller student", "Official, expert or student"
    ELECTED = "elected", "Förtroendevald, ej högsta ledningen", "Elected, not the top level"
    HIGH = (
        "high",
        "Hög politisk nivå: borgmästare, minister, ambassadör eller motsvarande",
        "High political level: mayor, minister, ambassador or the like",
    )


class CostLine(Term):
    """What money goes to (clause 4.6 judges the first six per person)."""

    MEAL = "meal", "Måltid", "Meal"
    GIFT = "gift", "Gåva", "Gift"
    RECEPTION = "reception", "Mottagning", "Reception"
    TRANSPORT = "transport", "Transport", "Transport"
    LODGING = "lodging", "Logi", "Lodging"
    OTHER = "other", "Annat per person", "Other, per person"
    INTERPRETER = "interpreter", "Tolk", "Interpreter"
    VENUE = "venue", "Lokal", "Venue"


class Channel(Term):
    """How a request came in."""

    EMAIL = "email", "E-post", "E-mail"
    LETTER = "letter", "Brev", "Letter"
    PHONE = "phone", "Telefon", "Phone"
    MEETING = "meeting", "Möte", "Meeting"
    FORM = "form", "Webbformulär", "Web form"


class AdviceKind(Term):
    """The types of formal advice."""

    SUPPORT = "support", "Tillstyrker", "Supports"
    SUPPORT_WITH_REMARKS = (
        "support_with_remarks",
        "Tillstyrker med synpunkter",
        "Supports with remarks",
    )
    ADVISE_AGAINST = "advise_against", "Avråder", "Advises against"
    RETURN = "return", "Återlämnar för komplettering", "Returns for completion"


class Recommendation(Term):
    """What a body that deals with a matter says of it before another decides."""

    SUPPORTS = "supports", "Tillstyrker", "Supports"
    ADVISES_AGAINST = "advises_against", "Avstyrker", "Advises against"
    REFERS_BACK = "refers_back", "Återremitterar", "Refers back"
    TABLES = "tables", "Bordlägger", "Tables"


class Outcome(Term):
    """What a body answered."""

    ACCEPTED = "accepted", "Tar emot besöket", "Receives the visit"
    ACCEPTED_WITHOUT_LETTER = (
        "accepted_without_letter",
        "Tar emot besöket men skriver inget inbjudningsbrev",
        "Receives the visit but writes no letter",
    )
    COUNTERED = "countered", "Föreslår något annat", "Proposes something else"
    DECLINED = "declined", "Tackar nej", "Declines"
    COORDINATED = "coordinated", "Samordnar besöket", "Coordinates the visit"


class Task(Term):
    """What a step of a route does."""

    REGISTERS = "registers", "registrerar", "registers"
    ADVISES = "advises", "ger råd", "advises"
    DECIDES = "decides", "beslutar", "decides"
    COORDINATES = "coordinates", "samordnar", "coordinates"
    DEALS_WITH = "deals_with", "behandlar", "deals with"
    IS_TOLD = "is_told", "får veta", "is told"
    REPLIES = "replies", "svarar", "replies"


class DocumentKind(Term):
    """What a document is to its engagement."""

    REQUEST = "request", "Förfrågan", "Request"
    PROGRAMME = "programme", "Program", "Programme"
    PARTICIPANTS = "participants", "Deltagarlista", "List of participants"
    REPLY = "reply", "Svar", "Reply"
    LETTER = "letter", "Inbjudningsbrev", "Invitation letter"
    MINUTES = "minutes", "Protokoll", "Minutes"
    REPORT = "report", "Rapport", "Report"
    RECEIPT = "receipt", "Kvitto eller faktura", "Receipt or invoice"
    FUNDER_DECISION = "funder", "Finansiärens beslut", "The funder’s decision"
    OTHER = "other", "Annan handling", "Other document"


class SecrecySection(Term):
    """Sections of the Public Access to Information and Secrecy Act (OSL) that may apply."""

    FOREIGN = "osl_15_1", "OSL 15:1, utrikessekretess", "OSL 15:1, foreign relations"
    DEFENCE = "osl_15_2", "OSL 15:2, försvarssekretess", "OSL 15:2, defence"
    SECURITY = "osl_18_8", "OSL 18:8, säkerhetsåtgärder", "OSL 18:8, security measures"
    PROCUREMENT = "osl_19_3", "OSL 19:3, upphandling", "OSL 19:3, procurement"
    HEALTH = "osl_21_1", "OSL 21:1, hälsa och sexualliv", "OSL 21:1, health and sexual life"
    THREATENED = "osl_21_3", "OSL 21:3, hotade personer", "OSL 21:3, threatened persons"
    FOREIGNERS = "osl_21_5", "OSL 21:5, utlänningar", "OSL 21:5, foreign nationals"
    PERSONAL_DATA = "osl_21_7", "OSL 21:7, personuppgifter", "OSL 21:7, personal data"
    SOCIAL = "osl_26_1", "OSL 26:1, socialtjänst", "OSL 26:1, social services"
    OTHER = "other", "Annan bestämmelse", "Another provision"


class Scope(Term):
    """How far a matter reaches (5.1.4, 5.4.2); what counts is a reading of the city."""

    CITYWIDE = "citywide", "Stadsövergripande", "Citywide"
    OPERATIONAL = "operational", "Verksamhetsspecifikt", "Specific to an operation"


class Effect(Term):
    """What a process or bill may do to the city (clause 3.4.2)."""

    ENABLES = "enables", "Möjliggör för staden", "Enables the city"
    LIMITS = "limits", "Begränsar staden", "Limits the city"
    BOTH = "both", "Både möjliggör och begränsar", "Both enables and limits"


class Payer(Term):
    """Who pays for or arranges something."""

    CITY = "city", "Staden", "The city"
    HOST = "host", "Värden eller arrangören", "The host or organiser"
    PUBLIC = "public", "Annan offentlig aktör", "Another public body"
    EU = "eu", "EU", "The EU"
    SUPPLIER = "supplier", "Leverantör", "Supplier"
    TRAVELLER = "traveller", "Den som reser", "The traveller"
    OTHER = "other", "Annan", "Other"


class Office(Term):
    """The office of a person who travels for the city."""

    FINANCE_MAYOR = "finance_mayor", "Finansborgarrådet", "Mayor"
    VICE_MAYOR = "vice_mayor", "Annat borgarråd", "Vice mayor"
    CHAIR = "chair", "Ordförande i nämnd eller styrelse", "Chair of a board"
    ELECTED = "elected", "Annan förtroendevald", "Other elected member"
    DIRECTOR = "director", "Chef", "Director or manager"
    OFFICIAL = "official", "Tjänsteperson", "Official"


class TripRole(Term):
    """What the city does at an event abroad."""

    SPEAKER = "speaker", "Talare eller paneldeltagare", "Speaker or panellist"
    VOTING = "voting", "Röstande ombud", "Voting delegate"
    HOST = "host", "Medarrangör", "Co-organiser"
    PARTICIPANT = "participant", "Deltagare", "Participant"


class TravelMeans(Term):
    """How people travel."""

    TRAIN = "train", "Tåg", "Train"
    BUS = "bus", "Buss", "Bus"
    CAR = "car", "Bil", "Car"
    BOAT = "boat", "Båt", "Boat"
    FLIGHT = "flight", "Flyg", "Flight"


class ConferenceForm(Term):
    """How an event abroad is held."""

    ON_SITE = "on_site", "På plats", "On site"
    DIGITAL = "digital", "Digitalt", "Digital"
    HYBRID = "hybrid", "På plats och digitalt", "On site and digital"


class TripCostLine(Term):
    """What money goes to on a trip."""

    TRAVEL = "travel", "Resa", "Travel"
    LODGING = "lodging", "Logi", "Lodging"
    FEE = "fee", "Deltagaravgift", "Fee"
    ALLOWANCE = "allowance", "Traktamente", "Allowance"
    REPRESENTATION = "representation", "Representation", "Representation"
    OTHER = "other", "Annat", "Other"


class EventKind(Term):
    """What a reception at the City Hall is held for."""

    CONGRESS = "congress", "Internationell kongress", "International congress"
    CHAMPIONSHIP = (
        "championship",
        "EM eller VM i idrott",
        "European or world championship",
    )
    OTHER = "other", "Annat", "Other"


class Character(Term):
    """Where the participants of an event come from."""

    NORDIC = "nordic", "Nordisk", "Nordic"
    EUROPEAN = "european", "Europeisk", "European"
    INTERNATIONAL = "international", "Internationell", "International"
    NATIONAL = "national", "Svensk", "Swedish"


class Serving(Term):
    """What is served at a reception."""

    DRINKS = "drinks", "Dryck och tilltugg", "Drinks and canapés"
    BUFFET = "buffet", "Stående buffé", "Standing buffet"
    SEATED = "seated", "Sittande måltid", "Seated meal"


class PositionChannel(Term):
    """The way a position goes to the EU."""

    DIRECT = "direct", "Direkt till EU:s institutioner", "Straight to the EU's institutions"
    CONSULTATION = "consultation", "Samråd eller remiss", "Consultation"
    STATE = "state", "Genom regeringen", "Through the government"
    ASSOCIATION = (
        "association",
        "Genom Stockholmsregionens Europaförening",
        "Through the Stockholm Region Association for European Affairs",
    )
    NETWORK = "network", "Genom ett nätverk", "Through a network"


class MembershipForm(Term):
    """What is joined (5.1.4, 5.2.1)."""

    ORGANISATION = "organisation", "Organisation", "Organisation"
    NETWORK = "network", "Nätverk", "Network"
    INITIATIVE = "initiative", "Samarbetsinitiativ", "Cooperation initiative"


class Currency(Term):
    """What a fee is paid in."""

    SEK = "SEK", "Svenska kronor", "Swedish kronor"
    EUR = "EUR", "Euro", "Euro"
    USD = "USD", "Amerikanska dollar", "US dollars"
    GBP = "GBP", "Brittiska pund", "Pounds sterling"
    DKK = "DKK", "Danska kronor", "Danish kroner"
    NOK = "NOK", "Norska kronor", "Norwegian kroner"
    CHF = "CHF", "Schweiziska franc", "Swiss francs"


class ActivityKind(Term):
    """What the city does in a membership (clause 3.3.3)."""

    MEETING = "meeting", "Möte", "Meeting"
    CHAIR = "chair", "Ordförandeskap eller styrelseplats", "Chair or board seat"
    PAPER = "paper", "Underlag eller inlägg", "Paper or contribution"
    HOSTING = "hosting", "Värdskap", "Hosting"
    OTHER = "other", "Annan insats", "Other contribution"


class ReviewProposal(Term):
    """How a review ends (clause 4.3)."""

    KEEP = "keep", "Behålla", "Keep"
    CHANGE = "change", "Ändra", "Change"
    LEAVE = "leave", "Lämna", "Leave"


class ProjectRole(Term):
    """What the city is in a project."""

    COORDINATOR = "coordinator", "Koordinator", "Coordinator"
    PARTNER = "partner", "Partner", "Partner"
    ASSOCIATED = "associated", "Associerad part", "Associated partner"


class ProjectStage(Term):
    """How far an EU project has come, beside the states of its matter."""

    IDEA = "idea", "Idé", "Idea"
    APPLIED = "applied", "Ansökan skickad", "Application sent"
    GRANTED = "granted", "Beviljat", "Granted"
    REFUSED = "refused", "Inte beviljat", "Not granted"
    RUNNING = "running", "Pågår", "Running"
    ENDED = "ended", "Avslutat", "Ended"
    LANDED = "landed", "I ordinarie verksamhet", "In ordinary operations"
    NOT_LANDED = "not_landed", "Inte i ordinarie verksamhet", "Not in ordinary operations"


class AgendaHeading(Term):
    """The committee's standing headings that matters stand under, in the agenda's order."""

    EVENTS = "events", "Konferenser och evenemang", "Conferences and events"
    DECLARATIONS = "declarations", "Deklarationer och initiativ", "Declarations and initiatives"
    COOPERATION = (
        "cooperation",
        "Samarbetsförfrågningar, nätverk och medlemskap",
        "Cooperation, networks and memberships",
    )
    RECEPTIONS = "receptions", "Representationsmottagningar", "Receptions at the City Hall"
    REPORTS = "reports", "Återrapporter", "Reports"
    OTHER = "other", "Övrigt", "Other matters"


class Stance(Term):
    """Where a member of the committee stands before the meeting."""

    SUPPORTS = "supports", "Tillstyrker", "In favour"
    OPPOSES = "opposes", "Avstyrker", "Against"
    DISCUSS = "discuss", "Vill diskutera", "Wants to discuss"
