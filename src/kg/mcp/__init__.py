"""The graph for language-model agents, over the Model Context Protocol.

``Tools`` is what agents may ask and knows nothing of the protocol; ``serve`` speaks it, with its official SDK (the extra ``kg[mcp]``).
"""

from __future__ import annotations

from kg.mcp.tools import Tools

__all__ = ["Tools", "serve"]


def serve(tools: Tools) -> None:
    """Answers an agent on standard input and output until it hangs up. Raises :class:`kg.errors.KgError` without the SDK."""
    from kg.mcp.server import run

    run(tools)
