"""The words of positions alone: how far a proposal has come."""

from engagements.vocabulary import Term


class ProposalStage(Term):
    """How far what is to be influenced has come."""

    COMING = "coming", "Förbereds, samråd pågår", "Being prepared, consultation open"
    PROPOSED = "proposed", "Förslag är lagt", "Proposal tabled"
    NEGOTIATED = "negotiated", "Förhandlas", "Under negotiation"
    ADOPTED = "adopted", "Antaget, ska genomföras", "Adopted, to be implemented"
