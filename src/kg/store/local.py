"""Graphs on this machine: the Oxigraph store on disk, files of RDF, quads just made."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO

from kg.errors import InputError, MalformedError, OutputError, QueryError
from kg.rdf import DEFAULT_BASE, FACTS, KG, PREFIXES, prefixes
from kg.rdf.ox import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, RdfFormat, Store, Triple
from kg.store.parts import has_parts, parts_of
from kg.store.placing import exchange
from kg.store.result import Cell, Flow, Result
from kg.store.source import Raw

FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS}
STORE = "store"
_PREVIOUS = ".store-previous"
_STAGE = ".kg-build-"
_TRIES = 20  # openings of a store while builds put others in its place
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_GRAPH = NamedNode(KG + "Graph")
_PLACE = re.compile(r"error at (\d+):(\d+): expected ")
_WHY = ("Prefix not found", "The SELECT contains a variable that is unbound", "IRI parsing failed")
_Graph = NamedNode | BlankNode | DefaultGraph
_ELSEWHERE = re.compile("graph", re.IGNORECASE)  # in a query that may look into other graphs
_STRING = PREFIXES["xsd"] + "string"


class LocalSource:
    """A pyoxigraph store, asked with the graph of merged facts as the default graph.

    Never over the union of the named graphs: Oxigraph does not remove duplicates there.
    """

    def __init__(self, store: Store, name: str, *, in_memory: bool = False) -> None:
        self._store = store
        self._in_memory = in_memory
        self.name = name
        self._facts = self._find_facts()
        facts = self._facts
        named = facts.value if isinstance(facts, NamedNode) else next((s.value for s, _ in self._marks()), DEFAULT_BASE + FACTS)
        self.base = named.removesuffix(FACTS) if named.endswith(FACTS) else DEFAULT_BASE

    def _marks(self) -> Iterator[tuple[NamedNode, NamedNode | BlankNode | DefaultGraph]]:
        for quad in self._store.quads_for_pattern(None, _TYPE, _GRAPH, None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject, quad.graph_name

    def _find_facts(self) -> NamedNode | DefaultGraph:
        """The graph that calls itself a kg:Graph (and lies in itself); the default graph where none does."""
        marked = [subject for subject, graph in self._marks() if subject == graph]
        return min(marked, key=lambda graph: graph.value) if marked else DefaultGraph()

    def ask(self, query: str, *, own_dataset: bool = False) -> Result:
        """As :meth:`kg.store.Source.ask`."""
        found = self.flow(query, own_dataset=own_dataset)
        if isinstance(found, Flow):
            return Result("rows", columns=found.columns, bindings=tuple(found.bindings), prefixes=found.prefixes)
        return found

    def flow(self, query: str, *, own_dataset: bool = False) -> Result | Flow:
        """As :meth:`kg.store.Source.flow`."""
        known = tuple(prefixes(self.base).items())
        found = self.raw(query, own_dataset=own_dataset)
        if isinstance(found, QuerySolutions):
            return Flow(tuple(variable.value for variable in found.variables), self._rows(found), known)
        with self._answering():
            if isinstance(found, QueryBoolean):
                return Result("boolean", boolean=bool(found), prefixes=known)
            return triples_result(found, known)

    def _rows(self, found: QuerySolutions) -> Iterator[tuple[Cell | None, ...]]:
        with self._answering():
            for solution in found:
                yield tuple(None if term is None else cell(term) for term in solution)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise QueryError(f"{self.name} did not answer: {error}") from error

    def raw(self, query: str, *, default: Sequence[str] = (), named: Sequence[str] | None = None, own_dataset: bool = False) -> Raw:
        """As :meth:`kg.store.source.Engine.raw`."""
        try:
            store = self._store
            seen: _Graph | list[_Graph] | None = None if own_dataset else self._facts
            among: list[NamedNode | BlankNode] | None = None
            if default or named is not None:
                seen, among = [self._named(iri) for iri in default], [NamedNode(iri) for iri in named or ()]
                if len(seen) > 1:
                    store, seen = self._merged(seen, among), DefaultGraph()
            elif seen is self._facts and self._in_memory and not _ELSEWHERE.search(query):
                store, seen = self._alone, DefaultGraph()
            return store.query(query, prefixes=prefixes(self.base), default_graph=seen, named_graphs=among)
        except (SyntaxError, ValueError) as error:
            raise MalformedError(f"the query cannot be read: {syntax(error)}") from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"{self.name} did not answer: {error}") from error

    @cached_property
    def _alone(self) -> Store:
        """The merged facts in a store of their own.

        To find what one graph says of a thing the engine walks, in memory, all that any graph says of it, and the articles' graphs say
        the same again and again: over a thousand of them a question took forty times as long.
        """
        if isinstance(self._facts, DefaultGraph):
            return self._store
        store = Store()
        store.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in self.facts())
        return store

    def _named(self, iri: str) -> NamedNode | DefaultGraph:
        """A graph by its IRI; in a file of Turtle the merged facts have no name of their own."""
        facts = isinstance(self._facts, DefaultGraph) and iri == self.base + FACTS
        return DefaultGraph() if facts else NamedNode(iri)

    def _merged(self, default: Sequence[_Graph], named: Sequence[_Graph]) -> Store:
        """A copy of a data set in memory: over several default graphs the engine would count a triple once for each."""
        store = Store()
        for graph in default:
            found = self._store.quads_for_pattern(None, None, None, graph)
            store.bulk_extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in found)
        for graph in named:
            store.bulk_extend(self._store.quads_for_pattern(None, None, None, graph))
        return store

    def quads(self) -> Iterator[Quad]:
        """As :meth:`kg.store.Source.quads`."""
        facts, store = NamedNode(self.base + FACTS), self._store
        for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
            yield Quad(quad.subject, quad.predicate, quad.object, facts)
        for graph in store.named_graphs():  # one by one: over all of them a subject's triples would come graphs mixed
            yield from store.quads_for_pattern(None, None, None, graph)

    def facts(self) -> Iterator[Quad]:
        """As :meth:`kg.store.Source.facts`."""
        return iter(self._store.quads_for_pattern(None, None, None, self._facts))

    def graphs(self) -> Iterator[str]:
        """As :meth:`kg.store.Source.graphs`."""
        facts = self.base + FACTS
        yield facts
        yield from (graph.value for graph in self._store.named_graphs() if isinstance(graph, NamedNode) and graph.value != facts)

    def dump(self, graph: str, out: IO[bytes]) -> None:
        """As :meth:`kg.store.Source.dump`."""
        if graph == self.base + FACTS:
            self._store.dump(out, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        self._store.dump(out, RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))

    def close(self) -> None:
        """Lets go of the store's files."""
        self._store = Store()
        self.__dict__.pop("_alone", None)


