#!/usr/bin/env python3
"""A server on loopback that behaves as a test wants it, and notes what it is sent.

    server.py http|smtp MODE RECORD [CERTIFICATE KEY]

Prints its port. RECORD becomes a JSON list of what happened, written anew before each reply. Ends when its standard input
does, or after a minute. Only Python's own library is used; it reads mails independently of who wrote them.
"""

import base64
import email
import email.policy
import json
import os
import socket
import ssl
import sys
import threading
import time

KIND, MODE, RECORD = sys.argv[1:4]
CERTIFICATE = sys.argv[4:6]

events = []
lock = threading.Lock()


def note(event, **facts):
    with lock:
        events.append({"event": event, **facts})
        with open(RECORD + ".new", "w", encoding="utf-8") as file:
            json.dump(events, file)
        os.replace(RECORD + ".new", RECORD)


def count(event):
    with lock:
        return sum(1 for known in events if known["event"] == event)


def encrypted(connection):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*CERTIFICATE)
    return context.wrap_socket(connection, server_side=True)


def text64(data):
    return base64.b64encode(data).decode("ascii")


class Lines:
    """What comes over a connection, line by line or by count."""

    def __init__(self, connection):
        self.connection, self.buffer = connection, b""

    def fill(self):
        data = self.connection.recv(65536)
        if not data:
            raise ConnectionError("closed")
        self.buffer += data

    def line(self):
        while b"\n" not in self.buffer:
            self.fill()
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line + b"\n"

    def bytes(self, wanted):
        while len(self.buffer) < wanted:
            self.fill()
        data, self.buffer = self.buffer[:wanted], self.buffer[wanted:]
        return data


# -- HTTP ------------------------------------------------------------------------------------------------------------

STATUS = {"ok": 200, "500": 500, "404": 404, "429": 429, "408": 408, "301": 301, "204": 204, "echo": 401}


def http(connection):
    if MODE == "drop-at-once":
        note("connection")
        return
    lines = Lines(connection)
    request = lines.line().decode("latin-1").split(" ")
    headers = {}
    while True:
        line = lines.line().decode("utf-8").rstrip("\r\n")
        if not line:
            break
        name, value = line.split(":", 1)
        headers[name.strip().lower()] = value.strip()
    body = lines.bytes(int(headers.get("content-length", "0")))
    note("request", method=request[0], path=request[1], headers=headers, body=text64(body))
    if MODE == "hang":
        time.sleep(60)
    elif MODE == "drop":
        pass
    elif MODE == "drop-in-head":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le")
    elif MODE == "drop-in-body":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
    elif MODE == "slow-body":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
        time.sleep(60)
    elif MODE == "nonsense":
        connection.sendall(b"\x00\xff\x00 what?\r\n\r\n")
    elif MODE in ("huge", "huge-500"):
        status = "500 Oh" if MODE == "huge-500" else "200 OK"
        connection.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 1000000000\r\n\r\n".encode())
        sent = 0
        try:
            while sent < 1_000_000_000:
                sent += connection.send(b"x" * 65536)
        finally:
            note("sent", count=sent)
    elif MODE == "continue":
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    else:
        status = STATUS["500" if MODE == "500-once" and count("request") == 1 else "ok" if MODE == "500-once" else MODE]
        answer = b""
        extra = ""
        if MODE == "429":
            extra = "Retry-After: 7\r\n"
        if MODE == "301":
            extra = f"Location: http://{headers['host']}/elsewhere\r\n"
        if MODE == "echo":
            answer = ("\x1b[31mno\x07 " + request[1] + " " + json.dumps(headers)).encode()
        if MODE == "404":
            answer = "\n  Không có ở đây\r\nline two".encode()
        connection.sendall(
            f"HTTP/1.1 {status} Reason\r\n{extra}Content-Length: {len(answer)}\r\n\r\n".encode() + answer)


# -- SMTP ------------------------------------------------------------------------------------------------------------

USER, PASSWORD = "báo cáo", "mật khẩu ~!@#"


