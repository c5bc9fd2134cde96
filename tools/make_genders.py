"""Make ``src/kg/data/references/genders.tsv`` from open lists: ``python tools/make_genders.py FAKER NAMES``.

FAKER and NAMES as for ``make_names.py``. A name stands in the list when every list that has it says the same; the census counts both,
and decides where one of them is ten times the other. ``gender_extra.tsv`` beside this file has what the lists lack.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from make_names import LOCALES, plain

from kg.data.gazetteer import fold

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kg" / "data" / "references" / "genders.tsv"
MORE = ["en_GB", "fr_BE", "fr_CH", "de_AT", "de_CH", "nl_BE", "es_AR", "es_CO", "es_CL", "bg_BG", "el_GR", "hi_IN"]
PER_LIST = 300  # the longest lists go by frequency, and their ends are rare names
CENSUS = 900
RATIO = 10.0


def faker_names(root: Path) -> Iterator[tuple[str, str]]:
    """(name, gender) of every ``first_names_female``, ``first_romanized_name_male`` … of a locale."""
    for locale in sorted({*LOCALES.split(), *MORE}):
        path = root / "faker" / "providers" / "person" / locale / "__init__.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            names = [getattr(t, "id", "") for t in targets]
            value = getattr(node, "value", None)
            if value is None or not any(n.startswith("first") and n.endswith("male") for n in names):
                continue
            gender = "f" if names[0].endswith("female") else "m"
            words = [n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield from ((word, gender) for word in words[:PER_LIST])


def census(root: Path) -> Iterator[tuple[str, str]]:
    """The frequent names of 1990 that nearly all bearers share a gender of."""
    share: dict[str, dict[str, float]] = {"f": {}, "m": {}}
    for gender, which in (("f", "female"), ("m", "male")):
        for line in (root / "names" / f"dist.{which}.first").read_text(encoding="ascii").splitlines():
            word, percent, *_ = line.split()
            share[gender][word] = float(percent)
    for gender, other in (("f", "m"), ("m", "f")):
        for word in list(share[gender])[:CENSUS]:
            if share[gender][word] >= RATIO * share[other].get(word, 0.0):
                yield word, gender
            elif share[other].get(word, 0.0) < RATIO * share[gender][word]:
                yield word, "both"


def extra() -> Iterator[tuple[str, str]]:
    """What is compiled by hand; "both" takes a name out."""
    for line in (Path(__file__).parent / "gender_extra.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, gender = line.split("\t")
            yield name, gender


def main(faker: Path, names: Path) -> None:
    """Write the list, sorted."""
    votes: dict[str, set[str]] = {}
    for name, gender in (*faker_names(faker), *census(names)):
        votes.setdefault(fold(name), set()).add(gender)
    votes.update({fold(name): {gender} for name, gender in extra()})
    kept = sorted((name, *found) for name, found in votes.items() if plain(name) and len(found) == 1 and found != {"both"})
    head = (
        "# Given names that tell a gender, folded (small letters, no marks), sorted; names that both bear are left out.",
        "# gender: m or f. Only as good as custom: it helps to choose between two people, and never says anything about a person.",
        "# Sources: Faker 40.54.0 (MIT, Daniele Faraglia and others); US Census Bureau 1990 (public domain); tools/gender_extra.tsv.",
        "# Made by tools/make_genders.py. To extend: add names to tools/gender_extra.tsv and run it again.",
        "name\tgender",
    )
    TARGET.write_text("\n".join((*head, *("\t".join(row) for row in kept))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
