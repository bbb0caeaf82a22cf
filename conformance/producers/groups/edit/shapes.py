"""The outputs, notebooks and changes of them that the cases of editing are made of."""

from __future__ import annotations

from shapes import JSON, RECORD

from .group import bundle, data, display, file, new_cell

STREAM = {"name": "stdout", "output_type": "stream", "text": ["said\n"]}
OUTPUTS = "/cells/0/outputs"
SHOWN = {"data": {"$object": [["text/plain", "new"], ["image/png", "AAAA\nAAAA"]]}}
PLAIN = {"data": {"$object": [["text/plain", "new"]]}}
SEPARATOR = bundle({})


def outputs(notebook: dict, index: int = 0) -> list:
    return notebook["cells"][index]["outputs"]


def payload_of(notebook: dict, index: int = 0, mime: str = JSON) -> dict:
    return outputs(notebook)[index]["data"][mime]


def put(value: object, index: int = 0, mime: str = JSON, key: str = "data"):
    """Replaces a member of a payload."""
    return lambda notebook: payload_of(notebook, index, mime).__setitem__(key, value)


def become(*left: dict):
    """The outputs of the first cell afterwards."""
    return lambda notebook: notebook["cells"][0].__setitem__("outputs", list(left))


def added(*new: dict):
    """A new cell at the end."""
    return lambda notebook: notebook["cells"].append(new_cell(*new))


def record(**members: object) -> dict:
    return bundle({RECORD: members})


def papermill(name: str) -> dict:
    return bundle({"text/plain": ["old"]}, {"papermill": {"name": name}})


def myst(name: str, prefix: str) -> dict:
    return bundle({f"{prefix}text/plain": ["old"]}, {"scrapbook": {"mime_prefix": prefix, "name": name}})


ONE = file(data("x", 1))
TWO = file(data("x", 1), data("y", "b", "text"))
PAIR = file(data("x", 1), display("x"))
