from __future__ import annotations

STATISTICS: tuple[tuple[str, tuple[str, ...]], ...] = ()
TIES: tuple[tuple[str, tuple[str, ...]], ...] = ()
