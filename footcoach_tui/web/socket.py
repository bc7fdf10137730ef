"""The line between a page and its app."""

import asyncio

from aiohttp import WSCloseCode, WSMsgType, web

from footcoach_tui.boundary.paths import PathError
from footcoach_tui.web.children import Children, FullError, Place
from footcoach_tui.web.messages import MAX_BYTES, Focused, Pinged, Resized, Typed, read_message

_HEARTBEAT_SECONDS = 15
_MAX_DIGITS = 4
FULL, FAILED = 4001, 4002
"""Codes with which a line is closed: too many apps, and an app that cannot start."""


async def serve_socket(
    request: web.Request, name: str, children: Children
) -> web.WebSocketResponse:
    """Show a person's app in the page, until one of them goes."""
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_SECONDS, max_msg_size=MAX_BYTES)
    await socket.prepare(request)
    try:
        place = await children.open(name, socket.send_bytes)
    except FullError:
        await socket.close(code=FULL)
        return socket
    code = int(WSCloseCode.OK)
    try:
        await place.child.start(_number(request, "width"), _number(request, "height"))
        await _pass_messages(socket, place, children)
    except (OSError, PathError):
        code = FAILED
    finally:
        await children.close(name, place)
        await socket.close(code=code)
    return socket


async def _pass_messages(socket: web.WebSocketResponse, place: Place, children: Children) -> None:
    """Pass on what the page reports; the line is closed when the app has ended."""

    async def close_after_app() -> None:
        await place.child.wait()
        await socket.close()

    closing = asyncio.create_task(close_after_app())
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await _pass_on(message.data, socket, place, children)
    finally:
        closing.cancel()


async def _pass_on(
    text: str, socket: web.WebSocketResponse, place: Place, children: Children
) -> None:
    match read_message(text):
        case Typed(typed):
            children.touch(place)
            await place.child.type(typed)
        case Resized(columns, rows):
            await place.child.resize(columns, rows)
        case Focused():
            await place.child.focus()
        case Pinged(moment):
            await socket.send_json(["pong", moment])


def _number(request: web.Request, name: str) -> int:
    text = request.query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS else 0
