"""Where a bare post is by its company: the delegation that its holder leads, the country that sends or is represented, the colleague
told beside ("Thai Prime Minister X and Trade Minister Y"), the pair of heads of the two countries that an article is on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extract._post_context import regional
from kg.extract._post_heads import Heads
from kg.extract._post_people import Holding, in_full
from kg.extract._post_phrases import Post
from kg.types import Mention, Sentence

POLITICAL = frozenset(("state", "government", "ministry", "monarch", "local"))
_WHERE = ("Place", "Country")
_JOINED = frozenset((",", "and", "&", ", and", "as well as", ", as well as", ";", "; and", "along with", "together with", "with"))
_DELEGATIONS = frozenset(("delegation", "mission", "team", "side", "group", "entourage", "party"))


class Company(Heads):
    """Countries and places of bare posts by who stands beside their holders."""

    def _received(self, post: Post) -> bool:
        """Whether an envoy gives the holder credentials: the post is in the country that the envoy is sent to."""
        sentence = self.doc.sentences[self.doc.tokens[post.head].sentence]
        return self.doc.text[sentence.start : self.doc.tokens[post.first].start].lower().rstrip().endswith("credentials to")

    def beside(self, holding: Holding, others: Sequence[Holding]) -> Mention | None:
        """The country or place of the colleague told right before ("Thai Prime Minister X and Trade Minister Y"), or of a further post
        of the same person told right behind ("Deputy Prime Minister and Minister of Trade of Georgia").
        """
        k = next((n for n, h in enumerate(others) if h is holding), -1)
        if k < 0 or in_full(holding):
            return None
        kind = holding.post.record.kind
        if k + 1 < len(others) and others[k + 1].person == holding.person and _alike(kind, others[k + 1].post.record.kind):
            found = self._stated(others[k + 1])
            if found is not None and others[k + 1].status == holding.status:
                return found
        if not k:
            return None
        before = others[k - 1]
        if not _alike(kind, before.post.record.kind) or (before.post.title == holding.post.title and before.person != holding.person):
            return None
        if before.person == holding.person:
            return self._stated(before) or self.beside(before, others[:k])
        end = max([before.person.end, self.doc.tokens[before.post.last - 1].end, before.tail.end if before.tail is not None else 0])
        gap = self.doc.text[end : self.doc.tokens[holding.post.first].start].lower().strip(" \n")
        if gap not in _JOINED or (kind == "local" and regional(holding.post) != regional(before.post)):
            return None
        return self._stated(before) or self.beside(before, others[:k])

    @staticmethod
    def _stated(holding: Holding) -> Mention | None:
        """The country or place that a phrase itself names."""
        found = holding.post.body or holding.tail or holding.post.owner
        return found if found is not None and found.kind in _WHERE and found.form in ("name", "acronym", "demonym") else None

    def _party(self, holding: Holding) -> Mention | None:
        """The country or place that somebody stands for: "Uganda was represented by Minister X", "a delegation from Y led by Mayor X"."""
        tokens, post = self.doc.tokens, holding.post
        sentence = self.doc.sentences[tokens[post.head].sentence]
        first = min(post.first, holding.person.token)
        verb = next((t for t in reversed(tokens[sentence.first : first]) if t.pos == "VERB" and t.tag != "VBG"), None)
        if verb is None or verb.lemma.lower() not in ("represent", "send", "lead", "head") or first - verb.i > 4:
            return None
        passive = tokens[verb.i + 1].text.lower() == "by"
        if passive == (verb.lemma.lower() == "send"):
            return None
        low = next((t.i for t in reversed(tokens[sentence.first : verb.i]) if t.pos == "VERB" or t.text in (";", ",")), sentence.first)
        here = [m for m in self.doc.within(sentence) if low <= m.token < verb.i]
        if verb.lemma.lower() in ("lead", "head"):
            return self._delegation(sentence.first, verb.i) or self._before(sentence, low, verb.i)
        fits = [m for m in here if m.kind == "Country" and m.form in ("name", "demonym")]
        return fits[-1] if len({self._code(m) for m in fits}) == 1 else None

    def _before(self, sentence: Sentence, low: int, verb: int) -> Mention | None:
        """The party of the sentence before, where this one begins with "it" or "the delegation"."""
        words = [t.text.lower() for t in self.doc.tokens[low:verb]]
        if not sentence.i or not ("it" in words or _DELEGATIONS & set(words)):
            return None
        before = self.doc.sentences[sentence.i - 1]
        return self._delegation(before.first, before.last)

    def _delegation(self, first: int, last: int) -> Mention | None:
        """Where the only delegation between two tokens is from: "a delegation from Lima", "the Japanese side", "Ghana's team"."""
        tokens = self.doc.tokens
        at = [t.i for t in tokens[first:last] if t.text.lower() in _DELEGATIONS]
        if len(at) != 1:
            return None
        k = at[0]
        where = {m.token: m for m in self.doc.mentions if m.kind in _WHERE and m.form in ("name", "acronym", "demonym")}
        behind = range(k + 2, min(k + 5, last)) if k + 1 < last and tokens[k + 1].text.lower() in ("from", "of") else ()
        return next((where[j] for j in (k - 1, k - 2, k - 3, *behind) if j >= first and j in where), None)

    def _pair(self, post: Post, person: Mention, others: Sequence[Holding]) -> Mention | None:
        """The country of one of two people under one title where the article is on two countries: its own is named first."""
        people = [h.person for h in others if h.post is post]
        if not post.plural or len(people) != 2 or not self.home:
            return None
        counts = Counter(self._code(m) for m in self.countries).most_common()
        if len(counts) < 2 or self.home not in (counts[0][0], counts[1][0]) or (len(counts) > 2 and counts[2][1] * 3 > counts[1][1]):
            return None
        code = self.home if person == people[0] else next(c for c, _ in counts[:2] if c != self.home)
        fits = [m for m in self.countries if self._code(m) == code]
        earlier = [m for m in fits if m.start < person.start]
        return earlier[-1] if earlier else fits[0]


def _alike(kind: str, other: str) -> bool:
    """Whether two posts of these kinds told in a row are of one place: both of a state, or both of a place in it."""
    return (kind == "local") == (other == "local") and {kind, other} <= POLITICAL
