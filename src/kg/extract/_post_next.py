"""Posts told through another's: "his Chilean counterpart, Y", "X succeeds Y", "Y was replaced by X", "her predecessor, Z"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract._post_verbs import Holding, Verbs
from kg.extract._post_words import verbs
from kg.types import Mention, Sentence


class Next(Verbs):
    """Counterparts and successors of one document."""

    def counterparts(self, sentence: Sentence, holdings: list[Holding]) -> Iterator[tuple[Mention, Mention, str]]:
        """ "President X met his Chilean counterpart, Y": person, country and the title that both hold."""
        for token in self.doc.words(sentence):
            if token.text.lower() != "counterpart" or token.i - 1 < sentence.first:
                continue
            country = self.phrases.demonyms.get(token.i - 1)
            before = [
                h
                for h in holdings
                if h.person.token < token.i and h.post.record.kind in ("state", "government", "ministry", "monarch", "local")
            ]
            person = self.phrases.person(token.i + 1 + (self.phrases.word(token.i + 1) == ","), sentence.last)
            if country is not None and person >= 0 and before and before[-1].status == "":
                yield self.named[person], country, before[-1].post.title

    def successions(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
        """Who follows whom in a post: "X succeeds Y", "X takes over from Y", "Y was replaced by X"."""
        for token in self.doc.words(sentence):
            if token.text.lower() == "predecessor":
                name = self.phrases.person(token.i + 1 + (self.phrases.word(token.i + 1) == ","), sentence.last)
                owner = next((self._person(c) for c in self.doc.children(token) if c.dep == "poss"), None)
                if name >= 0 and owner is not None:
                    yield owner, self.named[name]
                continue
            if token.pos != "VERB" or token.lemma.lower() not in ("succeed", "replace", "take") or self._unreal(token):
                continue
            children = list(self.doc.children(token))
            if token.lemma.lower() == "take":
                if not any(self.phrases.word(k) == "over" for k in (token.i + 1, token.i + 2)):
                    continue
                origin = [g for c in children if c.dep == "prep" and c.text.lower() == "from" for g in self.doc.children(c)]
                old = next((self._person(g) for g in origin), None)
                new = self._subject(token)
            elif any(c.dep == "auxpass" for c in children):
                old = next((self._person(c) for c in children if c.dep == "nsubjpass"), None)
                agent = next((g for c in children if c.dep == "agent" for g in self.doc.children(c)), None)
                new = self._person(agent) if agent is not None else None
            else:
                old = next((self._person(c) for c in children if c.dep == "dobj"), None)
                new = self._subject(token)
                above = self.tokens[token.head]
                if token.dep == "advcl" and any(r.use == "object" for r in verbs().get(above.lemma.lower(), ())):
                    new = self._patient(above)  # "appointed X as minister, replacing Y"
            if old is not None and new is not None and new.token != old.token and old.form == "name":
                yield new, old
