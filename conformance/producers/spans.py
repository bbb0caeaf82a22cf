"""The exact source text of a value in a JSON file, and its tagged form with every number's own text."""

from __future__ import annotations

import json

import paths  # noqa: F401
from values import NumberText, Pairs, tag

_white = " \t\n\r"
_texts = json.JSONDecoder(
    parse_int=NumberText,
    parse_float=NumberText,
    parse_constant=NumberText,
    object_pairs_hook=lambda pairs: Pairs(
        # The last value of a key counts, at the first one's place.
        [key, value]
        for key, value in dict(pairs).items()
    ),
)


def tag_source(text: str) -> object:
    """A JSON text in tagged form, numbers by their text in it. Raises ValueError if it is none."""
    return tag(_texts.decode(text))


def source_at(text: str, pointer: str) -> str:
    """The text at a JSON pointer. Of a key that occurs twice, the last one's."""
    at = _skip(text, 1 if text.startswith("\ufeff") else 0)
    for step in pointer.split("/")[1:]:
        at = _child(text, at, step.replace("~1", "/").replace("~0", "~"))
    return text[at : _end(text, at)]


def _child(text: str, at: int, step: str) -> int:
    found, index, close = None, 0, "]" if text[at] == "[" else "}"
    at = _skip(text, at + 1)
    while text[at] != close:
        if close == "}":
            key, at = json.decoder.scanstring(text, at + 1, True)
            at = _skip(text, _skip(text, at) + 1)
        else:
            key, index = str(index), index + 1
        if key == step:
            found = at
        at = _skip(text, _end(text, at))
        if text[at] == ",":
            at = _skip(text, at + 1)
    if found is None:
        raise KeyError(step)
    return found


def _end(text: str, at: int) -> int:
    return _texts.raw_decode(text, at)[1]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _white:
        at += 1
    return at
