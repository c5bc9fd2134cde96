"""Coverage-guided fuzzing of one target: ``python -m tests.fuzz.run TARGET --runs N`` (needs atheris: ``pip install --group fuzz``).

It begins with what is kept in ``corpus/TARGET/`` and with lines of the gold articles; what breaks a promise is left beside it as
``crash-…``: mend the cause, give the file a telling name and keep it. Other options go to libFuzzer (``-max_len=4000``).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
SECONDS = 10  # one input may take no longer


def seeds(folder: Path) -> None:
    """Some lines of the articles of the gold set, as inputs to begin with."""
    for path in sorted((TESTS / "gold" / "texts").glob("t*.txt"))[:40]:
        for number, line in enumerate(path.read_text("utf-8").split("\n\n")[:6]):
            (folder / f"{path.stem}-{number}").write_bytes(line.encode("utf-8")[:600])


def tokens(folder: Path) -> Path:
    """A libFuzzer dictionary: words and marks that kg's grammars know."""
    words = (
        "January", "Mon", "2024", "US$", "million", "per cent", "from", "to", "between", "and", "of the", "Ministry", "President", "said",
        "signed", "\u201c", "\u201d", "\u200b", "\u202e", "\u0301", "&nbsp;", "&#x41;", "</script>", "<!--", "]]>", "\r\n", "\t",
        "=cmd", "@prefix", "\\u0041", "SELECT", "SERVICE", "ASK {", "?s ?p ?o", "FROM", "<http://e/>", "\x1b[31m", "a:b", "%0A", "{{",
        "|", "---\n", "# ", "](", '"""',
    )  # fmt: skip
    path = folder / "dictionary"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8")) for word in words)
    path.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
    return path


def main() -> None:
    import atheris

    sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]
    with atheris.instrument_imports(include=["kg"]):
        from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description="Fuzz one target of kg by coverage.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--runs", type=int, default=10_000, help="how many inputs (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="the random seed (default 1)")
    options, more = parser.parse_known_args()
    kept = HERE / "corpus" / options.target
    kept.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f"kg-fuzz-{options.target}-"))
    seeds(work)
    flags = [
        f"-runs={options.runs}", f"-seed={options.seed}", f"-timeout={SECONDS}", "-max_len=600", "-rss_limit_mb=3000",
        "-print_final_stats=1", f"-dict={tokens(Path(tempfile.mkdtemp()))}", f"-artifact_prefix={kept}{os.sep}", *more,
        str(work), str(kept),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags], TARGETS[options.target], enable_python_coverage=True)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
