"""Pages as the browser gets them: nothing in them comes from elsewhere, and none is stored."""

from html import escape
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
_POLICY = (
    "default-src 'none'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; "  # xterm.js writes its colours as styles
    "connect-src 'self' {socket}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def page(name: str, *, problem: str = "", status: int = 200) -> web.Response:
    """Return a page of our own; `problem` is the sentence in it."""
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    return web.Response(
        text=text.replace("{problem}", escape(problem)), content_type="text/html", status=status
    )


def set_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Set the headers of every answer."""
    sockets = (
        f"ws://{request.host} wss://{request.host}"  # older browsers do not count them as 'self'
    )
    response.headers["Content-Security-Policy"] = _POLICY.format(socket=sockets)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if not request.path.startswith(("/static/", "/client/")):
        response.headers["Cache-Control"] = "no-store"
