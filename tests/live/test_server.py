"""What the live preview answers, and what it never does: nothing outside its routes, nobody but this machine."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from pages import small
from printlayout.live.server import LOOPBACK, Server
from printlayout.live.state import State

PICTURE = b"\xff\xd8\xff\xe0 a picture"
RUN = "from printlayout.cli.main import run; raise SystemExit(run())"


@pytest.fixture
def state() -> State:
    return State(7)


@pytest.fixture
def server(state: State) -> Iterator[Server]:
    with Server(state, LOOPBACK, 0, "zh") as found:
        thread = Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield found
        state.close()
        found.shutdown()
        thread.join()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """An answer, read; ``Host`` is this machine unless it is said."""
    line = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=5)
    line.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        line.putheader(name.replace("_", "-"), value)
    line.endheaders()
    answer = line.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    line.close()
    return answer


def test_the_site_comes_with_a_policy_that_lets_nothing_else_in(server: Server) -> None:
    answer = ask(server, "/")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert answer.status == 200 and answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "script-src 'sha256-" in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
    assert answer.getheader("Access-Control-Allow-Origin") is None


def test_pictures_are_asked_by_their_hash(server: Server, state: State) -> None:
    name = state.keep(PICTURE)
    answer = ask(server, f"/image/{name}")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "image/jpeg")
    assert answer.body == PICTURE  # type: ignore[attr-defined]
    assert ask(server, f"/image/{name}", "HEAD").getheader("Content-Length") == str(len(PICTURE))


@pytest.mark.parametrize(
    "path",
    [
        "/issue.yaml", "/image/", "/image/../issue.yaml", "/image/..%2fissue.yaml", "/../../etc/passwd", "//etc/passwd",
        "/image/%2e%2e/%2e%2e/etc/passwd", "/image//etc/passwd", "/..\\..\\issue.yaml", "/image/\\issue.yaml", "/.",
        "/stories/one.md", "/index.html", "/events/", "/image/%00", "file:///etc/passwd", "*", "/?/../issue.yaml/..",
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(server: Server, path: str) -> None:
    answer = ask(server, path)
    if path.startswith("/?"):
        assert answer.getheader("Content-Type", "").startswith("text/html")  # type: ignore[union-attr]
    else:
        assert answer.status == 404
        assert answer.body == b"404 Not Found\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_done_but_asking(server: Server, method: str) -> None:
    assert ask(server, "/", method).status == 501


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.0.0.1:8123", "[::1]:8123", "localhost:1", "192.168.1.7"]
)
def test_hosts_that_are_this_machine(server: Server, host: str) -> None:
    assert ask(server, "/", Host=host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example:8123", "127.0.0.1.evil.example", "", "[", "a@b"]
)
def test_names_turned_to_this_machine_are_refused(server: Server, host: str) -> None:
    """DNS rebinding: the browser believes to be on another site, and says so."""
    for path in ("/", "/events"):
        assert ask(server, path, Host=host).status == 421


def test_pages_of_other_sites_can_load_nothing(server: Server, state: State) -> None:
    name = state.keep(PICTURE)
    for path in ("/events", f"/image/{name}", "/"):
        for kind in ("cross-site", "same-site"):
            assert ask(server, path, Sec_Fetch_Site=kind, Sec_Fetch_Mode="no-cors").status == 403
    frame = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}
    assert ask(server, "/", **frame).status == 403
    assert ask(server, "/", **frame | {"Sec_Fetch_Dest": "document"}).status == 200  # a link leads here


def test_what_is_no_request_is_no_trouble(server: Server) -> None:
    for said in (
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 50,
        b"GET " + b"a" * 70_000,
    ):
        with socket.create_connection((LOOPBACK, server.server_port), 5) as line:
            line.sendall(said)
    assert ask(server, "/").status == 200


def test_only_this_machine_is_listened_to(server: Server) -> None:
    assert server.local and server.server_address[0] == "127.0.0.1"
    assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_events_tell_what_is_new_and_end_with_the_server(server: Server, state: State) -> None:
    line = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=5)
    line.request("GET", f"/events?since={state.data()['version']}")
    answer = line.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    state.stop_at([{"message": "坏了"}], {})
    said = b"".join(answer.fp.readline() for _ in range(4)).decode()
    assert said.startswith("retry: 500\n\nid: 7-1\ndata: ")
    assert json.loads(said.partition("data: ")[2])["faults"] == [{"message": "坏了"}]
    state.close()
    assert answer.fp.read() in (b"\n", b"\n:\n\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    """With a browser on the line and the finished files being looked at."""
    folder = small.write(tmp_path / "issue", small.story(small.han(138)))
    command = [sys.executable, "-c", RUN, "--lang", "en", "serve", str(folder), "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        try:
            assert run.stdout is not None
            address = run.stdout.readline().split()[1]
            assert address.startswith("http://127.0.0.1:")
            assert "01" in run.stdout.readline()
            port = int(address.rstrip("/").rpartition(":")[2])
            line = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
            line.request("GET", "/events?since=")
            assert line.getresponse().fp.readline() == b"retry: 500\n"
            run.send_signal(number)
            said, told = run.communicate(timeout=20)
        finally:
            run.kill()
    assert (run.returncode, said, told) == (0, "stopped\n", "")
    with pytest.raises(OSError):
        socket.create_connection((LOOPBACK, port), 1)


def test_a_port_that_is_taken_is_told(server: Server, tmp_path: Path) -> None:
    folder = small.write(tmp_path / "issue", small.story(small.han(138)))
    command = [sys.executable, "-c", RUN, "serve", str(folder), "--port", str(server.server_port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 2 and "[serve.no-address]" in done.stderr and "--port 0" in done.stderr
