"""What SPEC.md 13.8 says of bytes: which ranges a change may touch, and how the result is written.

A second telling of it, beside the implementations that are tested: trees are compared, nothing is planned.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from values import NumberText

import paths  # noqa: F401

_scan_string = json.decoder.scanstring
_white = " \t\r\n"


@dataclass
class Node:
    """A JSON value in a text: where it is, and what is in it."""

    start: int
    end: int
    value: object
    # Of an object: key to the key's own span and the value. Of an array: the elements.
    members: dict[str, tuple[int, int, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """How a file is written. Without an indentation all is in one line."""

    indent: str | None = " "
    newline: str = "\n"
    comma: str = ","
    colon: str = ": "
    end: str = "\n"
    mark: bytes = b""


JUPYTER = Layout()
FOUR = Layout(indent="    ")
TABS = Layout(indent="\t", end="")
CRLF = Layout(indent="  ", newline="\r\n", end="\r\n")
MINIFIED = Layout(indent=None, colon=":", end="")
ONE_LINE = Layout(indent=None, comma=", ", end="")
BOM = Layout(mark=b"\xef\xbb\xbf")


def parse(text: str, at: int = 0) -> Node:
    at = skip(text, at)
    if text[at] == '"':
        value, end = _scan_string(text, at + 1, True)
        return Node(at, end, value)
    if text[at] not in "{[":
        end = at
        while end < len(text) and text[end] not in ",]}" + _white:
            end += 1
        token = text[at:end]
        words = {"true": True, "false": False, "null": None}
        return Node(at, end, words[token] if token in words else NumberText(token))
    is_object = text[at] == "{"
    node = Node(at, at, {} if is_object else [])
    at = skip(text, at + 1)
    while text[at] not in "]}":
        if is_object:
            key_start = at
            key, key_end = _scan_string(text, at + 1, True)
            child = parse(text, skip(text, key_end) + 1)
            node.members[key] = (key_start, key_end, child)
            node.value[key] = child.value
        else:
            child = parse(text, at)
            node.items.append(child)
            node.value.append(child.value)
        at = skip(text, child.end)
        if text[at] == ",":
            at = skip(text, at + 1)
    node.end = at + 1
    return node


def skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _white:
        at += 1
    return at


def tree(value: object) -> object:
    """A value with its numbers as text, as `parse` gives it."""
    if isinstance(value, dict):
        return {key: tree(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [tree(item) for item in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return NumberText(json.dumps(value))
    return value


def write(value: object, layout: Layout) -> bytes:
    return layout.mark + (_text(value, layout, 0) + layout.end).encode("utf-8", "surrogatepass")


def _text(value: object, layout: Layout, depth: int) -> str:
    if isinstance(value, NumberText):
        return str(value)
    if isinstance(value, dict) and value:
        items = [
            f"{_quote(key)}{layout.colon}{_text(item, layout, depth + 1)}" for key, item in value.items()
        ]
        return _container("{", items, "}", layout, depth)
    if isinstance(value, list) and value:
        return _container("[", [_text(item, layout, depth + 1) for item in value], "]", layout, depth)
    return _quote(value) if isinstance(value, str) else json.dumps(value)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _container(opening: str, items: list[str], closing: str, layout: Layout, depth: int) -> str:
    if layout.indent is None:
        return opening + layout.comma.join(items) + closing
    line = layout.newline + layout.indent * (depth + 1)
    return f"{opening}{line}{f',{line}'.join(items)}{layout.newline}{layout.indent * depth}{closing}"


def ranges(original: bytes, edited: object, whole: tuple[str, ...] = ()) -> list[list[int]]:
    """The ranges of the original that may change, in bytes.

    `whole`: pointers to values that are written anew though something in them stays.
    """
    text = original.decode("utf-8-sig")
    lead = len(original) - len(text.encode())
    found = [
        [lead + len(text[:start].encode()), lead + len(text[:end].encode())]
        for start, end in _changes(parse(text), edited, "", set(whole))
    ]
    merged: list[list[int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return merged


def _changes(old: Node, new: object, at: str, whole: set[str]) -> list[tuple[int, int]]:
    if old.value == new and _order(old.value) == _order(new):
        return []
    if at not in whole and isinstance(new, dict) and isinstance(old.value, dict):
        keys = list(old.members)
        spans = [(start, child.end) for start, _, child in old.members.values()]
        found = []
        for kind, i, j, k, m in _opcodes(keys, list(new)):
            if kind == "replace" and j - i == m - k:
                # Members that got other keys.
                for key, new_key in zip(keys[i:j], list(new)[k:m], strict=True):
                    start, end, child = old.members[key]
                    found += [(start, end), *_changes(child, new[new_key], f"{at}/{_step(key)}", whole)]
            elif kind == "equal":
                for key in keys[i:j]:
                    found += _changes(old.members[key][2], new[key], f"{at}/{_step(key)}", whole)
            else:
                found += _splice(old, spans, i, j)
        return found
    if at not in whole and isinstance(new, list) and isinstance(old.value, list):
        spans = [(item.start, item.end) for item in old.items]
        found = []
        for kind, i, j, k, m in _opcodes([_key(item) for item in old.value], [_key(item) for item in new]):
            if kind == "replace" and j - i == m - k:
                for place in range(i, j):
                    found += _changes(old.items[place], new[place - i + k], f"{at}/{place}", whole)
            elif kind != "equal":
                found += _splice(old, spans, i, j)
        return found
    return [(old.start, old.end)]


def _splice(old: Node, spans: list[tuple[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    """The bytes that go, or where new ones come, between what stands before i and from j on."""
    if not spans or (i == 0 and j == len(spans)):
        return [(old.start + 1, old.end - 1)]
    if i == 0:
        return [(spans[0][0], spans[j][0])]
    return [(spans[i - 1][1], spans[j - 1][1])]


def _opcodes(old: list, new: list) -> list:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _key(value: object) -> str:
    return json.dumps(value)


def _order(value: object) -> str:
    return json.dumps(value)


def _step(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
