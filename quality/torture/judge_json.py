"""Says of each text on standard input, `1` or `0`, whether Python's json reads it. Before each text stands its length."""

import json
import struct
import sys

while head := sys.stdin.buffer.read(4):
    text = sys.stdin.buffer.read(struct.unpack("<I", head)[0])
    try:
        json.loads(text.decode("utf-8"))
        answer = b"1"
    except ValueError:
        answer = b"0"
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
