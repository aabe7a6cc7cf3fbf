#!/usr/bin/env python3
"""Hostile and slow clients against a running server: what they send is refused, and nobody else
notices.

    tests/serve_attacks.py build/dev/guanlan
"""
import http.client
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

HOST = "127.0.0.1"
FORM = "----guanlan"


class Server:
    def __init__(self, binary, database):
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.command = [binary, "--db", database, "serve", "--port", str(self.port)]
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                if self.get("/healthz")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server does not answer")

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def get(self, path, headers=None):
        return self.ask("GET", path, None, headers)

    def raw(self, data, wait=5):
        with socket.create_connection((HOST, self.port), timeout=wait) as s:
            try:
                s.sendall(data)
                out = b""
                while True:
                    block = s.recv(65536)
                    if not block:
                        return out
                    out += block
                    if len(out) > 200000:
                        return out
            except (TimeoutError, ConnectionError):
                return b""

    def csrf(self):
        return json.loads(self.get("/api/v1/session")[2])["csrf"]


def form(name, content):
    return (f'--{FORM}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
            ).encode() + content + f"\r\n--{FORM}--\r\n".encode()


def upload(server, name, content):
    status, _, body = server.ask(
        "POST", "/api/v1/documents", form(name, content),
        {"Content-Type": f"multipart/form-data; boundary={FORM}", "X-CSRF-Token": server.csrf()})
    assert status == 202, (status, body)
    job = json.loads(body)["job"]
    for _ in range(300):
        state = json.loads(server.get(f"/api/v1/jobs/{job}")[2])
        if state["ended"]:
            return state["files"][0]
        time.sleep(0.1)
    raise AssertionError("the import does not end")


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def huge_and_broken_requests(server):
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    assert status_of(server.raw(head + b"X: " + b"a" * 200000 + b"\r\n\r\n")) in (0, 413, 431)
    assert status_of(server.raw(b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")) in (0, 414, 431)
    assert status_of(server.raw(b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) == 400
    assert status_of(server.raw(b"GET /api/v1/items?kind=%c0%af HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) == 400
    for junk in (b"\0" * 1000, b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
        server.raw(junk, 2)
    too_long = b"POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nX-CSRF-Token: " + \
        server.csrf().encode() + b"\r\nContent-Length: 99999999999\r\n\r\n"
    assert status_of(server.raw(too_long)) == 413


def paths(server):
    for path in ("/../../../../etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                 "/assets/../../../etc/passwd", "//etc/passwd", "/..\\..\\etc\\passwd"):
        status, _, body = server.get(path)
        assert b"root:" not in body, path
        assert status in (200, 400, 404), (path, status)
    assert server.get("/api/v1/documents/..%2f..%2fetc%2fpasswd/file")[0] == 404


def other_sites(server):
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1.evil.example"):
        assert server.get("/api/v1/items", {"Host": host})[0] == 421, host
    body, kind = form("a.txt", b"x"), {"Content-Type": f"multipart/form-data; boundary={FORM}"}
    assert server.ask("POST", "/api/v1/documents", body, kind)[0] == 403
    token = {"X-CSRF-Token": server.csrf()}
    for foreign in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert server.ask("POST", "/api/v1/documents", body, {**kind, **token, **foreign})[0] == 403, foreign
        assert server.ask("POST", "/mcp", "{}", {"Content-Type": "application/json", **foreign})[0] == 403, foreign
    assert server.ask("POST", "/mcp", "{}", {"Content-Type": "text/plain"})[0] == 415
    _, headers, _ = server.get("/api/v1/items", {"Origin": "https://evil.example"})
    assert not any(name.lower().startswith("access-control") for name in headers)


def hostile_uploads(server, folder):
    for name in ("../../../../escape.txt", "..\\..\\escape.txt", "/etc/escape.txt", "a/../escape.txt"):
        assert upload(server, name, f"示例通报\n\n{name}\n".encode())["file"] == "escape.txt"
    assert not list(pathlib.Path(folder).rglob("escape.txt"))
    script = "<img src=x onerror=alert(1)>.html"
    page = "<html><body><h1>示例通报</h1><p>4月12日，通报了&lt;script&gt;alert(1)&lt;/script&gt;应用。</p></body></html>"
    assert upload(server, script, page.encode())["state"] == "done"
    _, headers, body = server.get("/api/v1/items?limit=200")
    assert headers["Content-Type"] == "application/json"
    assert headers["X-Content-Type-Options"] == "nosniff"
    rows = json.loads(body)["items"]
    row = next(r for r in rows if r["file"] == script)
    source = json.loads(server.get(f"/api/v1/items/{row['id']}/source")[2])
    assert "<script>" in source["text"]
    _, headers, _ = server.get(f"/api/v1/documents/{row['document']}/file")
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in headers["Content-Security-Policy"]


def slow_clients(server):
    """Two hundred clients send a byte a second; the others are served meanwhile."""
    stop = threading.Event()
    sockets = []
    for _ in range(200):
        s = socket.create_connection((HOST, server.port))
        s.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        sockets.append(s)

    def trickle():
        while not stop.wait(1):
            for s in list(sockets):
                try:
                    s.sendall(b"X")
                except OSError:
                    sockets.remove(s)

    thread = threading.Thread(target=trickle)
    thread.start()
    try:
        slowest = 0.0
        end = time.time() + 25
        while time.time() < end and sockets:
            began = time.time()
            assert server.get("/healthz")[0] == 200
            slowest = max(slowest, time.time() - began)
            time.sleep(0.05)
        assert not sockets, f"{len(sockets)} slow clients are still connected"
        assert slowest < 2, f"another client waited {slowest:.1f} s"
        print(f"    slow clients were cut off; the slowest other answer took {slowest * 1000:.0f} ms")
    finally:
        stop.set()
        thread.join()


def accounts(binary, database):
    """Wrong passwords, planted sessions, roles, throttling."""
    def add(name, role):
        subprocess.run([binary, "--db", database, "users", "add", name, "--role", role],
                       input="correct horse battery\n", text=True, check=True)

    add("admin", "admin")
    add("reader", "reader")
    with Server(binary, database) as server:
        def login(user, password, headers=None):
            return server.ask("POST", "/api/v1/session", json.dumps({"user": user, "password": password}),
                              {"Content-Type": "application/json", **(headers or {})})

        assert server.get("/api/v1/items")[0] == 401
        assert server.ask("POST", "/mcp", "{}", {"Content-Type": "application/json"})[0] == 401
        assert login("reader", "wrong")[0] == 401
        assert login("nobody", "wrong")[0] == 401
        planted = "planted-by-somebody-else"
        status, headers, body = login("reader", "correct horse battery", {"Cookie": f"guanlan={planted}"})
        assert status == 200
        cookie = headers["Set-Cookie"].split(";")[0]
        assert planted not in cookie and "HttpOnly" in headers["Set-Cookie"]
        assert "SameSite=Strict" in headers["Set-Cookie"]
        assert server.get("/api/v1/items", {"Cookie": f"guanlan={planted}"})[0] == 401
        mine = {"Cookie": cookie}
        assert server.get("/api/v1/items", mine)[0] == 200
        assert server.get("/api/v1/users", mine)[0] == 403
        token = {"X-CSRF-Token": json.loads(body)["csrf"]}
        assert server.ask("POST", "/api/v1/documents", b"x", {**mine, **token})[0] == 403  # a reader
        assert server.ask("DELETE", "/api/v1/session", None, mine)[0] == 403  # without the token
        assert server.ask("DELETE", "/api/v1/session", None, {**mine, **token})[0] == 204
        assert server.get("/api/v1/items", mine)[0] == 401
        codes = [login("admin", f"guess {i}")[0] for i in range(12)]
        assert codes[-1] == 429 and login("admin", "correct horse battery")[0] == 429, codes
    made = subprocess.run([binary, "--db", database, "users", "token", "admin", "--role", "reader"],
                          capture_output=True, text=True, check=True).stdout.strip()
    stored = b"".join(p.read_bytes() for p in pathlib.Path(database).parent.glob(pathlib.Path(database).name + "*"))
    assert made.encode() not in stored and b"correct horse" not in stored
    with Server(binary, database) as server:
        bearer = {"Authorization": "Bearer " + made}
        assert server.get("/api/v1/items", bearer)[0] == 200
        assert server.get("/api/v1/users", bearer)[0] == 403  # the token may less than its admin


def graceful_stop(server):
    """A request that runs is answered; an open event stream ends."""
    with socket.create_connection((HOST, server.port), timeout=20) as s:
        s.sendall(b"GET /api/v1/items HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        server.process.send_signal(signal.SIGTERM)
        assert s.recv(65536).startswith(b"HTTP/1.1 200")
    assert server.process.wait(15) == 0


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        with Server(binary, folder + "/a.db") as server:
            for attack in (huge_and_broken_requests, paths, other_sites, slow_clients):
                attack(server)
                assert server.get("/healthz")[0] == 200, attack.__name__
                print("  " + attack.__name__.replace("_", " ") + ": fine")
            hostile_uploads(server, folder)
            print("  hostile uploads: fine")
            server.process.send_signal(signal.SIGHUP)
            time.sleep(0.5)
            assert server.get("/healthz")[0] == 200
            graceful_stop(server)
            print("  reload and graceful stop: fine")
        accounts(binary, folder + "/b.db")
        print("  accounts: fine")


if __name__ == "__main__":
    main()