def from_quads(quads: Iterable[Quad], name: str = "the graph in memory") -> LocalSource:
    """A graph in memory."""
    store = Store()
    store.bulk_extend(quads)
    return LocalSource(store, name, in_memory=True)


def from_file(path: Path) -> LocalSource:
    """A Turtle, TriG, N-Triples or N-Quads file, loaded into memory. Raises :class:`kg.errors.InputError`."""
    rdf_format = FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        raise InputError(
            str(path), "is no graph that kg reads", f"give a folder that kg build wrote, or a file ending in {', '.join(sorted(FORMATS))}"
        )
    store = Store()
    try:
        with path.open("rb") as file:
            store.bulk_load(file, format=rdf_format)
    except SyntaxError as error:
        raise InputError(str(path), f"is no valid {path.suffix[1:]} file ({_one_line(error)})", "build it again with kg build") from error
    except (OSError, ValueError) as error:
        raise InputError(
            str(path), f"cannot be read ({_one_line(error)})", "give a folder that kg build wrote or a .ttl or .trig file"
        ) from error
    if not len(store):
        raise InputError(str(path), "holds no triples", "build it again with kg build")
    return LocalSource(store, str(path), in_memory=True)


def from_parts(folder: Path) -> LocalSource:
    """The parts that a build on a cluster left in a folder, loaded into memory. Raises :class:`kg.errors.InputError`."""
    return from_quads(parts_of(folder), str(folder))


def from_folder(folder: Path) -> LocalSource:
    """The store in a folder that ``kg build`` wrote, opened for reading (many may read at once), else its parts or its one graph file."""
    for last in (False,) * _TRIES + (True,):
        store = find_store(folder)
        if store is None:
            break
        seen = _seen(store)
        try:
            return LocalSource(Store.read_only(str(store)), str(folder))
        except (OSError, RuntimeError, ValueError) as error:
            if _seen(store) != seen and not last:  # a build put another store in its place meanwhile
                continue
            raise InputError(str(store), f"cannot be opened as a store ({_one_line(error)})", "build it again with kg build") from error
    if has_parts(folder):
        return from_parts(folder)
    for ending in (".ttl", ".trig"):
        files = sorted(folder.glob(f"*{ending}"))
        if len(files) == 1:
            return from_file(files[0])
    raise InputError(str(folder), "holds no graph", "run kg build first, or name the folder given to its --out")


