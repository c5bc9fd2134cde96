"""A folder of any file system that Hadoop knows, by its address: what is moved, removed and written there by the driver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOCAL = "file:"


def scheme(address: str) -> str:
    """The file system that an address names, "" where it names none ("C:/a" and "a:b" do not)."""
    name, found, _ = address.partition("://")
    return name.lower() if found and name.isalnum() else "file" if address.startswith(f"{_LOCAL}/") else ""


class Folder:
    """The folder at ``address``; every name is looked up below it."""

    def __init__(self, spark: SparkSession, address: str) -> None:
        self._jvm: Any = spark._jvm
        self._conf: Any = spark._jsc.hadoopConfiguration()
        given = self._path(address)
        self._files: Any = given.getFileSystem(self._conf)
        self.address = str(self._files.makeQualified(given).toString()).rstrip("/")

    def _path(self, address: str) -> Any:
        return self._jvm.org.apache.hadoop.fs.Path(address)

    @property
    def local(self) -> Path | None:
        """Where it is on this machine; None where it is elsewhere."""
        return Path(self._path(self.address).toUri().getPath()) if self.address.startswith(_LOCAL) else None

    def at(self, name: str) -> str:
        """The address of a name below the folder."""
        return f"{self.address}/{name}"

    def remove(self, name: str) -> None:
        """Removes a file or a folder with all that it holds, where there is one."""
        self._files.delete(self._path(self.at(name)), True)

    def exists(self, name: str) -> bool:
        """Whether there is such a file or folder."""
        return bool(self._files.exists(self._path(self.at(name))))

    def move(self, name: str, to: str) -> None:
        """Renames a file or folder; what is at ``to`` must have gone before. Raises OSError."""
        if not self._files.rename(self._path(self.at(name)), self._path(self.at(to))):
            raise OSError(f"{self.at(name)} cannot be moved to {self.at(to)}")

    def parts(self, name: str) -> list[str]:
        """The parts that Spark wrote to a folder below, in order."""
        found = [str(status.getPath().getName()) for status in self._files.listStatus(self._path(self.at(name)))]
        return sorted(part for part in found if part.startswith("part-"))

    def write(self, name: str, text: str) -> None:
        """Writes a small file."""
        stream = self._files.create(self._path(self.at(name)), True)
        try:
            stream.write(bytearray(text.encode("utf-8")))
        finally:
            stream.close()

    def read(self, name: str) -> bytes | None:
        """A small file; None where there is none."""
        if not self.exists(name):
            return None
        stream = self._files.open(self._path(self.at(name)))
        try:
            return bytes(stream.readAllBytes())
        finally:
            stream.close()
