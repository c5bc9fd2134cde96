"""Who holds a post: the person before, behind or at the other side of the verb that a phrase of a post belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract._post_phrases import Post
from kg.extract._post_rows import NOW, PAST, Rows
from kg.extract._post_verbs import Holding, in_full
from kg.types import Mention, PartialDate, Sentence

__all__ = ["Holding", "People", "in_full"]

_BODIES = ("Agency", "Organization")
_STATE = frozenset(("state", "government", "ministry"))
_RANKS = frozenset(("state", "academic", "military", "religious"))
_SPEAKING = frozenset(("for", "at", "from", "speaking for", "representing", "on behalf of", "speaking on behalf of"))
_ADVERBS = PAST | (NOW - {"the"}) | frozenset(("also", "later", "both", "himself", "herself", "who", "recently", "most"))


class People(Rows):
    """Finds holders in one document."""

    def holdings(self, sentence: Sentence, posts: list[Post]) -> Iterator[Holding]:
        """The sentence's holders, in the order of the posts."""
        before: list[Holding] = []  # of the phrase before this one
        last: Post | None = None
        posts = self._joint(posts)
        for n, post in enumerate(posts):
            found = (
                self._right(post, sentence)
                or self._doubled(post, posts[n + 1 : n + 2], sentence)
                or (self._named_after(post, sentence) if post.owner is not None and self._titled(post, before) else [])
                or self._left(post, sentence)
                or (self._named_after(post, sentence) if self.phrases.word(post.first) == "the" else [])
                or self._chained(post, last, before)
                or self.told(post, sentence)
                or self._gapped(post, before)
                or self._named_after(post, sentence)
            )
            found = [self._dated(self._representing(self._leaving(h))) for h in found]
            yield from found
            before, last = found, post

    def _right(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "Deputy Director X", "Ambassador to Vietnam X", "Governor X of Y", "deputy ministers X and Y"."""
        at = self.phrases.person(post.last, sentence.last)
        if at < 0:
            at = self.phrases.person(post.core, sentence.last)
        if at < 0:
            return []
        row = self._row(at, sentence) if post.plural else [(self.named[at], None)]
        if post.body is None and len(row) > 1 and all(tail is not None for _, tail in row):
            return [Holding(post, p, post.status, "title before the name", tail) for p, tail in row]
        people = [p for p, _ in row]
        tail = None
        if post.body is None:
            end = people[-1].token + 1
            tail = self._signing(post, end, sentence) or self._speaking(post, sentence)
        if post.body is None and tail is None:
            end = people[-1].token + 1
            if self.phrases.word(end) in ("of", "at", "from") and end + 1 < sentence.last:
                tail = self.phrases.body(end + 1, sentence.last)
                if tail is not None and tail.kind in ("Place", "Country") and self.phrases.word(end) == "at":
                    tail = None  # "President X at the palace"
            elif self.phrases.word(end) == "," and self.phrases.word(end + 1) == "of" and post.record.kind != "party":
                body = self.phrases.body(end + 2, sentence.last)  # "Professor X, of the University of Y"
                tail = body if body is not None and body.kind in _BODIES else None
        return [Holding(post, p, post.status, "title before the name", tail) for p in people]

    def _signing(self, post: Post, end: int, sentence: Sentence) -> Mention | None:
        """ "was signed by Foreign Minister X for Togo": the country behind "for" or "on behalf of" where papers are signed."""
        if post.owner is not None or post.record.kind not in (*_STATE, "diplomat"):
            return None
        begin = end + 1 if self.phrases.word(end) == "for" else end + 3
        if self.phrases.word(end) != "for" and [self.phrases.word(k) for k in range(end, end + 3)] != ["on", "behalf", "of"]:
            return None
        signs = any(self.tokens[k].lemma.lower() in ("sign", "initial", "ink") for k in range(sentence.first, sentence.last))
        found = self.phrases.named.get(begin + (self.phrases.word(begin) == "the")) if signs else None
        return found if found is not None and found.kind == "Country" else None

    def _speaking(self, post: Post, sentence: Sentence) -> Mention | None:
        """ "Speaking for the X Association, senior adviser Y": the body told at the head of the sentence."""
        at = post.first - 2
        if post.owner is not None or post.record.of != "body" or self.phrases.word(at + 1) != "," or at not in self.phrases.named:
            return None
        begin = at - (self.phrases.word(at - 1) == "the")
        lead = " ".join(self.phrases.word(k) for k in range(sentence.first, begin))
        if lead not in _SPEAKING:
            return None
        body = self.phrases.named[at]
        return body if body.kind in _BODIES else None

    def _joint(self, posts: list[Post]) -> list[Post]:
        """ "the (or its, or Georgia's) Deputy Prime Minister and Minister of Trade": the second phrase is as definite as the first."""
        found: list[Post] = []
        for post in posts:
            before = found[-1] if found else None
            if before is not None and self.phrases.word(before.last) in ("and", "&", "cum") and before.last + 1 == post.first:
                own = post.owner is None and post.body is None and before.possessive and before.body is None
                same = post.record.kind in _STATE and before.record.kind in _STATE
                owner = before.owner if own and same else post.owner
                post = replace(post, definite=post.definite or before.definite, owner=owner, possessive=post.possessive or (own and same))
            found.append(post)
        return found

    def _doubled(self, post: Post, following: list[Post], sentence: Sentence) -> list[Holding]:
        """ "Deputy Prime Minister and Minister of Commerce X": the first of two titles before one name."""
        if not following or post.plural or following[0].plural or self.phrases.word(post.last) not in ("and", "&", "/", "cum"):
            return []
        behind = following[0]
        if behind.first != post.last + 1 or behind.owner not in (None, post.owner) or self.phrases.word(behind.first) in ("the", "a", "an"):
            return []
        found = self._right(behind, sentence)
        if not found and (post.definite or post.owner is not None):
            found = self._named_after(behind, sentence)
        return [Holding(post, h.person, post.status, "the first of two titles", h.tail) for h in found]

    def _left(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "X, deputy director of Y", "X (director of Y)", "X, 54, director", "X of Z, director"."""
        at = post.first - 1
        status = post.status
        until = next((k for k in range(at, max(at - 4, sentence.first), -1) if self.phrases.word(k) in ("until", "till")), 0)
        if until and self.phrases.word(until - 1) in (",", "(") and self.phrases.word(at) != ",":
            status, at = status or "former", until - 1  # "X, until now director of Y"
        while at > sentence.first and self.phrases.word(at) in _ADVERBS:
            if self.phrases.word(at) in PAST:
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
        return [Holding(post, p, status, "title behind the name", self._apart(post, sentence)) for p in people]

    def _titled(self, post: Post, before: list[Holding]) -> bool:
        """Whether the name before a phrase has its post in front already ("Secretary X, Malaysia's envoy to Y, Z": X is no envoy)."""
        return bool(before) and before[-1].reason.startswith("title before") and before[-1].person.token == post.first - 2

    def _apart(self, post: Post, sentence: Sentence) -> Mention | None:
        """ "X, director, Port of Y, said": the body stands alone between commas."""
        at = post.last
        if post.body is not None or post.owner is not None or at + 2 >= sentence.last or self.phrases.word(at) != ",":
            return None
        body = self.phrases.named.get(at + 1)
        return body if body is not None and body.kind in _BODIES and self.phrases.word(at + 2) in (",", ")", ";", ".") else None

    def _named_after(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "the chamber's president, X,": a definite phrase and the name behind a comma, unless the name goes on with a post of its own."""
        at = post.last
        gained = self._gained(post)  # "the council has a new secretary, X"
        if (
            not (post.definite or post.owner or post.body or gained)
            or at + 1 >= sentence.last
            or self.phrases.word(at) != ","
            or post.plural
        ):
            return []
        person = self.phrases.person(at + 1, sentence.last)
        if person < 0:
            size, record, _ = self.phrases.title(at + 1, sentence)
            if record is not None and record.kind in _RANKS:  # "its foreign minister, Senator (the Hon.) X,"
                begin = at + 1 + size
                person = self.phrases.person(begin + (self.phrases.word(begin) == "the"), sentence.last)
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
        return [Holding(post, self.named[person], post.status, "title and the name behind a comma", gained)]

    def _gained(self, post: Post) -> Mention | None:
        """The body that "has a new director"."""
        verb = self.tokens[post.first - 1] if post.first else None
        if verb is None or self.phrases.word(post.first) not in ("a", "an") or verb.lemma.lower() not in ("have", "get"):
            return None
        if post.owner is not None or post.body is not None or self._unreal(verb):
            return None
        subject = next((c for c in self.doc.children(verb) if c.dep == "nsubj"), None)
        found = self.phrases.named.get(subject.i) if subject is not None else None
        return found if found is not None and found.kind in _BODIES else None

    def _posts(self, sentence: Sentence) -> list[Post]:
        return list(self.phrases.find(sentence))

    def _leaving(self, holding: Holding) -> Holding:
        """ "X, chairman of Y, resigned", "dismissed Minister X": the post told with the name of who leaves is the one left, unless the
        verb names another.
        """
        if holding.status or not holding.reason.startswith(("title behind the name", "title before the name", "title and the name")):
            return holding
        name = self.tokens[holding.person.token]
        clauses = [c for c in self.doc.children(name) if c.dep == "relcl"]
        token = self.tokens[holding.post.head] if name.dep == "appos" and name.head == holding.post.head else name
        if token.dep in ("nsubj", "nsubjpass"):
            clauses.append(self.tokens[token.head])
        gone = token.dep == "dobj" and self.removes(self.tokens[token.head])
        above = self.tokens[token.head]
        if token.dep == "pobj" and above.text.lower() == "of" and above.i - 1 >= self.doc.sentences[token.sentence].first:
            gone = gone or self.settled(self.tokens[above.head]) == "former"  # "accepted the resignation of Minister X"
        return replace(holding, status="former") if gone or any(self.left(c) for c in clauses) else holding

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

    def members(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
        """Person and body where nothing but "from" or "of" ties them: "X, from the Y Association,"."""
        for at in range(sentence.first, sentence.last):
            person = self.named.get(at)
            if person is None:
                continue
            begin = at + 1 + (self.phrases.word(at + 1) == ",")
            apart = self.phrases.named.get(at + 2) if self.phrases.word(at + 1) in ("(", ",") else None
            if apart is not None and apart.kind in _BODIES and at + 3 < sentence.last:
                # "X (Ministry of Trade)"; in a list of guests also "X, Ministry of Trade;"
                closing = self.phrases.word(at + 3)
                listed = closing == ";" or (closing == "." and ";" in self.doc.text[sentence.start : person.start])
                if listed if self.phrases.word(at + 1) == "," else (closing in (")", ",") and apart.form == "name"):
                    yield person, apart
                    continue
            if begin >= sentence.last or self.phrases.word(begin) not in ("from", "of"):
                continue
            body = self.phrases.body(begin + 1, sentence.last)
            if body is None or body.kind not in _BODIES or body.form == "nominal":
                continue
            if begin == at + 2 and self.phrases.word(body.token + 1) not in (",", ".", "(", "and", ";"):
                continue
            if begin == at + 1 and any(c.dep == "compound" and c.pos == "NOUN" for c in self.doc.children(self.tokens[at])):
                continue  # "reporter X of the Y": an occupation
            yield person, body
