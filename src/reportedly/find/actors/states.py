"""Who stands for a state without saying so: "Volda's nuclear chief", "a Volda-led coalition"."""

from __future__ import annotations

from reportedly.find.actors.phrases import Context, Phrase, country_in, noun_of, opens_participle

ALLIANCES = frozenset({"coalition", "alliance", "force"})


def sectors_of_state(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """GOV of an office that a country alone owns, MIL of its forces and alliances that it leads.

    Any word that says another field ("Volda's football chief") leaves it open.
    """
    document, words = context.document, context.words
    noun = noun_of(phrase.head)
    before = phrase.before(document)
    if noun in ALLIANCES and any(
        opens_participle(document, t)
        and document.tokens[t.index + 2].lemma == "lead"
        and context.registry.country_of(t.text) is not None
        for t in before
    ):
        return ("MIL",)
    if country_in(context, phrase) is None:
        return ()
    if phrase.head.text.lower() == "forces":  # "Voldan forces"
        return ("MIL",)
    if noun not in words.state_offices:
        return ()
    rest = [t for t in before if t.dep in ("amod", "compound", "nmod") and not t.text[:1].isupper()]
    return ("GOV",) if all(t.text.lower() in words.state_fields for t in rest) else ()
