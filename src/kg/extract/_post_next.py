"""Posts told through another's: "his Chilean counterpart, Y", "X succeeds Y", "Y was replaced by X", "her predecessor, Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract._post_verbs import Holding, Verbs
from kg.extract._post_words import verbs
from kg.types import Mention, Sentence, Token


class Next(Verbs):
    """Counterparts and successors of one document."""

    def counterparts(self, sentence: Sentence, holdings: list[Holding]) -> Iterator[tuple[Mention, Mention, str]]:
        """ "President X met his Chilean counterpart, Y": person, country and the title that both hold."""
        for token in self.doc.words(sentence):
            if token.text.lower() not in ("counterpart", "colleague", "opposite") or token.i - 1 < sentence.first:
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

    def successions(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention, str, bool]]:
        """Who follows whom in a post, the status that a verb gives it ("would": told of one who is chosen), and whether the clause
        names the post: "X succeeds Y (as Z)",
        "X takes over from Y", "Y was replaced by X", "X's predecessor, Y", "nominated X to succeed Y".
        """
        for token in self.doc.words(sentence):
            pair: tuple[Mention | None, Mention | None] = (None, None)
            if token.text.lower() in ("predecessor", "successor"):
                pair = self._relative(token, sentence)
            elif token.text.lower() in ("place", "stead") and self.phrases.word(token.i - 2) == "in":
                pair = self._instead(token, sentence)
            elif (
                token.pos == "VERB"
                and token.lemma.lower() in ("succeed", "replace", "take")
                and (not self._unreal(token) or self._to_follow(token))
            ):
                pair = self._follows(token, sentence)
            new, old = pair
            if old is not None and new is not None and new.start != old.start:
                nominated = any(r.status == "nominated" for r in verbs().get(self.tokens[token.head].lemma.lower(), ()))
                named = any(c.dep == "prep" and c.text.lower() == "as" for c in self.doc.children(token))
                meant = "would" if self._to_follow(token) else "nominated" if nominated else ""
                yield new, old, meant, named

    def _to_follow(self, verb: Token) -> bool:
        """ "She would replace Y": said of one who is chosen, with no condition."""
        below = [c.text.lower() for c in self.doc.children(verb) if c.dep in ("aux", "neg", "mark", "advcl")]
        return below == ["would"] and verb.dep in ("ROOT", "relcl", "conj")

    def _relative(self, token: Token, sentence: Sentence) -> tuple[Mention | None, Mention | None]:
        """ "his predecessor, Y", "Y, X's predecessor", "her successor is X": the new holder and the old one."""
        word = self.phrases.word
        owner = next((self._person(c) for c in self.doc.children(token) if c.dep == "poss"), None)
        at = token.i + 1 + (word(token.i + 1) in (",", "is", "was", "will")) + (word(token.i + 1) == "will" and word(token.i + 2) == "be")
        name = self.phrases.person(at, sentence.last)
        if name < 0:
            begin = min([c.i for c in self.doc.children(token) if c.dep == "poss"], default=token.i)
            name = begin - 2 if word(begin - 1) == "," and begin - 2 in self.named else -1
        if name < 0 or owner is None or name == owner.token:
            return None, None
        return (owner, self.named[name]) if token.text.lower() == "predecessor" else (self.named[name], owner)

    def _instead(self, token: Token, sentence: Sentence) -> tuple[Mention | None, Mention | None]:
        """ "dismissed Minister Y and appointed X (…) in his place": the name behind the last verb that appoints, and whose place it is."""
        pronoun = self.other.get(token.i - 1)
        verb = next(
            (
                t
                for t in reversed(self.tokens[sentence.first : token.i])
                if t.pos == "VERB" and any(r.use == "object" and r.status == "appointed" for r in verbs().get(t.lemma.lower(), ()))
            ),
            None,
        )
        if pronoun is None or verb is None or self._unreal(verb):
            return None, None
        name = next((k for k in range(verb.i + 1, token.i) if k in self.named), -1)
        return (self.named[name], pronoun) if name >= 0 else (None, None)

    def _follows(self, token: Token, sentence: Sentence) -> tuple[Mention | None, Mention | None]:
        children = list(self.doc.children(token))
        if token.lemma.lower() == "take":
            if not any(self.phrases.word(k) == "over" for k in (token.i + 1, token.i + 2)):
                return None, None
            at = next((k for k in range(token.i + 1, min(token.i + 7, sentence.last)) if self.phrases.word(k) == "from"), -1)
            name = self.phrases.person(at + 1, sentence.last) if at > 0 else -1
            return self._subject(token), self.named[name] if name >= 0 else None
        if any(c.dep == "auxpass" for c in children):
            old = self._subject(token)
            agent = next((g for c in children if c.dep == "agent" for g in self.doc.children(c)), None)
            return self._person(agent) if agent is not None else None, old
        name = self.phrases.person(token.i + 1, sentence.last)
        old = self.named[name] if name >= 0 else next((self._person(c) for c in children if c.dep == "dobj"), None)
        new = self._subject(token)
        above = self.tokens[token.head]
        if token.dep in ("advcl", "xcomp") and any(r.use == "object" for r in verbs().get(above.lemma.lower(), ())):
            # "appointed X as minister, replacing Y", "named X to replace Y": never who appoints
            new = self._patient(above) or next((self.named[k] for k in range(above.i + 1, token.i) if k in self.named), None)
        return new, old

    def means(self, person: Mention, sentence: Sentence, gone: Sequence[Mention] = ()) -> Mention | None:
        """Whom a pronoun of a succession means: the name of its sentence before it, else the subject of the one before; None if open.

        ``gone``: the people who the sentence says have left a post, whom "to replace her" means first.
        """
        if person.form != "pronoun":
            return person
        if self.tokens[person.token].dep == "dobj" or self.phrases.word(person.token + 1) in ("place", "stead"):
            left = [m for m in gone if sentence.start <= m.start < person.start]
            return left[0] if len(left) == 1 else None
        here = [m for k, m in self.named.items() if sentence.first <= k < person.token]
        if here and not any(t.pos in ("VERB", "AUX") for t in self.tokens[here[-1].token : person.token]):
            return here[-1]  # "…, envoy X, and her predecessor"
        if not here and sentence.i:
            before = self.doc.sentences[sentence.i - 1]
            here = [m for k, m in self.named.items() if before.first <= k < before.last]
        subjects = [m for m in here if self.tokens[m.token].dep in ("nsubj", "nsubjpass")]
        if len({m.name for m in here}) == 1:
            return here[-1]
        return subjects[-1] if len({m.name for m in subjects}) == 1 else None
