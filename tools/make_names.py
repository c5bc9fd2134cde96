"""Make ``src/kg/data/names/given.txt`` from open lists: ``python tools/make_names.py FAKER NAMES MIMESIS``.

FAKER is the unpacked PyPI package Faker 40.63.0 (MIT), NAMES the unpacked PyPI package names 0.3.0, whose files ``dist.*.first`` are the
United States Census Bureau's of 1990 (public domain), MIMESIS the unpacked PyPI package mimesis 22.2.0 (MIT). ``given_extra.txt`` beside
this file has what they lack, ``given_refused.txt`` what is no name at the head of a sentence. Names in Cyrillic and Greek letters are
written in Latin ones as English news does (simplified BGN/PCGN and ELOT 743).

A name that is also a common word, a country, a large place, a title or the head of a body's or event's name tells nothing and is left
out, but for the commonest names of each list.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.data import words as lists
from kg.data.frequency import zipf
from kg.data.gazetteer import country_of, fold, places

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kg" / "data" / "names" / "given.txt"
# Faker's locales, written in Latin letters or in those that are put into Latin ones here
LOCALES = """
az_AZ cs_CZ da_DK de_AT de_CH de_DE de_LI de_LU en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_AR es_CL es_CO es_ES es_MX et_EE
fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT
ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA ja_JP bg_BG el_GR mk_MK ru_RU uk_UA
"""
COMMONEST = 90  # of each Faker list, and
CENSUS = 700  # of the census: names that are kept though they are words or places too
WORD = 2.8  # a Zipf frequency from which a word is common
LARGE = 100_000  # people of a place


@cache
def letters() -> dict[str, str]:
    """What stands for each letter of ``latin.txt``."""
    words = list(words_of("latin.txt"))
    return {a: b.strip("-") for a, b in zip(words[::2], words[1::2], strict=True)}


def latin(name: str) -> str:
    """A name in Latin letters: "Нурсултан" as "Nursultan"."""
    return "".join(letters().get(c, c) for c in name.lower()) if any(c in letters() for c in name.lower()) else name


def faker_names(root: Path, most: int | None = None) -> Iterator[str]:
    """Strings of every ``first_names…`` assignment of a locale, in the package's order, at most ``most`` of each."""
    for locale in LOCALES.split():
        tree = ast.parse((root / "faker" / "providers" / "person" / locale / "__init__.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not any("first" in getattr(target, "id", "") for target in node.targets):
                continue
            words = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield from map(latin, words[:most])


def mimesis_names(root: Path) -> Iterator[str]:
    """The given names of every language."""
    for path in sorted((root / "mimesis" / "datasets").glob("*/person.json")):
        found = json.loads(path.read_text(encoding="utf-8")).get("names", {})
        for each in found.values():
            yield from (latin(name) for name in each if isinstance(name, str))


def census_names(root: Path) -> Iterator[str]:
    """The most frequent names of the census of 1990."""
    for which in ("female", "male"):
        lines = (root / "names" / f"dist.{which}.first").read_text(encoding="ascii").splitlines()
        yield from (line.split()[0] for line in lines[:CENSUS])


def words_of(name: str) -> Iterator[str]:
    """Words of a text file beside this one, comment lines left out."""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def plain(name: str) -> bool:
    """True for a folded name of two or more letters a-z, with hyphens or apostrophes at most."""
    letters = name.replace("-", "").replace("'", "")
    return len(name) > 1 and letters.isascii() and letters.isalpha()


def telling(name: str) -> bool:
    """Whether a word is hardly anything but a name."""
    known = (lists.titles(), lists.bodies(), lists.event_nouns(), lists.agreement_nouns())
    if len(name) < 3 or zipf(name) >= WORD or any(name in table for table in known) or country_of(name.title()) is not None:
        return False
    return not any(r.population >= LARGE for r in places().lookup(name.title()))


def main(faker: Path, names: Path, mimesis: Path) -> None:
    """Write the list, sorted."""
    refused = set(words_of("given_refused.txt"))
    sure = {fold(n) for n in (*faker_names(faker, COMMONEST), *census_names(names), *words_of("given_extra.txt"))}
    more = {fold(n) for n in (*faker_names(faker), *mimesis_names(mimesis))}
    given = {n for n in sure | {n for n in more if telling(n)} if plain(n)} - refused
    head = (
        "# Given names, folded (small letters, no marks), sorted, one a line.",
        "# Sources: Faker 40.63.0 (MIT, Daniele Faraglia and others); mimesis 22.2.0 (MIT, Isaak Uchakaev and others);",
        "# US Census Bureau 1990 (public domain); tools/given_extra.txt.",
        "# Made by tools/make_names.py. To extend: add names to tools/given_extra.txt and run it again.",
    )
    TARGET.write_text("\n".join((*head, *sorted(given))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(p) for p in sys.argv[1:4]))
