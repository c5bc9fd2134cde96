"""Every regular expression of kg, those made while it runs included, against texts that a pattern that goes back takes for ever on.

``python -m tests.fuzz.patterns`` lists what is too slow; the test runs the same in a process of its own. A pattern is tried on texts of one
letter, spaces, brackets and so on, and on texts made of its own literals. The limit is far above what a linear pattern needs
and far below what a quadratic one takes, so a busy machine changes nothing.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "kg"
LIMIT = 30.0  # seconds of the processor for one pattern on one text of a megabyte
SIZE = 1_000_000
UNITS = (
    "a", "A", " ", "0", '"', "'", "’", "“", "(", "[", "{", "<", "-", ".", ",", "\n", "\t", "/", "$", "%", "_", ":", "#", "*", "`", "|",
    "a ", "A ", "Ab ", "A. ", "a, ", "1,", "1.", "1 ", "a\n", " \n", "\n\n", "a-", "A-", "a'", "A.", "()", "[]", "<a", "<!--", "![", "](",
    "a.b", "1/", "a@", "of the ", "and ", "May 3 ", "US$1 ", "1 million ", '"a" ', "“a” ", "é", "\u0300", "中", "\u200b",
)  # fmt: skip


REPAIRED = ("annotate/", "extract/", "resolve/")  # they see repaired text only, in which no white space runs over 100 characters
STARTS = {"extract/_attendance_cues.py", "read/credits.py"}  # matched at the beginning of a cue or a line, by way of a variable
OWN = {"explore/ask.py"}  # reads the files of the competency questions and nothing else
METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})


class SlowError(Exception):
    """A pattern took longer than the limit."""


def collected() -> dict[tuple[str, int], tuple[str, int]]:
    """Every pattern that code of kg compiles: (source, flags) -> (file below src/kg, line). Runs articles through all of it."""
    found: dict[tuple[str, int], tuple[str, int]] = {}
    real = re._compile  # type: ignore[attr-defined]

    def compiled(pattern: object, flags: int) -> object:
        made = real(pattern, flags)
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back  # type: ignore[assignment]
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(SRC) and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), (file.relative_to(SRC).as_posix(), frame.f_lineno))
        return made

    re._compile = compiled  # type: ignore[attr-defined]
    try:
        _everything()
    finally:
        re._compile = real  # type: ignore[attr-defined]
    return found


def _everything() -> None:
    """Imports every module and puts articles through the stages, so that what is compiled at first use is compiled."""
    import kg

    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from kg import check, pipeline
    from kg.audit import audit
    from kg.extract import kinds
    from kg.graph import Graph

    gold = sorted((SRC.parents[1] / "tests" / "gold" / "texts").glob("*.txt"))[:12]
    with Graph.from_resolution(pipeline.run([*gold, SRC.parents[1] / "seeds"])) as graph:
        audit(graph.source, kinds())
        check.check(graph.source, kinds())


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((SRC / file).read_text("utf-8"))


def used(file: str, line: int) -> frozenset[str]:
    """How the code uses the pattern of a line: names of methods ("match"); all of them where that cannot be told."""
    if file in STARTS:
        return frozenset({"match"})
    calls = [node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or 0)]
    own = [c.func.attr for c in calls if isinstance(c.func, ast.Attribute) and getattr(c.func.value, "id", "") == "re"]
    if own and own[-1] != "compile":
        return frozenset(own[-1:])
    names = [
        target.id
        for node in _tree(file).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.lineno <= line <= (node.end_lineno or 0)
        and isinstance(node.value, ast.Call)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    ]
    found: set[str] = set()
    inside = {id(n.value): n.attr for n in ast.walk(_tree(file)) if isinstance(n, ast.Attribute)}
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
            found.add(inside.get(id(node), "all"))
    return frozenset(found) if found and found <= METHODS else METHODS


def texts(pattern: str, size: int = SIZE, repaired: bool = False) -> Iterator[str]:
    """Texts of about ``size`` characters for a pattern: the same unit again and again, ended by what most likely doesn't fit."""
    literals = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,12}", re.sub(r"\\[A-Za-z]|\(\?P<\w+>", " ", pattern))))[:2]
    own = [f"{word} " for word in literals]
    for unit in dict.fromkeys((*UNITS, *own, *(f"{word}a" for word in literals[:1]))):
        piece = unit * (99 // len(unit)) + "x" if repaired and not unit.strip() else unit
        yield piece * (size // len(piece)) + "\x00"


def slow(pattern: re.Pattern[str], file: str, line: int, size: int = SIZE, limit: float = LIMIT) -> str:
    """The text on which a pattern takes longer than the limit, used as its line uses it; "" where there is none."""
    methods = used(file, line)

    def late(number: int, frame: object) -> None:
        raise SlowError

    before = signal.signal(signal.SIGVTALRM, late)
    try:
        for text in texts(pattern.pattern, size, file.startswith(REPAIRED)):
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            try:
                if methods - {"match", "fullmatch"}:
                    for _ in pattern.finditer(text):
                        pass
                pattern.match(text)
                if "fullmatch" in methods:
                    pattern.fullmatch(text)
            except SlowError:
                return text[:20]
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return ""


def main() -> int:
    found = collected()
    assert len(found) > 400, "the patterns are no longer found"
    size, limit = (int(sys.argv[1]), float(sys.argv[2])) if len(sys.argv) > 2 else (SIZE, LIMIT)
    late = 0
    for (source, flags), (file, line) in sorted(found.items(), key=lambda item: item[1]):
        unit = slow(re.compile(source, flags), file, line, size, limit) if file not in OWN else ""
        if unit:
            late += 1
            print(f"{file}:{line}: slow on {unit!r}: {source[:300]!r}", flush=True)
    print(f"{len(found)} patterns, {late} too slow")
    return bool(late)


if __name__ == "__main__":
    sys.exit(main())
