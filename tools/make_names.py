"""Make ``src/kg/data/names/given.txt`` from open lists: ``python tools/make_names.py FAKER NAMES``.

FAKER is the unpacked PyPI package Faker 40.54.0 (MIT), NAMES the unpacked PyPI package names 0.3.0, whose files ``dist.*.first`` are the
United States Census Bureau's of 1990 (public domain). ``given_extra.txt`` beside this file
has what both lack, ``given_refused.txt`` what is no name at the head of a sentence.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.data.gazetteer import fold

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kg" / "data" / "names" / "given.txt"
# locales written in Latin letters
LOCALES = """
az_AZ cs_CZ da_DK de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_ES es_MX et_EE fi_FI fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU
id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA ja_JP
"""
# of each list so many, since some run to thousands of rare names
PER_LIST = 90
CENSUS = 700


def faker_names(root: Path) -> Iterator[str]:
    """Strings of every ``first_names…`` assignment of a locale, at most PER_LIST of each in the package's order."""
    for locale in LOCALES.split():
        tree = ast.parse((root / "faker" / "providers" / "person" / locale / "__init__.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not any("first" in getattr(target, "id", "") for target in node.targets):
                continue
            words = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield from words[:PER_LIST]


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


def main(faker: Path, names: Path) -> None:
    """Write the list, sorted."""
    found = {fold(n) for n in (*faker_names(faker), *census_names(names), *words_of("given_extra.txt"))} - set(
        words_of("given_refused.txt")
    )
    kept = sorted(name for name in found if plain(name))
    head = (
        "# Given names, folded (small letters, no marks), sorted, one a line.",
        "# Sources: Faker 40.54.0 (MIT, Daniele Faraglia and others); US Census Bureau 1990 (public domain); tools/given_extra.txt.",
        "# Made by tools/make_names.py. To extend: add names to tools/given_extra.txt and run it again.",
    )
    TARGET.write_text("\n".join((*head, *kept)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
