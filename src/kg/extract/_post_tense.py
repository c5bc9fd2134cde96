"""When a verb tells a post: held, left already, still to come, or not at all ("before that she was", "resigned", "will be", "may be")."""

from __future__ import annotations

from kg.extract._mood import unreal
from kg.extract._post_phrases import Phrases
from kg.extract._post_words import PostVerb, verbs
from kg.extract._syntax import syntax_of
from kg.types import Token

_UNREAL = frozenset(("would", "could", "may", "might", "should", "if", "whether", "not", "n't", "never"))
_WISHED = frozenset(("aim", "claim", "expect", "tip"))  # beside the words of every kind
_BEFORE = frozenset(("before", "previously", "formerly", "once", "earlier", "prior", "then", "originally", "initially"))


class Tense:
    """The verbs of one document by time and mood."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.doc = phrases.doc
        self.tokens = phrases.doc.tokens
        self.syntax = syntax_of(phrases.doc)
        self.named = {k: m for k, m in phrases.named.items() if m.kind == "Person"}
        self.other = {m.token: m for m in self.doc.mentions if m.kind == "Person" and m.form in ("pronoun", "nominal")}

    def _when(self, verb: Token, record: PostVerb) -> str:
        """Whether a clause tells its post as a past one ("before that she was", "when he was", "used to be") or one to come."""
        children = list(self.doc.children(verb))
        above = self.tokens[verb.head]
        if above.lemma.lower() == "use" and verb.dep == "xcomp":
            return "former"
        if any(c.dep == "aux" and c.lemma.lower() in ("will", "shall", "to") for c in children):
            return "appointed"
        if record.lemma == "become" and verb.tag in ("VBZ", "VBP"):
            return "appointed"
        if verb.tag != "VBD":
            return ""
        if self.phrases.word(verb.i + 1) == "then" and record.use == "be":
            return "former"
        for child in children:
            word = child.text.lower()
            if child.i < verb.i and (word in _BEFORE or (child.dep in ("advmod", "mark") and word in ("when", "while", "whilst"))):
                return "former"
            if child.dep == "prep" and word == "until" and self.phrases.word(child.i + 1) in ("last", "recently", "then", "now", "this"):
                return "former"
        return ""

    def left(self, verb: Token) -> bool:
        """Whether a verb by itself says that its subject has left a post ("resigned", "was dismissed"); "resigned as X" tells its own."""
        children = list(self.doc.children(verb))
        if verb.pos != "VERB" or verb.tag not in ("VBD", "VBN") or self._unreal(verb):
            return False
        if any(c.text.lower() in ("as", "from") and c.dep == "prep" for c in children) or any(c.lemma.lower() == "will" for c in children):
            return False
        if verb.lemma.lower() == "relieve" and not any(c.dep == "prep" and c.text.lower() == "of" for c in children):
            return False
        passive = any(c.dep == "auxpass" for c in children)
        particles = {self.phrases.word(verb.i + 1), self.phrases.word(verb.i + 2)}
        return any(
            r.status == "former" and r.use == ("object" if passive else "subject") and (not r.particle or r.particle in particles)
            for r in verbs().get(verb.lemma.lower(), ())
        )

    def removes(self, verb: Token) -> bool:
        """Whether a verb in the active puts its object out of a post told with the name ("sacked Minister X"); "as Y" names another."""
        if verb.tag not in ("VBD", "VBN") or self._unreal(verb):
            return False
        children = list(self.doc.children(verb))
        if any(c.text.lower() in ("as", "from") and c.dep == "prep" for c in children) or any(c.dep == "auxpass" for c in children):
            return False
        strong = verb.lemma.lower() not in ("replace", "relieve", "remove", "suspend")
        return strong and any(r.status == "former" and r.use == "object" for r in verbs().get(verb.lemma.lower(), ()))

    def _unreal(self, verb: Token) -> bool:
        here = [*self.doc.children(verb)]
        above = self.tokens[verb.head]
        if any(t.lemma.lower() in _UNREAL or t.dep == "neg" for t in here if t.dep in ("aux", "neg", "mark")):
            return True
        if unreal(self.syntax, verb):
            return True
        return verb.dep == "xcomp" and above.lemma.lower() in _WISHED
