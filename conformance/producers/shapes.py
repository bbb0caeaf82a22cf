"""Notebooks whose shape no library writes, as JSON.

They are written as Jupyter writes: UTF-8, indent 1, keys sorted, a line feed at the end, unless the
case is about the writing. A `Raw` stands in them for JSON text that Python's json would not write.
"""

from __future__ import annotations

import json
import re

SCRAP = "application/scrapbook.scrap.{}+json"
JSON = SCRAP.format("json")
TEXT = SCRAP.format("text")
RECORD = "application/papermill.record+json"


class Raw:
    """A piece of JSON text that goes into the file as it is."""

    def __init__(self, text: str):
        self.text = text


class Members:
    """An object whose members stand in the file as they are here: in order, twice if need be."""

    def __init__(self, *members: tuple):
        self.members = members


def payload(
    name: object = "x", data: object = 1, encoder: object = "json", version: object = 1, **more: object
) -> dict:
    """A payload; a member that is `...` is left out."""
    members = {"name": name, "data": data, "encoder": encoder, "version": version, **more}
    return {key: value for key, value in members.items() if value is not ...}


def bundle(
    data: object, metadata: object = None, output_type: object = "display_data", **more: object
) -> dict:
    return {
        "output_type": output_type,
        "data": data,
        "metadata": {} if metadata is None else metadata,
        **more,
    }


def data(name: object = "x", value: object = 1, encoder: object = "json", **more: object) -> dict:
    """The data output that glue emits."""
    mime = SCRAP.format(encoder) if isinstance(encoder, str) else JSON
    return bundle(
        {mime: payload(name, value, encoder, **more)},
        {"scrapbook": {"name": name, "data": True, "display": False}},
    )


def display(name: object = "x", text: object = "shown", **more: object) -> dict:
    """The display output that glue emits."""
    return bundle({"text/plain": text}, {"scrapbook": {"name": name, "data": False, "display": True}}, **more)


def holding(value: object, mime: str = JSON) -> dict:
    """An output that bears exactly this under a scrap's MIME type."""
    return bundle({mime: value}, {"scrapbook": {"name": "x", "data": True, "display": False}})


def code(*outputs: object, **more: object) -> dict:
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": {},
        "outputs": list(outputs),
        "source": "",
        **more,
    }


def markdown(source: str = "", **more: object) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source, **more}


def stream(text: str = "said\n", name: str = "stdout", **more: object) -> dict:
    return {"output_type": "stream", "name": name, "text": text, **more}


def notebook(*cells: object, **more: object) -> dict:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 4, **more}


def without(value: dict, *keys: str) -> dict:
    return {key: item for key, item in value.items() if key not in keys}


def write(
    value: object, indent: int | None = 1, sort: bool = True, ascii_only: bool = False, separators=None
) -> bytes:
    """As Jupyter writes; a value with `Members` is never sorted inside them."""
    raws: list[str] = []

    def plain(item: object) -> object:
        if isinstance(item, Raw):
            raws.append(item.text)
            return f"\0raw{len(raws) - 1}\0"
        if isinstance(item, Members):
            # Keys are made unique, and in the order of this writing; the marks are taken out below.
            return {f"\0{place:03}\0{key}": plain(value) for place, (key, value) in enumerate(item.members)}
        if isinstance(item, dict):
            return {key: plain(value) for key, value in item.items()}
        return [plain(value) for value in item] if isinstance(item, (list, tuple)) else item

    text = json.dumps(
        plain(value), indent=indent, sort_keys=sort, ensure_ascii=ascii_only, separators=separators
    )
    text = re.sub(r"\\u0000\d{3}\\u0000", "", text)
    text = re.sub(r'"\\u0000raw(\d+)\\u0000"', lambda found: raws[int(found[1])], text)
    # A lone surrogate can only stand in a file as its escape.
    text = re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return (text + "\n").encode()
