"""Runs a program in a pseudo-terminal, and tells what a person would see.

stdin: {"argv": [...], "cwd": ..., "env": {name: text or null}, "columns": 80, "input": [[when, what], ...], "pipe": false}
Each `what` is typed once `when` has been seen. With "pipe", standard error is a pipe, not the terminal.
stdout: {"screen": ..., "err": ..., "code": ...}
"""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios

asked = json.load(sys.stdin)
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, asked["columns"], 0, 0))


def own_terminal():
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


child = subprocess.Popen(
    asked["argv"],
    cwd=asked["cwd"],
    env={name: value for name, value in {**os.environ, **asked["env"]}.items() if value is not None},
    stdin=slave,
    stdout=slave,
    stderr=subprocess.PIPE if asked["pipe"] else slave,
    preexec_fn=own_terminal,
)
os.close(slave)
screen = b""
typed = 0
while True:
    ready, _, _ = select.select([master], [], [], 120)
    if not ready:
        child.kill()
        break
    try:
        piece = os.read(master, 65536)
    except OSError:
        break
    if not piece:
        break
    screen += piece
    while typed < len(asked["input"]) and asked["input"][typed][0].encode() in screen:
        os.write(master, asked["input"][typed][1].encode())
        typed += 1
err = child.stderr.read() if asked["pipe"] else b""
code = child.wait()
json.dump(
    {
        "screen": screen.decode("utf-8", "replace"),
        "err": err.decode("utf-8", "replace"),
        "code": code if code >= 0 else 128 - code,
    },
    sys.stdout,
)
