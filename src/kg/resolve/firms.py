"""Which bodies and companies of many articles are one: words of a name in another order, names with and without a legal form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.data.spelling import without_form
from kg.resolve.member import Member, Settled

_JOINING = frozenset(("of", "the", "for", "and", "on"))


def block_of(key: str) -> str:
    """What all keys of one body share: of a company its name without the legal form, of an agency its words whatever their order
    ("peru-trade-ministry", "peru-ministry-of-trade").
    """
    prefix, _, name = key.partition(":")
    words = name.split("-")
    if prefix == "organization":
        return f"{prefix}:{'-'.join(without_form(words)[0])}"
    return f"{prefix}:{'-'.join(sorted(word for word in words if word not in _JOINING))}"


def settle_bodies(members: Sequence[Member]) -> tuple[Settled, ...]:
    """The keys of the bodies of a block: one body, unless names tell two legal forms; a name without any goes to the only one with.

    The key is that of the first article by id.
    """
    order = sorted(range(len(members)), key=lambda n: (members[n].article, members[n].entity.index))
    told = [without_form(m.context.own.partition(":")[2].split("-"))[1] if m.entity.type == "Organization" else "" for m in members]
    forms = sorted(set(told) - {""})
    groups: dict[str, list[int]] = defaultdict(list)
    for n in order:
        groups[told[n] or (forms[0] if len(forms) == 1 else "")].append(n)
    found = [Settled("")] * len(members)
    for group in groups.values():
        own = [members[n].context.own for n in group]
        for n in group:
            found[n] = Settled(own[0], _why(sorted(set(own)), members[group[0]].entity.type))
    return tuple(found)


def _why(own: Sequence[str], type_: str) -> str:
    if len(own) < 2:
        return ""
    return "the same name with and without its legal form" if type_ == "Organization" else "the same words of a name in another order"
