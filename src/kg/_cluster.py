"""A build on a cluster as ``kg build --engine spark`` does it: on Spark first, then into the folder's store where that is wanted."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import pipeline
from kg._build import MOST, corrections_text, forget
from kg._output import Written, check_out, place_files, write
from kg.errors import InputError
from kg.extract import kinds
from kg.graph import Graph
from kg.spark import Job, OnCluster, Watch
from kg.spark import build as build_on_cluster
from kg.store import STORE, alone, build_store, from_parts, parts_of, staging


@dataclass(frozen=True, slots=True)
class Built:
    """What the cluster gave, and what was made of it on this machine: files and page, or the store alone."""

    made: OnCluster
    written: Written | None = None
    store: Path | None = None


def build(
    inputs: Sequence[str],
    out: str,
    name: str,
    base: str,
    *,
    master: str,
    conf: Mapping[str, str],
    load: bool | None = None,
    corrections: Path | None = None,
    watch: Watch | None = None,
    refused: Callable[[InputError], None] = lambda problem: None,
) -> Built | None:
    """Build ``inputs`` into ``out``; None, and the last graph left as it is, where no article could be read.

    ``load``: whether the quads go into ``OUT/store`` too, which must then be on this machine; None: of up to ``MOST`` articles.
    Raises :class:`kg.errors.KgError`.
    """
    told = None if corrections is None else (corrections_text(corrections, asked=True) or "", str(corrections))
    job = Job(list(inputs), out, base, kinds(), pipeline.give, master, conf, told)
    made = build_on_cluster(job, ready=lambda folder: check_out(folder, name), watch=watch, refused=refused)
    if made is None or made.local is None:
        return None if made is None else Built(made)
    few = made.counts.articles <= MOST
    stays = load is False or (load is None and not few)
    with alone(made.local), staging(made.local) as stage:
        forget(made.local)  # kg explain would tell of another graph
        if stays:  # and an older store would be asked in the place of the new parts
            place_files(stage, made.local, name)
            shutil.rmtree(made.local / STORE, ignore_errors=True)
    if stays:
        return Built(made)
    if few:
        with Graph(from_parts(made.local)) as graph:
            written = write(graph, made.local, name)
        return Built(made, written, written.store)
    return Built(made, None, build_store(parts_of(made.local), made.local))