def find_store(folder: Path) -> Path | None:
    """The store in a folder, the last one where a build was killed just before it put the next in its place; None where there is none."""
    return next((store for store in (folder / STORE, folder / _PREVIOUS, folder) if (store / "CURRENT").is_file()), None)


def _seen(store: Path) -> tuple[int, int] | None:
    """Numbers that are others when another store comes to stand there."""
    try:
        found = (store / "CURRENT").stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_store(out: Path) -> None:
    """Raises :class:`kg.errors.OutputError` where ``OUT/store`` is something of the user's and no store, so that it is never replaced."""
    target = out / STORE
    if target.is_symlink() or (target.exists() and not (target / "CURRENT").is_file() and not _empty(target)):
        raise OutputError(f"{target}: is no store that kg wrote, and is left alone; give another folder with --out")


def _empty(target: Path) -> bool:
    return target.is_dir() and not any(target.iterdir())


def write_store(quads: Iterable[Quad], folder: Path) -> None:
    """A store of its own in ``folder``, which must not exist. Raises OSError."""
    store = Store(str(folder))
    store.bulk_extend(quads)
    store.flush()
    store.optimize()
    del store  # releases RocksDB's lock


def place_store(fresh: Path, out: Path) -> Path:
    """Puts a store that is whole in the place of ``OUT/store``; the old one is kept until then. Raises OSError.

    In one step where the system can; else a reader that comes between two steps finds the old one aside.
    """
    target, previous = out / STORE, out / _PREVIOUS
    if target.exists():
        if exchange(fresh, target):
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.rmtree(previous, ignore_errors=True)
            return target
        shutil.rmtree(previous, ignore_errors=True)
        os.replace(target, previous)  # noqa: PTH105 - folders both
    os.replace(fresh, target)  # noqa: PTH105
    shutil.rmtree(previous, ignore_errors=True)
    return target


def build_store(quads: Iterable[Quad], out: Path) -> Path:
    """Writes ``OUT/store`` anew: built beside it and put in its place when whole, so a failure leaves the old one.

    Returns the store's folder. Raises :class:`kg.errors.OutputError` where nothing can be written.
    """
    with alone(out), staging(out) as stage:
        check_store(out)
        write_store(quads, stage / STORE)
        return place_store(stage / STORE, out)


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """A new folder in ``out`` for files that are later moved to their places, taken away in the end whatever happens.

    What a killed build left behind is swept up. Makes ``out``; for its holder alone, see :func:`alone`.
    Any OSError becomes an :class:`kg.errors.OutputError`.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in sorted(out.glob(f"{_STAGE}*")):
            shutil.rmtree(left, ignore_errors=True)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=out))
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        problem = error.strerror or " ".join(str(error).split())[:200]
        raise OutputError(
            f"{out}: cannot be written ({problem}); the last graph is as it was, or choose another folder with --out"
        ) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds the folder's lock; without one where the system has none. Makes the folder.

    Raises :class:`kg.errors.OutputError` where another build holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder with --out") from error
    try:
        _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(f"{folder}: another build is writing there; wait until it ends, or choose another folder with --out") from error
    except OSError:  # a file system without locks
        return


def triples_result(triples: Iterable[Triple], known: tuple[tuple[str, str], ...]) -> Result:
    """Triples as a sorted result, each once."""
    found = {(cell(t.subject), cell(t.predicate), cell(t.object)) for t in triples}
    return Result(
        "triples", triples=tuple(sorted(found, key=lambda t: [(c.kind, c.value, c.datatype, c.language) for c in t])), prefixes=known
    )


def cell(term: object) -> Cell:
    """A pyoxigraph term as a cell; a triple term becomes its text."""
    if isinstance(term, NamedNode):
        return Cell("uri", term.value)
    if isinstance(term, BlankNode):
        return Cell("bnode", term.value)
    if isinstance(term, Literal):
        datatype = "" if term.datatype.value == _STRING or term.language else term.datatype.value
        return Cell("literal", term.value, datatype, term.language or "")
    return Cell("literal", str(term))


def syntax(error: BaseException) -> str:
    """Where a query is not understood, and why where the parser says it in words; not the long list of all that it would have taken."""
    said = _one_line(error)
    place = _PLACE.match(str(error))
    if place is None:
        return said
    why = next((words for words in _WHY if words in str(error)), "what stands there is not understood")
    return f"line {place[1]}, column {place[2]}: {why[:1].lower()}{why[1:]}"


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
