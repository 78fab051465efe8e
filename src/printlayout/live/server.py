"""The server of the live preview: four routes, answered from memory. No path of a request reaches the file system.

``/`` is the site, ``/events`` says what has changed (server-sent events), ``/image/NAME`` is a picture by the hash of
its content, ``/favicon.ico`` is nothing. Everything else is 404.

Only requests that name this machine are answered: a page of another site whose name has been turned to this address
(DNS rebinding) names itself. Nor are requests that a page of another site makes.
"""

from __future__ import annotations

import contextlib
import ipaddress
import json
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from printlayout.live.state import State
from printlayout.preview.site import kind, live_site

LOOPBACK = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds after which an open line is used, so that one whose browser has gone is noticed."""
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = "default-src 'none'; frame-ancestors 'none'"


class Server(ThreadingHTTPServer):
    """Serves a state. ``host`` is the address it is bound to, and a name requests may use."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 32

    def __init__(self, state: State, host: str, port: int, lang: str) -> None:
        """:raises OSError: if the address can't be had."""
        self.state = state
        self.host = host
        self.lang = lang
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        super().__init__(address[:2] if family == socket.AF_INET else address, _Handler)  # type: ignore[arg-type]

    def server_bind(self) -> None:
        """Bind, without asking for the machine's name as the base class does: that may take seconds."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        """What to open in a browser."""
        host = str(self.server_address[0])
        if ipaddress.ip_address(host).is_unspecified:
            host = LOOPBACK
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        return ipaddress.ip_address(str(self.server_address[0])).is_loopback

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is nothing to tell."""

    def knows(self, host: str) -> bool:
        """Whether a request's ``Host`` names this machine: an address, localhost, or the name it was told to bind."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in ("localhost", self.host.lower()):
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "printlayout"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _answer(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            if not self.server.knows(self.headers.get("Host", "")):
                self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
                return
            if self._foreign():
                self._refuse(HTTPStatus.FORBIDDEN)
                return
            path, _, query = self.path.partition("?")
            if path == "/":
                page, policy = live_site(self.server.state.data(), self.server.lang)
                self._send(page, "text/html; charset=utf-8", policy)
            elif path == "/events":
                self._events(query)
            elif path.startswith("/image/") and (picture := self.server.state.image(path.removeprefix("/image/"))):
                self._send(picture, kind(picture), cache="private, max-age=86400, immutable")
            elif path == "/favicon.ico":
                self._head(HTTPStatus.NO_CONTENT)
            else:
                self._refuse(HTTPStatus.NOT_FOUND)

    def _foreign(self) -> bool:
        """Whether a page of another site asks. A link there may lead here, but nothing be loaded into that page."""
        if self.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin"):
            return False
        return (self.headers.get("Sec-Fetch-Mode"), self.headers.get("Sec-Fetch-Dest")) != ("navigate", "document")

    def _head(self, status: HTTPStatus, policy: str = POLICY, cache: str = "no-store", **facts: str) -> None:
        self.send_response(status)
        for name, value in {**SAFE, "Content-Security-Policy": policy, "Cache-Control": cache}.items():
            self.send_header(name, value)
        for name, value in facts.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        body = f"{status.value} {status.phrase}\n".encode()
        self._head(status, Content_Type="text/plain; charset=utf-8", Content_Length=str(len(body)))
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send(self, data: bytes, kind: str, policy: str = POLICY, cache: str = "no-store") -> None:
        self._head(HTTPStatus.OK, policy, cache, Content_Type=kind, Content_Length=str(len(data)))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self, query: str) -> None:
        """Say what changes until one of both sides has enough."""
        self.close_connection = True
        self._head(HTTPStatus.OK, Content_Type="text/event-stream; charset=utf-8", Connection="close")
        if self.command == "HEAD":
            return
        since = self.headers.get("Last-Event-ID") or parse_qs(query).get("since", [""])[0]
        state = self.server.state
        self.wfile.write(b"retry: 500\n\n")
        while not state.closed:
            news = state.news(since, HEARTBEAT)
            if news is None:
                self.wfile.write(b":\n\n")
                continue
            since, told = news
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            self.wfile.write(f"id: {since}\ndata: {text}\n\n".encode())
