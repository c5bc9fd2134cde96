"""Those who are received: at the head of a delegation, or for whom a reception is given."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract._occasion_people import after, leaders, team
from kg.extract._occasions import Occasion
from kg.extract._syntax import Syntax
from kg.types import EntityType, Mention, Token

_PEOPLE: tuple[EntityType, ...] = ("Person",)


def guests_led(syntax: Syntax, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "welcomed a delegation led by X": whoever leads those who are received."""
    for guest in syntax.objects(verb):
        if team(guest):
            for who in leaders(syntax, guest, verb):
                yield who, "leader", "leads those who are received"


def reception(syntax: Syntax, occasion: Occasion, verb: Token) -> Iterator[tuple[Mention, str, str]]:
    """ "had a courtesy reception for the ambassador": those for whom it is given."""
    for top in (syntax.doc.tokens[occasion.mention.token], verb):
        for prep in syntax.children(top, "prep", "dative"):
            if prep.text.lower() in ("for", "to"):
                for who in after(syntax, prep, _PEOPLE):
                    yield who, "attendee", "for whom it is given"
