"""Why some clauses are left to people, in Swedish; ``served_by`` says the same in English."""

from __future__ import annotations

LEFT = "people: "

WHY_PEOPLE: dict[str, str] = {
    "1.1": "bakgrund som inte frågar efter något",
    "1.2": "bakgrund; lärdomarna frågas efter när ett ärende avslutas",
    "1.3": "bakgrund som inte frågar efter något",
    "1.4": "det gemensamma registret rymmer alla verksamheters ärenden",
    "2.3": "resultat och lärdomar skrivs när ett ärende avslutas",
    "3.1.3": "kvaliteten som väljs enligt 3.1.1 visar det",
    "3.2.3": "iakttagelser har en föreslagen åtgärd, och om den blev gjord",
    "5.0": "det syns i resultat och lärdomar, inte i ett svar",
    "5.1.1": "årsredovisningen görs ur registret",
    "5.3.1": "platserna hålls med sina mandatperioder",
    "5.3.4": "kostnader frågas efter i varje ärende och visas efteråt",
    "5.6.3": "förteckningen över kontaktpersoner och deras utskick",
    "5.7.1": "strategin vägleder stadens del; 5.7.2 samordnar den",
    "eu:impact": "råd från EU-enheten",
    "eu:principles": "staden lägger in dem; 3.4.3 frågar efter en",
}
