"""What was told of people's posts before: repetitions of it, and the bodies that it lends to posts told with none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.data.gazetteer import fold
from kg.extract._post_heads import base
from kg.extract._post_people import Holding, in_full
from kg.types import Mention

_RANKS = frozenset(
    ("deputy", "vice", "acting", "assistant", "associate", "former", "under", "caretaker", "interim", "lieutenant", "elect", "designate")
)


_STATE = frozenset(("state", "government", "ministry", "monarch", "diplomat"))
_COMMON = frozenset(("president", "minister", "secretary", "director", "head", "chairman", "manager", "member", "representative"))
_REACH = 3  # sentences back to whom a pronoun means


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a person before: name words, title words, title, organization."""

    person: Mention
    words: frozenset[str]
    text: str
    organization: Mention
    sentence: int
    status: str
    at: int  # the token that it begins with
    kind: str = ""  # of the post, as in words/titles.tsv
    explicit: bool = False

    @property
    def title(self) -> frozenset[str]:
        """The words of the post that tell it apart."""
        return title_words(self.text)


def name_words(person: Mention) -> frozenset[str]:
    """The folded words of a name; a word of its own for a pronoun or noun."""
    return frozenset(fold(person.name).split()) if person.form == "name" else frozenset((f"{person.form} {person.start}",))


def title_words(title: str) -> frozenset[str]:
    return frozenset(w for w in fold(title).replace("-", " ").split() if w not in ("of", "for", "and", "to", "the"))


def plain(title: str) -> str:
    """The post that is held for a time: "Acting Director" -> "Director"."""
    return re.sub(r"^(?:Acting|Caretaker|Interim) ", "", title)


def same(names: frozenset[str], other: frozenset[str]) -> bool:
    return names <= other or other <= names


def repeated(told: list[Told], person: Mention, title: str, organization: Mention, explicit: bool, at: int) -> Told | None:
    """What was told before of the person's post where this only says it again, shorter or with no body of its own."""
    names, words = name_words(person), title_words(title)
    for old in told:
        if not same(names, old.words) or old.at == at:
            continue
        if words == old.title and (not explicit or organization.form in ("nominal", "pronoun")):
            return old
        if (
            words
            and words < old.title
            and not (old.title - words) & _RANKS
            and (not explicit or fold(organization.name) == fold(old.organization.name))
        ):
            return old
    return None


def country(told: Sequence[Told], holding: Holding, sentence: int) -> Mention | None:
    """The country of a minister, head of government or envoy who was told before with a post of that country.

    A pronoun means the only person of such a post in the last sentences.
    """
    if (
        holding.post.record.kind not in _STATE
        or holding.post.owner is not None
        or holding.post.body is not None
        or holding.tail is not None
    ):
        return None
    fits = [t for t in told if t.organization.kind == "Country" and t.kind in _STATE]
    if holding.person.form == "name":
        fits = [t for t in fits if same(name_words(holding.person), t.words)]
    else:
        fits = [t for t in fits if sentence - t.sentence <= _REACH]
        fits = fits if len({t.words for t in fits}) == 1 else []
    return fits[-1].organization if len({fold(t.organization.name) for t in fits}) == 1 else None


def cabinet(told: Sequence[Told], holding: Holding, only: bool) -> Mention | None:
    """The country of a minister told with none, where no other country is named and its president or prime minister is told."""
    if not only or holding.post.record.kind not in _STATE - {"diplomat"} or in_full(holding):
        return None
    heads = [t for t in told if t.kind in ("state", "government", "monarch") and t.explicit and t.organization.kind == "Country"]
    return heads[-1].organization if len({fold(t.organization.name) for t in heads}) == 1 else None


def _plain(title: str) -> str:
    return "chairman" if title in ("chair", "chairwoman", "chairperson") else title


def family(told: Sequence[Told], holding: Holding) -> Mention | None:
    """The body of "Deputy Governor X" where a governor of one body only was told, or the other way round."""
    title = base(holding.post.record.title)
    behind = holding.post.definite and holding.reason == "title behind the name"  # "X, the Deputy Chairperson,"
    if (
        (holding.reason != "title before the name" and not behind)
        or holding.post.field
        or (title == holding.post.record.title.lower() and title in _COMMON)
    ):
        return None
    if in_full(holding):
        return None
    fits = [t for t in told if t.explicit and _plain(base(t.text)) == _plain(title) and not same(name_words(holding.person), t.words)]
    return fits[-1].organization if fits and len({fold(t.organization.name) for t in fits}) == 1 else None
