"""Where told words begin and end: the characters of a clause, by the syntax around its cue."""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece, past_dateline
from reportedly.find.quotes.endings import Endings
from reportedly.find.quotes.second_cues import tells_more
from reportedly.find.quotes.subjects import tail_subject
from reportedly.parse import Token

_TRIM = frozenset(" \t\n\r\u00a0\u202f,;:–—-\"“”'‘’")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REASONS = frozenset({"because", "if", "since", "unless"})
_LEAST = 10  # characters of a clause
_STOPS = frozenset(".,!?")
_NEAR = 12  # characters before marks in which a word leads to them
_REST = 2  # words after marks that end a clause
_WH = frozenset({"what", "whether", "if", "how", "why", "when", "where", "who", "which"})


class Contents:
    """Finds the pieces of content of cues in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings
        self._endings = Endings(setting)

    def clause(self, verb: Token, complement: Token | None) -> tuple[list[Piece], str]:
        """Pieces of a clause that is said, and the shape in which it stands."""
        if complement is not None:
            if complement.index > verb.index:
                return self._after(verb, complement), "after"
            return self._in_front(verb, complement), "before"
        noun = tail_subject(self._document, verb)
        if noun is not None and verb.dep in {"conj", "ROOT", "appos", "relcl", "acl"}:
            if verb.dep == "relcl" and self._document.head(verb).lemma in self._verbs.comments:
                return [], ""  # "they looted shops, a charge the army denied"
            return self._without_syntax(verb, noun)
        if self._is_inserted(verb):
            return self.around(verb, self._document.head(verb)), "around"
        return [], ""

    def _is_inserted(self, verb: Token) -> bool:
        """Whether a verb without a clause of its own stands within the clause that it tells."""
        head = self._document.head(verb)
        if verb.dep == "conj":
            return self._goes_between(verb, head)
        if verb.dep == "ccomp":
            return self.set_off(verb)
        if verb.dep == "advcl":
            children = self._document.children(verb.index)
            return any(t.dep == "mark" and t.text.casefold() == "as" for t in children)
        return verb.dep in {"parataxis", "dep"} and head.index != verb.index

    def _after(self, verb: Token, complement: Token) -> list[Piece]:
        """ "police said | the road was shut"."""
        document = self._document
        opening = [t.text.casefold() for t in document.subtree(complement.index)[:2]]
        parts = document.children(complement.index)
        asked = verb.dep != "relcl" and self.asks(complement) and "that" not in opening
        if self._runs_on(verb, complement) or asked or any(t.tag == "TO" for t in parts):
            return []  # "did not say what", "asked how": nothing is asserted
        start, end = self.subtree(complement, after=verb)
        end = self._past_conjunction(verb, end)
        if (
            verb.dep != "relcl"
            and not self._of_what(verb)
            and not any(t.dep in {"nsubj", "nsubjpass", "expl", "csubj", "attr"} for t in parts)
        ):
            thing = self._taken_for_object(verb, complement)
            if thing is None:
                return []  # "the strike announced | will go ahead": no clause of its own
            start = self.subtree(thing)[0]
        return [self.trim(start, self._endings.end(verb, complement, start, end))]

    def _past_conjunction(self, verb: Token, end: int) -> int:
        """The end of a clause that the parser cut after "and": that of its sentence."""
        inside = self._document.tokens_in(verb.end, end)
        sentence = self._document.sentences[verb.sentence]
        return sentence.end if inside and inside[-1].pos == "CCONJ" else end

    def before_second_cue(self, verb: Token, piece: Piece) -> Piece:
        """A phrase that a verb tells, without "and warned that …" after it."""
        start, end = self._endings.before_second_cue(verb, piece)
        return piece if (start, end) == piece else self.trim(start, end)

    def _in_front(self, verb: Token, complement: Token) -> list[Piece]:
        """ "…, police said": all of the clause before, its coordinated parts included."""
        text = self._document.text
        sentence = self._document.sentences[verb.sentence]
        start = past_dateline(text, self.subtree(complement)[0], sentence.start)
        end = self._before(verb)
        quoted = self.inside(complement.start) and not self.inside(verb.start)
        if quoted and not self._ends_outside_marks(complement, end):
            return []
        closed = text[end : end + 4].lstrip(" \u00a0")[:1] in {",", "”", '"', "—", "–"}
        if end - start <= 2 or not closed:
            return []
        joined = self._joined(verb)
        after = self._reason_after(verb)
        if joined is not None and not after:
            after = [self.subtree(joined)]
        return [(start, end), *after]

    def _without_syntax(self, verb: Token, noun: Token) -> tuple[list[Piece], str]:
        """ "…, the clinic reported": a last clause that the parser tied up otherwise."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        start = past_dateline(document.text, sentence.start, sentence.start)
        end = self.trim(start, document.subtree(noun.index)[0].start)[1]
        comma = document.text.rfind(",", start, noun.start)
        end = self.trim(start, comma)[1] if comma > start else end
        if not any(t.pos in {"VERB", "AUX"} for t in document.tokens_in(start, end)):
            # "The League, Roa asserted, runs a school": a subject and its verb apart
            rest = self.trim(verb.end, sentence.end)
            goes_on = any(t.pos in {"VERB", "AUX"} for t in document.tokens_in(*rest))
            return ([(start, end), rest] if goes_on else []), "around"
        return ([(start, end)] if end - start > _LEAST else []), "tail"

    def _taken_for_object(self, verb: Token, complement: Token) -> Token | None:
        """ "argued his fight for schools | is over": the clause's subject, read as an object."""
        document = self._document
        thing = document.child(verb.index, "dobj")
        if thing is None or complement.tag not in _FINITE or verb.lemma in self._verbs.addressing:
            return None
        first = document.subtree(thing.index)[0]
        return thing if first.index == verb.index + 1 and thing.index < complement.index else None

    def _ends_outside_marks(self, complement: Token, end: int) -> bool:
        """ "“It may hold, but I doubt it” if it rains, said Roa": words after marks."""
        marked = self._surroundings.top_at(complement.start)
        if marked is None:
            return False
        after = self._document.tokens_in(marked.outer_end, end)
        closed = self._document.text[marked.start : marked.end].rstrip()[-1:] in _STOPS
        joined = not closed or (after and after[0].pos in {"SCONJ", "ADP", "CCONJ", "PART"})
        return len(after) > _REST and bool(joined)

    def set_off(self, verb: Token) -> bool:
        """Whether a clause of speech stands between commas or at the end: ", he said"."""
        inside = [t for t in self._inserted(verb) if t.pos != "PUNCT"]
        start, end = inside[0].start, inside[-1].end
        text = self._document.text
        before = text[:start].rstrip()[-1:]
        after = text[end:].lstrip()[:1]
        return before in {",", "”", '"', "—", "–"} and (after in {",", ".", ""} or after in "—–")

    def _inserted(self, verb: Token) -> list[Token]:
        """The words of "Roa wrote in a note", without "If it rains," before them."""
        document = self._document
        subject = document.child(verb.index, "nsubj")
        inserted = {t.index for t in document.subtree(verb.index)}
        if subject is None:
            subject = self._speakers.subject(verb)
            own = document.subtree(subject.index) if subject is not None else ()
            apart = own and own[-1].index == verb.index - 1
            if subject is not None and apart and subject.dep == "appos":
                inserted.update(t.index for t in own)  # hung elsewhere: "a nun who came said"
        first = document.subtree(subject.index)[0].index if subject is not None else verb.index
        joined = self._joined(verb)
        outside: set[int] = set()
        if joined is not None:  # and the full stop after it, which hangs on the cue
            start = document.subtree(joined.index)[0].index
            outside = {i for i in inserted if i >= start}
        for child in document.children(verb.index):
            clause = document.subtree(child.index)
            if child.dep == "advcl" and clause[-1].index < first:
                outside.update(t.index for t in clause)
        return [document.tokens[i] for i in sorted(inserted - outside)]

    def around(self, verb: Token, head: Token) -> list[Piece]:
        """The clause around an inserted "he said", without it."""
        document = self._document
        inserted = {t.index for t in self._inserted(verb)}
        rest = [t for t in document.subtree(head.index) if t.index not in inserted]
        if not rest:
            return []
        low, high = min(inserted), max(inserted)
        if self.inside(head.start) != self.inside(verb.start) and not self._runs_outside_marks(
            head, document.tokens[low], document.tokens[high]
        ):
            return []
        if verb.pos == "VERB" and low <= min(
            (t.index for t in rest if t.pos != "PUNCT"), default=low
        ):
            marks = {t.text.casefold() for t in document.children(verb.index) if t.dep == "mark"}
            thing = document.child(verb.index, "dobj")
            told = verb.lemma in self._verbs.addressing  # "Roa told reporters, the road is shut"
            if not marks & {"as"} and thing is not None and not told:
                return []  # "A writes the menu, B cooks": clauses side by side
        pieces = []
        for whole in (
            [t for t in rest if t.index < low],
            [t for t in rest if t.index > high],
        ):
            part = [t for n, t in enumerate(whole) if n or t.pos not in {"CCONJ", "PUNCT"}]
            if part and tells_more(document, self._verbs, verb, part[0]):
                continue  # "It is late, Roa said, and warned that …": told apart
            if any(t.pos in {"VERB", "NOUN", "PROPN", "ADJ", "NUM", "AUX"} for t in part):
                start, end = self.trim(part[0].start, part[-1].end)
                sentence = document.sentences[head.sentence]
                start = past_dateline(document.text, start, sentence.start)
                if end - start > 1:
                    pieces.append((start, end))
        return pieces

    def _runs_outside_marks(self, head: Token, first: Token, last: Token) -> bool:
        """ "The costs, he added, were “too high”", "“A big truck” drove by, he added, and …".

        Whether the marks around the head of a clause begin or end within the clause.
        """
        marked = self._surroundings.top_at(head.start)
        if marked is None:
            return False
        if last.end < marked.outer_start:
            between = self._document.tokens_in(last.end, marked.outer_start)
            return any(t.pos != "PUNCT" for t in between)
        between = self._document.tokens_in(marked.outer_end, first.start)
        closed = self._document.text[marked.start : marked.end].rstrip()[-1:] in _STOPS
        return len(between) > _REST and not closed

    def _reason_after(self, verb: Token) -> list[Piece]:
        """ "It is safe, police say, | because it was shut": the rest of a clause after its cue."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        if verb.index + 2 >= sentence.last:
            return []
        comma, opening = document.tokens[verb.index + 1 : verb.index + 3]
        if comma.text != "," or opening.dep != "mark" or opening.text.casefold() not in _REASONS:
            return []
        return [self.trim(opening.start, sentence.end)]

    def _joined(self, verb: Token) -> Token | None:
        """ "The road is open, Roa told us, | and nobody has to leave": a clause tied to the cue."""
        document = self._document
        for clause in document.children(verb.index):
            first = document.subtree(clause.index)[0].index
            if (
                clause.dep == "conj"
                and clause.index > verb.index
                and document.tokens[first - 1].pos == "CCONJ"
                and document.tokens[first - 2].text == ","
                and document.child(clause.index, "nsubj", "nsubjpass", "expl") is not None
                and not self._verbs.speaks(clause.lemma)
            ):
                return clause
        return None

    def _goes_between(self, verb: Token, head: Token) -> bool:
        """ "Boats leave, a fisher told us, and …": a cue that the parser took for the next clause.

        No "and" leads to it, and a comma stands before its speaker and after it.
        """
        document = self._document
        subject = document.child(verb.index, "nsubj")
        if subject is None or not head.index < subject.index < verb.index:
            return False
        before = document.tokens[document.subtree(subject.index)[0].index - 1]
        last = max(t.index for t in self._inserted(verb) if t.pos not in {"PUNCT", "CCONJ"})
        after = document.tokens[min(last + 1, len(document.tokens) - 1)]
        spoken = verb.lemma in self._verbs.addressing or verb.lemma == "say"
        return before.text == "," and after.text in {",", "."} and spoken

    def _before(self, verb: Token) -> int:
        """Where the clause before a final "police said" ends: before the speaker's phrase."""
        document = self._document
        subject = self._speakers.subject(verb)
        limit = verb
        if subject is not None and subject.sentence == verb.sentence and subject.index < verb.index:
            limit = document.subtree(subject.index)[0]
        elif any(
            t.dep in {"aux", "auxpass", "advmod"} and t.index < verb.index
            for t in document.children(verb.index)
        ):
            limit = min(
                (t for t in document.children(verb.index)
                 if t.dep in {"aux", "auxpass"} and t.index < verb.index),
                key=lambda t: t.index, default=verb,
            )  # fmt: skip
        start = document.sentences[verb.sentence].start
        return self.trim(start, limit.start)[1]

    def asks(self, complement: Token) -> bool:
        """Whether a clause opens with a question word of its own: "whether it rained"."""
        inside = self._document.subtree(complement.index)[:2]
        for token in inside:
            if token.text.casefold() not in _WH:
                continue
            if (
                token.head == complement.index
                or self._document.head(token).head == complement.index
            ):
                governor = self._document.head(token)
                if governor.index == complement.index or governor.dep not in {"advcl", "relcl"}:
                    return True
        return False

    def _of_what(self, verb: Token) -> bool:
        """ "what analysts say | is a pattern": the clause has its subject in "what"."""
        subject = self._document.child(verb.index, "nsubj")
        if subject is None:
            return False
        first = self._document.subtree(subject.index)[0].index
        return first > 0 and self._document.tokens[first - 1].text.casefold() == "what"

    def _runs_on(self, verb: Token, complement: Token) -> bool:
        """ "A writes the menu, B cooks": clauses side by side, not one told by the other."""
        document = self._document
        first = document.subtree(complement.index)[0]
        if first.text.casefold() == "that" or document.tokens[first.index - 1].text != ",":
            return False
        thing = document.child(verb.index, "dobj")
        return (
            thing is not None
            and verb.index < thing.index < first.index
            and (
                thing.pos == "NOUN" and verb.lemma in {"write", "sing", "read", "repeat", "report"}
            )
        )

    def subtree(
        self, token: Token, after: Token | None = None, first: Token | None = None
    ) -> Piece:
        """The characters of a token's subtree, within its sentence, marks and "that" trimmed."""
        document = self._document
        inside = list(document.subtree(token.index))
        if first is not None:
            inside = sorted({*inside, *document.subtree(first.index)}, key=lambda t: t.index)
        if after is not None:
            inside = [t for t in inside if t.index > after.index]
        while inside and (
            (inside[0].pos == "PUNCT" and inside[0].text not in "([“\"'‘")
            or (
                inside[0].text.casefold() == "that"
                and inside[0].dep in {"mark", "dobj", "det"}
                and len(inside) > 2
                and (inside[1].pos not in {"VERB", "AUX", "PUNCT"} or inside[1].dep == "amod")
                and (inside[0].dep == "mark" or inside[0].tag == "IN")
            )
            or (inside[0].pos == "CCONJ")
        ):
            inside.pop(0)
        if not inside:
            return token.start, token.end
        return self.trim(inside[0].start, inside[-1].end)

    def trim(self, start: int, end: int) -> Piece:
        """Without spaces, commas and stray marks at both ends; a full stop at the end goes too."""
        text = self._document.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and (text[end - 1] in _TRIM or text[end - 1] in ".!?"):
            if text[end - 1] in "\"”'’" and self._surroundings.closes(end - 1, start):
                break
            end -= 1
        held = self._surroundings.top_at(end - 1) if end > start else None
        if held is not None and held.closed and start < held.outer_start < end < held.outer_end:
            end = held.outer_end  # marks that open within a content close within it
        opening = self._surroundings.opens_before(start)
        if opening is not None and opening < end:
            start = opening
            if held is not None and held.closed and held.outer_start == start:
                wordless = not any(ch.isalnum() for ch in text[end : held.end])
                end = held.outer_end if wordless else end
        return start, end

    def marks_follow(self, verb: Token, word: str) -> bool:
        """Whether the next marks stand right after a word: "hailed the bridge as a "gift""."""
        marked = self._surroundings.next_after(verb.end)
        sentence = self._document.sentences[verb.sentence]
        if marked is None or marked.outer_start >= sentence.end:
            return False
        before = self._document.text[max(verb.end, marked.outer_start - _NEAR) : marked.outer_start]
        return word in before and not any(ch in before for ch in ",;:.")

    def inside(self, offset: int) -> bool:
        """Whether a character stands between marks."""
        return self._surroundings.depth(offset) > 0

    def deep(self, offset: int) -> bool:
        """Whether a character stands in a quotation within a quotation."""
        return self._surroundings.depth(offset) > 1