def smtp(connection):
    state = {"lines": Lines(connection), "connection": connection, "tls": MODE == "tls", "rcpt": []}

    def say(text):
        state["connection"].sendall((text + "\r\n").encode())

    def hear():
        return state["lines"].line().rstrip(b"\r\n").decode("utf-8")

    def sign_in(words):
        mechanism = words[1].upper()
        if mechanism == "PLAIN":
            if len(words) < 3:
                say("334 ")
                words.append(hear())
            _, user, password = base64.b64decode(words[2]).decode().split("\0")
        elif mechanism == "LOGIN":
            say("334 VXNlcm5hbWU6")
            user = base64.b64decode(hear()).decode()
            say("334 UGFzc3dvcmQ6")
            password = base64.b64decode(hear()).decode()
        else:
            say("504 5.5.4 unknown")
            return
        note("auth", mechanism=mechanism, user=user, password=password, tls=state["tls"])
        if MODE == "auth-later":
            say("454 4.7.0 later")
        elif MODE == "auth-echo":
            say(f"535 5.7.8 wrong: {password} {words[-1]}")
        elif (user, password) == (USER, PASSWORD) or MODE == "starttls-any":
            say("235 2.7.0 welcome")
        else:
            say("535 5.7.8 wrong password")

    def receive():
        note("data")
        if MODE == "data-refused":
            say("451 4.3.0 not now")
            return True
        say("354 go on")
        if MODE == "drop-in-data":
            state["lines"].bytes(2000)
            return False
        raw, longest = b"", 0
        while True:
            line = state["lines"].line()
            longest = max(longest, len(line))
            if line == b".\r\n":
                break
            raw += line[1:] if line.startswith(b".") else line
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        note(
            "mail", sender=state["from"], recipients=state["rcpt"], raw=text64(raw), longest=longest,
            subject=text64(str(mail["Subject"]).encode("utf-8")),
            body=text64(mail.get_payload(decode=True)), type=mail.get_content_type(),
            charset=mail.get_content_charset(), defects=[str(defect) for defect in mail.defects],
            senderName=mail["From"].addresses[0].display_name, senderAddress=mail["From"].addresses[0].addr_spec,
            to=[address.addr_spec for address in mail["To"].addresses],
            toNames=[address.display_name for address in mail["To"].addresses],
            messageID=mail["Message-ID"], date=mail["Date"].datetime.isoformat(),
            automatic=mail["Auto-Submitted"], version=mail["MIME-Version"], tls=state["tls"])
        if MODE == "drop-after-data":
            return False
        if MODE == "hang-after-data":
            time.sleep(60)
        say({"message-refused": "554 5.7.1 spam", "message-later": "452 4.3.1 full"}.get(MODE, "250 2.0.0 accepted"))
        return True

    if MODE == "hang-at-greeting":
        time.sleep(60)
    if MODE == "refuse-all":
        say("554 5.3.2 no service")
        return
    if MODE == "closing":
        say("421 4.3.2 closing")
        return
    say("220-thử nghiệm\r\n220 ready")
    while True:
        line = hear()
        words = line.split(" ")
        command = words[0].upper()
        note("command", text=line, tls=state["tls"])
        if command in ("EHLO", "HELO"):
            if MODE == "old" and command == "EHLO":
                say("500 what?")
                continue
            if command == "HELO":
                say("250 hello")
                continue
            offers = ["8BITMIME", "SIZE 10000000"]
            if MODE.startswith(("starttls", "auth")) and not state["tls"]:
                offers.append("STARTTLS")
            elif MODE != "plain":
                offers.append("AUTH " + {"starttls-login": "LOGIN", "auth-strange": "X-STRANGE"}.get(MODE, "PLAIN LOGIN"))
            say("\r\n".join("250-" + offer for offer in ["hello"] + offers) + "\r\n250 HELP")
        elif command == "STARTTLS":
            if MODE == "starttls-refused":
                say("454 4.7.0 not available")
                continue
            say("220 go")
            state["connection"] = encrypted(state["connection"])
            state["lines"], state["tls"] = Lines(state["connection"]), True
        elif command == "AUTH":
            sign_in(words)
        elif command == "MAIL":
            if MODE == "sender-refused":
                say("550 5.7.1 not you")
                continue
            state["from"], state["rcpt"] = line[5:], []
            say("250 2.1.0 ok")
        elif command == "RCPT":
            named = count("rcpt")
            note("rcpt", text=line)
            if MODE == "rcpt-4":
                say("450 4.2.1 busy")
            elif MODE == "rcpt-5" or MODE == "second-5" and named == 1:
                say("550-5.1.1 there is\r\n550 5.1.1 no such user")
            elif MODE == "greylist" and named == 0:
                say("451 4.7.1 greylisted, come again")
            else:
                state["rcpt"].append(line[8:])
                say("250 2.1.5 ok")
        elif command == "DATA":
            if not receive():
                return
        elif command == "QUIT":
            if MODE == "hang-at-quit":
                time.sleep(60)
            say("221 2.0.0 bye")
            return
        else:
            say("502 5.5.1 what?")


# --------------------------------------------------------------------------------------------------------------------


def serve(connection):
    try:
        if CERTIFICATE and MODE in ("tls", "ok"):
            connection = encrypted(connection)
        {"http": http, "smtp": smtp}[KIND](connection)
    except Exception as error:  # pylint: disable=broad-except
        note("error", text=f"{type(error).__name__}: {error}")
    finally:
        try:
            connection.close()
        except OSError:
            pass


def accept(listener):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen(64)
with open(RECORD, "w", encoding="utf-8") as empty:
    empty.write("[]")
print(listening.getsockname()[1], flush=True)
threading.Thread(target=accept, args=(listening,), daemon=True).start()
threading.Timer(60, lambda: os._exit(1)).start()
sys.stdin.read()
os._exit(0)
