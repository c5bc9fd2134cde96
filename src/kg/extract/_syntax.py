"""Questions that several extractors ask of a parse: children, subtrees, subjects, objects, prepositions, conjuncts, negation, mood.

The labels are ClearNLP's, as spaCy's English models give them. Nothing here knows what is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract._once import once
from kg.types import Document, Mention, Sentence, Span, Token

SUBJECTS = ("nsubj", "nsubjpass")
_NAMED = {"name": 0, "acronym": 1, "nominal": 2, "pronoun": 3, "verb": 4, "demonym": 5}


class Syntax:
    """One document's parse with its mentions, indexed once; every method is a look-up."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._children: dict[int, list[Token]] = {}
        for token in doc.tokens:
            if token.head != token.i:
                self._children.setdefault(token.head, []).append(token)
        self._mentions: dict[int, list[Mention]] = {}
        for mention in doc.mentions:
            self._mentions.setdefault(mention.token, []).append(mention)
        for found in self._mentions.values():
            found.sort(key=lambda m: (_NAMED[m.form], m.start, -m.end))

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependents in text order, of the labels given (of any without)."""
        below = self._children.get(token.i)
        if below is None:  # half of all tokens, and asked a thousand times an article
            return []
        return [t for t in below if t.dep in deps] if deps else below.copy()

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent of a label."""
        for below in self._children.get(token.i, ()):
            if not deps or below.dep in deps:
                return below
        return None

    def head(self, token: Token) -> Token | None:
        """The governor; None for a root."""
        return self.doc.tokens[token.head] if token.head != token.i else None

    def sentence(self, token: Token) -> Sentence:
        """The sentence a token stands in."""
        return self.doc.sentences[token.sentence]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors, the nearest first."""
        seen = {token.i}
        while token.head not in seen:
            token = self.doc.tokens[token.head]
            seen.add(token.i)
            yield token

    def subtree(self, token: Token, leave: Callable[[Token], bool] | None = None) -> list[Token]:
        """The token and all that hangs on it, in text order; branches whose top meets ``leave`` are left out."""
        found, waiting, seen = [], [token], {token.i}
        while waiting:
            here = waiting.pop()
            found.append(here)
            for below in self._children.get(here.i, ()):
                if below.i not in seen and not (leave is not None and leave(below)):
                    seen.add(below.i)
                    waiting.append(below)
        return sorted(found, key=lambda t: t.i)

    def span(self, token: Token, leave: Callable[[Token], bool] | None = None) -> Span:
        """From the first to the last character of the subtree."""
        found = self.subtree(token, leave)
        return Span(found[0].start, max(t.end for t in found))

    def mention(self, token: Token, *forms: str) -> Mention | None:
        """The mention whose head the token is: a name before a nominal before a pronoun; only of ``forms`` where given."""
        return next((m for m in self._mentions.get(token.i, ()) if not forms or m.form in forms), None)

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is joined to it by "and", commas …: [A, B, C] for "A, B and C"."""
        found = [token]
        for below in self.children(token, "conj"):
            found.extend(self.conjuncts(below))
        return found

    def subject(self, verb: Token, inherit: bool = True) -> Token | None:
        """The clause's subject; a joined verb without one of its own shares that of the verb before ("came and said"),
        an infinitive or participle clause that of its governor, unless ``inherit`` is False."""
        own = self.child(verb, *SUBJECTS)
        if own is not None or not inherit:
            return own
        above = self.head(verb)
        if verb.dep in ("conj", "xcomp", "advcl") and above is not None and above.pos in ("VERB", "AUX"):
            return self.subject(above)
        return None

    def objects(self, verb: Token) -> list[Token]:
        """Direct objects, conjuncts included; for a passive its subject."""
        found = self.children(verb, "dobj") or self.children(verb, "nsubjpass")
        return [t for f in found for t in self.conjuncts(f)]

    def agents(self, verb: Token) -> list[Token]:
        """Those by whom a passive was done, conjuncts included."""
        return [t for by in self.children(verb, "agent") for p in self.children(by, "pobj") for t in self.conjuncts(p)]

    def prepositions(self, token: Token, *words: str) -> list[tuple[Token, Token]]:
        """(preposition, its object) for each object below ``token``, conjuncts included; "next to" counts by its last word."""
        found: list[tuple[Token, Token]] = []
        for prep in self.children(token, "prep", "agent", "dative"):
            for below in (prep, *self.children(prep, "prep")):
                if not words or below.text.lower() in words:
                    found.extend((below, t) for p in self.children(below, "pobj") for t in self.conjuncts(p))
        return found

    def particle(self, verb: Token) -> str:
        """The lemma with its particle: "carry out", "rule out"; the plain lemma without one."""
        particle = self.child(verb, "prt")
        if particle is None:  # "brought forward", "pushed the show back": the parser takes many for adverbs
            particle = next(
                (t for t in self.children(verb, "advmod") if t.i > verb.i and t.text.lower() in ("forward", "back", "off")), None
            )
        return f"{verb.lemma.lower()} {particle.text.lower()}" if particle is not None else verb.lemma.lower()

    def negated(self, verb: Token) -> bool:
        """ "did not sign", "never visited", "no agreement was signed"."""
        if self.child(verb, "neg") is not None or any(t.text.lower() == "longer" for t in self.children(verb, "advmod")):
            return True  # "no longer sells"
        parts = [*self.children(verb, "nsubj", "nsubjpass", "dobj")]
        return self.nobody(verb) or any(d.text.lower() in ("no", "neither") for p in parts for d in self.children(p, "det"))

    def nobody(self, verb: Token) -> bool:
        """ "Neither A nor B signed", "None of the firms signed", "Nobody signed"."""
        subjects = self.children(verb, *SUBJECTS)
        none = ("none", "nobody", "neither", "nothing")
        return any(s.text.lower() in none or any(d.text.lower() == "neither" for d in self.children(s)) for s in subjects)

    def auxiliaries(self, verb: Token) -> list[str]:
        """Lower-cased words of the auxiliaries: ["will", "be"]."""
        return [t.text.lower() for t in self.children(verb, "aux", "auxpass")]


@once
def syntax_of(doc: Document) -> Syntax:
    """The document's parse, indexed."""
    return Syntax(doc)
