#!/usr/bin/env python3
"""Alerts through the real binary to a web server and a mail server of this machine.

    tests/alerts_endpoint.py build/dev/guanlan
"""
import base64
import email
import hashlib
import hmac
import http.server
import json
import os
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SECRET = "sesame"
posts, mails = [], []
refusals = 0


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global refusals
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = 503 if refusals > 0 else 200
        refusals -= 1
        if status == 200:
            posts.append((self.path, dict(self.headers), body))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(b'{"errcode":0,"code":0}')

    def log_message(self, *_):
        pass


class Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline():
            word = line.split()[0].upper() if line.split() else b""
            if word == b"DATA":
                self.say("354 go on")
                text = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    text += part
                mails.append(text)
            elif word == b"QUIT":
                return self.say("221 bye")
            self.say("250 fine")


def served(kind, handler):
    server = kind(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def notice(n):
    return f"示例省通信管理局通报第{n}批应用\n\n2024年4月{n}日，示例省通信管理局通报示例应用。\n"


def main():
    binary = Path(sys.argv[1]).resolve()
    web = served(http.server.ThreadingHTTPServer, Hook)
    smtp = served(socketserver.ThreadingTCPServer, Mail)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        environment = {**os.environ, "HOOK_SECRET": SECRET, "XDG_CONFIG_HOME": str(folder), "no_proxy": "*"}

        def run(*words, code=0):
            done = subprocess.run([binary, *words, "--db", folder / "x.db"], capture_output=True, text=True, env=environment, timeout=60)
            assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
            return done

        def add(n):
            (folder / f"{n}.txt").write_text(notice(n))
            run("add", folder / f"{n}.txt")

        config = folder / "alerts.yaml"
        config.write_text(f"""
channels:
- {{kind: webhook, name: own, url: 'http://127.0.0.1:{web}/own', secret_env: HOOK_SECRET}}
- {{kind: webhook, name: ding, url: 'http://127.0.0.1:{web}/ding?access_token=x', secret_env: HOOK_SECRET, format: dingtalk}}
- {{kind: webhook, name: feishu, url: 'http://127.0.0.1:{web}/feishu', secret_env: HOOK_SECRET, format: feishu}}
- {{kind: webhook, name: wecom, url: 'http://127.0.0.1:{web}/wecom', format: wecom}}
- {{kind: email, url: 'smtp://127.0.0.1:{smtp}', from: a@example.org, to: [b@example.org], plain: true}}
""")
        add(1)
        run("alerts", "add", "通报", "通报")
        run("alerts", "run", "--config", config)
        assert not posts and not mails, "told what was there before"

        global refusals
        refusals = 1
        add(2)
        run("alerts", "run", "--config", config)
        assert len(posts) == 4, posts
        sent = {path.split("?")[0]: (path, headers, body) for path, headers, body in posts}
        _, headers, body = sent["/own"]
        signed = hmac.new(SECRET.encode(), headers["X-Guanlan-Timestamp"].encode() + b"." + body, hashlib.sha256).hexdigest()
        assert headers["X-Guanlan-Signature"] == "sha256=" + signed
        assert json.loads(body)["alerts"][0]["title"] == "示例省通信管理局通报第2批应用"
        feishu = json.loads(sent["/feishu"][2])
        key = (feishu["timestamp"] + "\n" + SECRET).encode()
        assert feishu["sign"] == base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
        assert "sign=" in sent["/ding"][0] and json.loads(sent["/wecom"][2])["msgtype"] == "markdown"
        letter = email.message_from_bytes(mails[0])
        assert "第2批" in letter.get_payload(decode=True).decode()
        assert SECRET not in letter.as_string()

        run("alerts", "run", "--config", config)
        assert len(posts) == 4 and len(mails) == 1, "told twice"

        dead = folder / "dead.yaml"
        dead.write_text("channels:\n- {kind: webhook, name: dead, url: 'http://127.0.0.1:9/'}\n")
        run("alerts", "run", "--config", dead)  # a new channel begins here
        add(3)
        failed = run("alerts", "run", "--config", dead, code=3)
        assert "dead" in failed.stderr and "[io]" in failed.stderr

        # The server looks as soon as it runs; notice 3 is still to be told to the others.
        server = subprocess.Popen([binary, "serve", "--port", "0", "--alerts", "1", "--alert-config", config,
                                   "--db", folder / "x.db"], env=environment, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if len(posts) == 8 and len(mails) == 2:
                break
            time.sleep(0.1)
        server.terminate()
        assert server.wait(10) == 0 and len(posts) == 8 and len(mails) == 2, (len(posts), len(mails))
    print("alerts: 4 webhooks, 1 mail, retried, signed, told once, by the server too")


if __name__ == "__main__":
    main()
