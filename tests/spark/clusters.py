"""Real clusters on this machine for the tests: what they need, how one is begun, and how a machine of it dies."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

MISSING = next((name for name in ("pyspark", "pyarrow") if find_spec(name) is None), "") or ("" if shutil.which("java") else "java")
# JVMs that live for a minute: compiled once and no better, one collector's thread
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
CONF = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.codegen.wholeStage": "false",
}
_PATIENCE = 120.0  # seconds, on a machine under load


@dataclass
class StandAlone:
    """A stand-alone master and its workers, each a process group of its own: a worker, its executor and their Python."""

    url: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def lose(self) -> None:
        """One machine is gone, all that ran on it at once."""
        os.killpg(self.workers.pop().pid, signal.SIGKILL)


@contextmanager
def stand_alone(folder: Path, workers: int = 2) -> Iterator[StandAlone]:
    """A master and workers of one core each, stopped in the end whatever happens."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}

    def begin(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", "--webui-port", "0"]
        with (folder / f"{name.rpartition('.')[2]}{len(begun)}.log").open("wb") as log:
            found = subprocess.Popen([*command, *arguments], env=environment, stdout=log, stderr=log, start_new_session=True)
        begun.append(found)
        return found

    begun: list[subprocess.Popen[bytes]] = []
    try:
        begin("master.Master", "--port", "0")
        url = _awaited(folder / "Master0.log", r"Starting Spark master at (spark://\S+)")
        cluster = StandAlone(url)
        for number in range(workers):
            options = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"work{number}"))
            cluster.workers.append(begin("worker.Worker", *options, url))
        for number in range(workers):
            _awaited(folder / f"Worker{number + 1}.log", r"Successfully registered with master (\S+)")
        yield cluster
    finally:
        for process in begun:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _awaited(log: Path, pattern: str) -> str:
    until = monotonic() + _PATIENCE
    while monotonic() < until:
        found = re.search(pattern, log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
        sleep(0.1)
    raise AssertionError(f"{log} does not say {pattern!r}: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
