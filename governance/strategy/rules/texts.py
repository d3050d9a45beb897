"""What rules do with texts: are they long enough, and which words stand in them."""

from __future__ import annotations

from governance.strategy import words
from governance.strategy.facts import Facts
from governance.strategy.rulebook import Answer, Context, judge, note
from governance.strategy.text import Text
from governance.strategy.words import Hit


def short(text: str | None, context: Context) -> bool:
    """Whether a text is empty or too short to say anything."""
    return len((text or "").strip()) < int(context.value("text.sentence_length"))


def found(wordlist: words.Wordlist, facts: Facts) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Return the words found in the texts: affirmed ones, and denied ones."""
    texts = [(name, getattr(facts, name)) for name in facts.texts]
    texts += [(f"agenda:{n}", item) for n, item in enumerate(facts.agenda, 1)]
    hits = words.find(wordlist, texts)
    if not hits:
        return (), ()
    return tuple(h for h in hits if not h.denied), tuple(h for h in hits if h.denied)


def ask_a_person(hits: tuple[Hit, ...]) -> Answer:
    """Answer that words were found, which a person judges."""
    said = words.listed(hits)
    return judge(
        f"Texten innehåller {said.sv}. En person bedömer.",
        f"The text has {said.en}. A person judges.",
        mend=Text(
            "Skriv hur ordet är menat, eller stryk det.", "Write how it is meant, or take it out."
        ),
        words=hits,
    )


def show_denied(hits: tuple[Hit, ...]) -> Answer:
    """Answer that words were found in sentences that seem to deny them."""
    said = words.listed(hits)
    return note(
        f"Texten nämner {said.sv}, men verkar säga att det inte gäller.",
        f"The text mentions {said.en}, but seems to say that it does not apply.",
        words=hits,
    )
