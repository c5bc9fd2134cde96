"""Make ``src/kg/data/names/given.txt`` from open lists: ``python tools/make_names.py FAKER NAMES``.

FAKER is the unpacked PyPI package Faker 40.54.0 (MIT), NAMES the unpacked PyPI package names 0.3.0, whose files ``dist.*.first`` are the
United States Census Bureau's of 1990 (public domain). ``given_extra.txt`` beside this file has what both lack.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.data.gazetteer import fold

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kg" / "data" / "names" / "given.txt"
# locales written in Latin letters; the share of each list that is taken, since some run to thousands of rare names
LOCALES = (
    "az_AZ cs_CZ da_DK de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_ES es_MX et_EE fi_FI fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU "
    "id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA ja_JP"
).split()
PER_LIST = 90
CENSUS = 700
# months, days, weather of news and function words: as a first word of a sentence they are no name
NOT_NAMES = frozenset(
    "a an and april august bank bay city date dong east gas gulf han hong in isle june july lake land long major may march mine north north oil port prince "
    "princess saturday south state states street sunday the union university west will wood christian china india france america asia africa kenya jordan "
    "israel georgia chad cuba paris london sydney general".split()
)


def faker_names(root: Path) -> Iterator[str]:
    """Strings of every ``first_names…`` assignment of a locale, at most PER_LIST of each in the package's order."""
    for locale in LOCALES:
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


def extra_names() -> Iterator[str]:
    """Names compiled by hand."""
    for line in (Path(__file__).parent / "given_extra.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def main(faker: Path, names: Path) -> None:
    """Write the list, sorted."""
    found = {fold(n) for n in (*faker_names(faker), *census_names(names), *extra_names())}
    kept = sorted(n for n in found if len(n) > 1 and n.replace("-", "").replace("'", "").isascii() and n.replace("-", "").replace("'", "").isalpha())
    head = (
        "# Given names, folded (small letters, no marks), sorted, one a line.",
        "# Sources: Faker 40.54.0 (MIT, Daniele Faraglia and contributors); United States Census Bureau 1990 (public domain); tools/given_extra.txt.",
        "# Made by tools/make_names.py. To extend: add names to tools/given_extra.txt and run it again.",
    )
    TARGET.write_text("\n".join((*head, *(n for n in kept if n not in NOT_NAMES))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
