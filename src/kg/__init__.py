"""News articles on government, trade and diplomacy as a knowledge graph with exact evidence.

``import kg; graph = kg.build("seeds/"); graph.query("posts").to_pandas()``
"""

from __future__ import annotations

__version__ = "0.1.0"
