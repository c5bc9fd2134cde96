"""Who holds a post: the person before, behind or at the other side of the verb that a phrase of a post belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract._post_phrases import Phrases, Post
from kg.extract._post_words import PostVerb, verbs
from kg.types import Mention, PartialDate, Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_UNREAL = frozenset(("would", "could", "may", "might", "should", "if", "whether", "not", "n't", "never"))
_BODIES = ("Agency", "Organization")


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a post. ``tail``: the body that stands behind the person's name ("Governor X of Y")."""

    post: Post
    person: Mention
    status: str
    reason: str
    tail: Mention | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


class People:
    """Finds holders in one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.doc = phrases.doc
        self.tokens = phrases.doc.tokens
        self.named = {k: m for k, m in phrases.named.items() if m.kind == "Person"}
        self.other = {m.token: m for m in self.doc.mentions if m.kind == "Person" and m.form in ("pronoun", "nominal")}

    def holdings(self, sentence: Sentence, posts: list[Post]) -> Iterator[Holding]:
        """The sentence's holders, in the order of the posts."""
        before: list[Holding] = []  # of the phrase before this one
        last: Post | None = None
        for post in posts:
            found = (
                self._right(post, sentence)
                or self._left(post, sentence)
                or self._chained(post, last, before)
                or self._verb(post, sentence)
                or self._named_after(post, sentence)
            )
            found = [self._dated(self._representing(h)) for h in found]
            yield from found
            before, last = found, post

    def _right(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "Deputy Director X", "Ambassador to Vietnam X", "Governor X of Y", "deputy ministers X and Y"."""
        at = self.phrases.person(post.last, sentence.last)
        if at < 0:
            at = self.phrases.person(post.core, sentence.last)
        if at < 0:
            return []
        people = self._row(at, sentence) if post.plural else [self.named[at]]
        tail = None
        if post.body is None:
            end = people[-1].token + 1
            if self.phrases.word(end) in ("of", "at", "from") and end + 1 < sentence.last:
                tail = self.phrases.body(end + 1, sentence.last)
        return [Holding(post, p, post.status, "title before the name", tail) for p in people]

    def _row(self, at: int, sentence: Sentence) -> list[Mention]:
        """ "A, B and C" from ``at`` on."""
        found = [self.named[at]]
        while True:
            step = next((k for k in (2, 3) if at + k < sentence.last and at + k in self.named
                         and all(self.phrases.word(j) in (",", "and", "&") for j in range(at + 1, at + k))), 0)  # fmt: skip
            if not step:
                return (
                    found if len(found) == 1 or any(self.phrases.word(j) in ("and", "&") for j in range(found[0].token, at)) else found[:1]
                )
            at += step
            found.append(self.named[at])

    def _left(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "X, deputy director of Y", "X (director of Y)", "X, 54, director", "X of Z, director"."""
        at = post.first - 1
        adverbs = ("now", "currently", "also", "formerly", "previously", "once", "then", "later", "both", "himself", "herself", "who")
        status = post.status
        while at > sentence.first and self.phrases.word(at) in adverbs:
            if self.phrases.word(at) in ("formerly", "previously", "once", "then"):
                status = status or "former"
            at -= 1
        if at <= sentence.first or self.phrases.word(at) not in (",", "(", "–", "—", "-"):
            return []
        at -= 1
        if at - 1 > sentence.first and self.tokens[at].tag == "CD" and self.phrases.word(at - 1) == ",":
            at -= 2
        if (
            at not in self.named
            and at in self.phrases.named
            and at - 2 >= sentence.first
            and self.phrases.word(at - 1) in ("of", "from")
            and at - 2 in self.named
        ):
            at -= 2
        if at not in self.named:
            return []
        people = [self.named[at]]
        if post.plural:
            step = next(
                (
                    k
                    for k in (2, 3)
                    if at - k in self.named and all(self.phrases.word(j) in (",", "and", "&") for j in range(at - k + 1, at))
                ),
                0,
            )
            if not step:
                return []
            people.insert(0, self.named[at - step])
        return [Holding(post, p, status, "title behind the name") for p in people]

    def _chained(self, post: Post, last: Post | None, before: list[Holding]) -> list[Holding]:
        """ "…, director of Y and deputy head of Z": a further post of the same person."""
        if last is None or not before or before[-1].reason == "title before the name" and last.last != post.first - 1:
            return []
        between = [self.phrases.word(k) for k in range(last.last, post.first)]
        if (
            not between
            or len(between) > 3
            or "and" not in between
            or any(w not in (",", "and", "also", "concurrently", "now", "currently", "formerly", "previously") for w in between)
        ):
            return []
        if before[-1].person.token >= last.last:
            return []
        status = post.status or ("former" if {"formerly", "previously"} & set(between) else before[-1].status if last.status == "" else "")
        return [Holding(post, h.person, status, "a further post of the same person") for h in before]

    def _named_after(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "the chamber's president, X,": a definite phrase and the name behind a comma, unless the name goes on with a post of its own."""
        at = post.last
        if not (post.definite or post.owner or post.body) or at + 1 >= sentence.last or self.phrases.word(at) != "," or post.plural:
            return []
        person = self.phrases.person(at + 1, sentence.last)
        if person < 0:
            return []
        behind = person + 1
        if (
            behind < sentence.last
            and self.phrases.word(behind) not in (",", ".", ")", ";", "”", '"')
            and self.tokens[behind].pos not in ("VERB", "AUX", "PUNCT", "ADV")
            and self.phrases.word(behind) not in ("who", "as", "in", "at", "on", "to", "told", "said")
        ):
            return []
        if self.phrases.word(behind) == "," and any(p.first == behind + 1 for p in self._posts(sentence)):
            return []
        return [Holding(post, self.named[person], post.status, "title and the name behind a comma")]

    def _posts(self, sentence: Sentence) -> list[Post]:
        return list(self.phrases.find(sentence))

    def _verb(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "X is director", "Y appointed X director", "X was elected as director", "X resigned as director"."""
        at = post.first - 1
        given: Mention | None = None
        while at > sentence.first and self.tokens[at].pos == "ADV":
            at -= 1
        by_as = False
        if self.phrases.word(at) in ("as", "to") or self.phrases.word(at) == "be":
            by_as = self.phrases.word(at) == "as"
            if self.phrases.word(at) == "to":
                return []
        if at in self.named and not by_as:
            given, at = self.named[at], at - 1
        elif at in self.phrases.named and self.phrases.word(at - 1) in ("of", "from") and at - 2 in self.named and not by_as:
            given, at = self.named[at - 2], at - 3
        verb, record = self._governor(at, by_as, sentence, given is not None)
        if verb is None or record is None or self._unreal(verb):
            return []
        person = given
        if record.use == "object" and person is None:
            person = self._patient(verb)
        elif record.use in ("subject", "be") or record.lemma == "succeed":
            if given is not None and record.lemma != "succeed":
                return []
            person = self._subject(verb)
        if person is None:
            return []
        status = post.status or record.status
        above = self.tokens[verb.head]
        if record.lemma == "succeed" and any(v.status == "nominated" for v in verbs().get(above.lemma.lower(), ())):
            status = "nominated"
            person = self._patient(above) or person
        if status == "tense":
            perfect = any(c.dep == "aux" and c.lemma == "have" for c in self.doc.children(verb))
            status = "former" if verb.tag == "VBD" and not perfect and record.use == "subject" else ""
        return [Holding(post, person, "" if status == "held" else status, f"the verb {record.lemma!r}", self._appointer(verb, record))]

    def _appointer(self, verb: Token, record: PostVerb) -> Mention | None:
        """The body or country that appoints ("EAC leaders named X …", "X was elected … by the Y Association")."""
        if record.use != "object":
            return None
        children = list(self.doc.children(verb))
        heads = [c for c in children if c.dep == "nsubj" and c.i < verb.i]
        heads += [g for c in children if c.dep == "agent" for g in self.doc.children(c)]
        for head in heads:
            near = [head, *self.doc.children(head)]
            near += [g for c in near if c.dep == "prep" and c.text.lower() == "of" for g in self.doc.children(c)]
            found = [self.phrases.named[t.i] for t in near if t.i in self.phrases.named and t.dep not in ("appos", "conj")]
            bodies = [m for m in found if m.kind in (*_BODIES, "Country")]
            if bodies:
                return bodies[0]
        return None

    def _governor(self, at: int, by_as: bool, sentence: Sentence, given: bool) -> tuple[Token | None, PostVerb | None]:
        if by_as:
            candidates = [self.tokens[self.tokens[at].head], *(self.tokens[k] for k in range(at - 1, max(sentence.first - 1, at - 7), -1))]
        else:
            candidates = [self.tokens[at]]
        for token in candidates:
            for record in verbs().get(token.lemma.lower(), ()):
                if token.pos not in ("VERB", "AUX") or record.use == "body":
                    continue
                if record.particle and not any(self.phrases.word(k) == record.particle for k in (token.i + 1, token.i + 2)):
                    continue
                if by_as and record.use == "be" or not by_as and record.use == "subject":
                    continue
                if given and record.use != "object":
                    continue
                return token, record
        return None, None

    def _unreal(self, verb: Token) -> bool:
        here = [*self.doc.children(verb)]
        above = self.tokens[verb.head]
        if any(t.lemma.lower() in _UNREAL or t.dep == "neg" for t in here if t.dep in ("aux", "neg", "mark")):
            return True
        return verb.dep == "xcomp" and above.lemma.lower() in ("deny", "refuse", "decline", "fail", "hope", "want", "wish", "seek", "try")

    def _person(self, token: Token) -> Mention | None:
        return self.named.get(token.i) or self.other.get(token.i)

    def _subject(self, verb: Token) -> Mention | None:
        """The person who is the verb's subject, through relative clauses, conjunctions and participles."""
        for _ in range(3):
            subject = next((c for c in self.doc.children(verb) if c.dep in _SUBJECTS), None)
            if subject is not None:
                if subject.text.lower() in ("who", "that", "which") and verb.dep == "relcl":
                    return self._person(self.tokens[verb.head])
                return self._person(subject)
            if verb.dep in ("acl", "relcl") and self._person(self.tokens[verb.head]):
                return self._person(self.tokens[verb.head])
            if verb.dep not in ("conj", "xcomp", "advcl", "acl") or verb.head == verb.i:
                return None
            verb = self.tokens[verb.head]
        return None

    def _patient(self, verb: Token) -> Mention | None:
        """Whom the verb appoints: the subject of the passive, else the object, else the noun that the participle follows."""
        children = list(self.doc.children(verb))
        if any(c.dep == "auxpass" for c in children) or verb.dep in ("acl", "relcl") and verb.tag == "VBN":
            return self._subject(verb)
        target = next((c for c in children if c.dep in ("dobj", "nsubj") and c.i > verb.i and self._person(c)), None)
        if target is not None:
            return self._person(target)
        if verb.tag == "VBN" and verb.dep in ("advcl", "conj"):
            return self._subject(verb)
        return None

    def _representing(self, holding: Holding) -> Holding:
        """ "Minister X, who represented Y": the body or country stands in the relative clause."""
        if holding.tail is not None or holding.post.body is not None or holding.post.owner is not None:
            return holding
        for clause in self.doc.children(self.tokens[holding.person.token]):
            if clause.lemma.lower() == "represent" and clause.dep in ("relcl", "acl"):
                found = [self.phrases.named[c.i] for c in self.doc.children(clause) if c.dep == "dobj" and c.i in self.phrases.named]
                if found:
                    return replace(holding, tail=found[0])
        return holding

    def _dated(self, holding: Holding) -> Holding:
        """The dates right behind a phrase: "from 2015 to 2019", "until 2022", "since May"."""
        post, status = holding.post, holding.status
        end = max(post.last, post.core)
        begin = self.tokens[end - 1].end
        date = next((d for d in self.doc.dates if begin <= d.start <= begin + 12), None)
        if date is None:
            return holding
        gap = self.doc.text[begin : date.start].strip(" ,(").lower()
        if gap not in ("", "from", "since", "until", "till", "between", "in", "for"):
            return holding
        start = stop = None
        if date.role == "since" or gap == "since":
            start = date.period.start
        elif date.role == "until" or gap in ("until", "till"):
            stop = date.period.end
        elif date.role == "range" and date.period.start != date.period.end:
            start, stop = date.period.start, date.period.end
        elif holding.reason.startswith("the verb 'be'") and status == "" and gap == "in":
            status = "former"
        if stop is not None and status == "" and self._past(stop, holding):
            status = "former"
        return replace(holding, status=status, start=start, end=stop)

    def _past(self, stop: PartialDate, holding: Holding) -> bool:
        published = self.doc.article.published
        if published is None or published.year is None or stop.year is None:
            verb = self.tokens[self.tokens[holding.post.head].head]
            return verb.tag == "VBD" or holding.reason.startswith("title")
        return stop.year < published.year or (stop.year == published.year and (stop.month or 0) < (published.month or 0))

    def verb_posts(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention, str]]:
        """Person, body and title told by a verb: "X, who heads Y", "Y, headed by X"."""
        for token in self.doc.words(sentence):
            record = next((r for r in verbs().get(token.lemma.lower(), ()) if r.use == "body"), None)
            if record is None or token.pos != "VERB" or self._unreal(token):
                continue
            bodies = [self.phrases.named[c.i] for c in self.doc.children(token) if c.dep == "dobj" and c.i in self.phrases.named]
            if bodies and bodies[0].kind in _BODIES:
                person = self._subject(token)
                if person is not None:
                    yield person, bodies[0], record.title
            elif (
                token.tag == "VBN"
                and token.dep == "acl"
                and token.head in self.phrases.named
                and self.phrases.named[token.head].kind in _BODIES
            ):
                agent = next((c for c in self.doc.children(token) if c.dep == "agent"), None)
                person = next((self.named[c.i] for c in self.doc.children(agent) if c.i in self.named), None) if agent is not None else None
                if person is not None:
                    yield person, self.phrases.named[token.head], record.title

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

    def members(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
        """Person and body where nothing but "from" or "of" ties them: "X, from the Y Association,"."""
        for at, person in sorted(self.named.items()):
            if not sentence.first <= at < sentence.last:
                continue
            begin = at + 1 + (self.phrases.word(at + 1) == ",")
            if begin >= sentence.last or self.phrases.word(begin) not in ("from", "of"):
                continue
            body = self.phrases.body(begin + 1, sentence.last)
            if body is None or body.kind not in _BODIES or body.form == "nominal":
                continue
            if begin == at + 2 and self.phrases.word(body.token + 1) not in (",", ".", "(", "and", ";"):
                continue
            if any(c.dep == "compound" and c.pos == "NOUN" for c in self.doc.children(self.tokens[at])):
                continue  # "reporter X of the Y": an occupation
            yield person, body
