"""The fence around the Model Context Protocol's SDK: tools and resources over standard input and output."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from kg.errors import KgError
from kg.mcp.forms import schema
from kg.mcp.menu import INSTRUCTIONS, MENU
from kg.mcp.tools import Tools, ontology
from kg.serve import Desk
from mcp import MCPError, types

ONTOLOGY = "kg://ontology"
ARTICLES = "kg://articles"
_QUIET = types.ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def run(target: str, timeout: float, version: str) -> None:
    """Answers until standard input ends. ``timeout`` is that of one query, in seconds."""
    asyncio.run(_run(target, timeout, version))


async def _run(target: str, timeout: float, version: str) -> None:
    desk = Desk(target, timeout=timeout)
    try:
        made = server(Tools(target, desk, version))
        # the search reads all names first: better while the agent still thinks what to ask
        ready = asyncio.create_task(desk.explore(lambda explorer: explorer.search("a")))
        async with stdio_server() as (received, sent):
            await made.run(received, sent, made.create_initialization_options())
        ready.cancel()
        with suppress(asyncio.CancelledError, KgError):  # whoever asks for the same is told what failed
            await ready
    finally:
        await desk.close()


def server(tools: Tools) -> Server[Any]:
    """The server of these tools, not yet running."""
    offered = types.ListToolsResult(
        tools=[
            types.Tool(name=entry.name, title=entry.title, description=entry.about, input_schema=schema(entry.fields), annotations=_QUIET)
            for entry in MENU
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
            answer = await tools.call(params.name, params.arguments or {})
        except KgError as error:
            return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
        # text as well, as the protocol asks for clients that read no structured content
        return types.CallToolResult(content=[types.TextContent(text=_json(answer))], structured_content=answer)

    async def list_resources(context: ServerRequestContext[Any], params: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
        return resources

    async def read_resource(context: ServerRequestContext[Any], params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        uri = str(params.uri)
        if uri not in (ONTOLOGY, ARTICLES):
            message = f"there is no resource {uri[:200]}; the resources are: {ONTOLOGY}, {ARTICLES}"
            raise MCPError(code=types.INVALID_PARAMS, message=message)
        try:
            text, media = ontology() if uri == ONTOLOGY else (_json(await tools.articles()), "application/json")
        except KgError as error:
            raise MCPError(code=types.INTERNAL_ERROR, message=str(error)) from error
        return types.ReadResourceResult(contents=[types.TextResourceContents(uri=params.uri, text=text, mime_type=media)])

    return Server(
        "kg",
        version=tools.version,
        title=f"kg: {tools.name}",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
