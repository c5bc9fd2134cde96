"""The fence around the Model Context Protocol's SDK: tools and resources over standard input and output."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from kg.errors import KgError
from kg.mcp.forms import schema
from kg.mcp.menu import INSTRUCTIONS
from kg.mcp.tools import Tools

try:
    from mcp import MCPError, types
    from mcp.server import Server, ServerRequestContext
    from mcp.server.stdio import stdio_server
except ImportError as error:
    raise KgError(f"kg mcp needs the Model Context Protocol's SDK ({error}); install it with: pip install 'kg[mcp]'") from error

ONTOLOGY = "kg://ontology"
ARTICLES = "kg://articles"
_QUIET = types.ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def run(tools: Tools) -> None:
    """Answers until standard input ends."""
    asyncio.run(_run(server(tools)))


async def _run(made: Server[Any]) -> None:
    async with stdio_server() as (received, sent):
        await made.run(received, sent, made.create_initialization_options())


def server(tools: Tools) -> Server[Any]:
    """The server of these tools, not yet running. Tools work in threads of their own: one slow query keeps no one waiting."""
    offered = types.ListToolsResult(
        tools=[
            types.Tool(name=entry.name, title=entry.title, description=entry.about, input_schema=schema(entry.fields), annotations=_QUIET)
            for entry in tools.menu()
        ]
    )
    resources = types.ListResourcesResult(
        resources=[
            types.Resource(
                uri=ONTOLOGY,
                name="ontology",
                title="The vocabulary",
                description="Classes, properties and closed lists of the graph, with examples: read it before writing SPARQL.",
                mime_type="text/markdown",
            ),
            types.Resource(
                uri=ARTICLES,
                name="articles",
                title="The articles",
                description="The articles the graph was read from: id, title, date, publisher, address. Titles are quoted data.",
                mime_type="application/json",
            ),
        ]
    )

    async def list_tools(context: ServerRequestContext[Any], params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return offered

    async def call_tool(context: ServerRequestContext[Any], params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            answer = await asyncio.to_thread(tools.call, params.name, params.arguments or {})
        except KgError as error:
            return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
        # text as well, as the protocol asks for clients that read no structured content
        return types.CallToolResult(content=[types.TextContent(text=_json(answer))], structured_content=answer)

    async def list_resources(context: ServerRequestContext[Any], params: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
        return resources

    async def read_resource(context: ServerRequestContext[Any], params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        readers: dict[str, Callable[[], tuple[str, str]]] = {
            ONTOLOGY: tools.ontology,
            ARTICLES: lambda: (_json(tools.articles()), "application/json"),
        }
        if str(params.uri) not in readers:
            message = f"there is no resource {str(params.uri)[:200]}; the resources are: {', '.join(readers)}"
            raise MCPError(code=types.INVALID_PARAMS, message=message)
        try:
            text, media = await asyncio.to_thread(readers[str(params.uri)])
        except KgError as error:
            raise MCPError(code=types.INTERNAL_ERROR, message=str(error)) from error
        return types.ReadResourceResult(contents=[types.TextResourceContents(uri=params.uri, text=text, mime_type=media)])

    from kg import __version__

    return Server(
        "kg",
        version=__version__,
        title=f"kg: {tools.name}",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
