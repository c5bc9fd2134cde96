"""The graph for language-model agents, over the Model Context Protocol.

``Tools`` is what agents may ask and knows nothing of the protocol; ``serve`` speaks it, with its official SDK (the extra ``kg[mcp]``).
"""

from __future__ import annotations

from kg.errors import KgError
from kg.mcp.tools import Tools

__all__ = ["Tools", "serve"]


def serve(target: str, timeout: float, version: str) -> None:
    """Answers an agent about the graph at ``target`` on standard input and output, until it hangs up. ``timeout`` is that of one
    query, in seconds; ``version`` is kg's, for the agent to see.

    Raises :class:`kg.errors.KgError` without the SDK, and :class:`kg.errors.InputError` where there is no graph.
    """
    try:
        from kg.mcp.server import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise KgError("kg mcp needs the Model Context Protocol's SDK, which is not installed; pip install 'kg[mcp]'") from error
    run(target, timeout, version)
