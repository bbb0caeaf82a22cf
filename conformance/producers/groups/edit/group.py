"""The cases of editing: each says which bytes may change, and what Python's json makes of the result.

Files are written regularly, so SPEC.md 13.8 fixes every byte of the result: they are Python's own, of the edited
tree. What the scraps are afterwards is what the reference reads in those bytes.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

import reference
from values import ABSENT, tag

import paths  # noqa: F401
from shapes import SCRAP
from suite import Group, Shaped

from .splices import JUPYTER, Layout, parse, ranges, tree, write

WHY = "a session is about the bytes of a file, and each of them is meant"
NONE = "the reference cannot edit"

group = Group("edit", ["13.3"], level="editor")


def file(*outputs: dict | list, minor: int = 4, layout: Layout = JUPYTER, is_sorted: bool = True) -> Shaped:
    """A notebook of one code cell with these outputs; a list of outputs is a cell of its own."""
    cells = [outputs] if not outputs or isinstance(outputs[0], dict) else outputs
    notebook = {
        "cells": [cell(*one) for one in cells],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": minor,
    }
    if not is_sorted:
        notebook = dict(reversed(notebook.items()))
    return Shaped(write(tree(notebook), layout), WHY)


def cell(*outputs: dict) -> dict:
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": {},
        "outputs": list(outputs),
        "source": ["1\n", "2"],
    }


def payload(name: str, data: object, encoder: str = "json", **more: object) -> dict:
    """A payload as a sorted file holds it."""
    members = {"data": data, "encoder": encoder, "name": name, "version": 1, **more}
    return dict(sorted(members.items()))


def mark(name: str, has_data: bool = True, is_shown: bool = False) -> dict:
    return {"scrapbook": {"data": has_data, "display": is_shown, "name": name}}


def data(name: str, value: object, encoder: str = "json", **more: object) -> dict:
    """A data output as a sorted file holds it."""
    return bundle({SCRAP.format(encoder): payload(name, value, encoder, **more)}, mark(name))


def display(name: str, text: str = "shown") -> dict:
    return bundle({"text/plain": [text]}, mark(name, False, True))


def combined(name: str, value: object, shown: dict, encoder: str = "json", **metadata: object) -> dict:
    return bundle(
        {SCRAP.format(encoder): payload(name, value, encoder), **shown},
        {**metadata, **mark(name, True, True)},
    )


def bundle(members: dict, metadata: dict | None = None, **more: object) -> dict:
    return {"data": members, "metadata": metadata or {}, "output_type": "display_data", **more}


def new_cell(*outputs: dict) -> dict:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": list(outputs),
        "source": [],
    }


def case(
    id: str,
    description: str,
    source: object,
    changes: dict | list[dict],
    edit: Callable[[dict], object] | None = None,
    *,
    layout: Layout = JUPYTER,
    whole: tuple[str, ...] = (),
    allowed: list[str] | None = None,
    regular: bool = True,
    read: bool = True,
    files: dict | None = None,
    non_finite: str | None = None,
    **more: object,
) -> None:
    """Adds a case. `edit` makes of the parsed file what the changes make of it.

    `whole` names values that are written anew whole. `allowed` are texts of the original that may change, where
    trees do not tell. A file that is not `regular` fixes no bytes. `read` is whether the reference reads the result
    as SPEC.md says.
    """

    def expect(original: bytes) -> dict:
        edited = copy.deepcopy(parse(original.decode("utf-8-sig")).value)
        if edit is not None:
            edited = edit(edited) or edited
        result = write(tree(edited), layout)
        told: dict = {"parsed": tag(tree(edited))}
        told["allowedRanges"] = (
            ranges(original, tree(edited), whole) if allowed is None else spots(original, allowed)
        )
        if regular:
            told["bytes"] = {"$sha256": hashlib.sha256(result).hexdigest(), "length": len(result)}
        if edit is None:
            assert result == original, id
            told = {"bytes": {"$bytes": base64.b64encode(result).decode()}}
        if read:
            told["scraps"] = read_by_reference(result)
        return told

    group.case(
        f"edit-{id}",
        description,
        source,
        files=files,
        run={"op": "edit", "changes": [changes] if isinstance(changes, dict) else changes}
        | ({"nonFinite": non_finite} if non_finite else {}),
        expect=None if "error" in more else expect,
        none=NONE,
        **more,
    )


def spots(original: bytes, texts: list[str]) -> list[list[int]]:
    """The places of texts that the original holds once."""
    found = []
    for text in texts:
        assert original.count(text.encode()) == 1, text
        start = original.index(text.encode())
        found.append([start, start + len(text.encode())])
    return sorted(found)


def read_by_reference(content: bytes) -> list:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edited.ipynb"
        path.write_bytes(content.removeprefix(b"\xef\xbb\xbf"))
        got = reference.answer({"op": "read"}, [{"key": "nb", "path": str(path)}])
    assert "result" in got, got
    return [
        {
            "name": scrap["name"],
            "encoder": scrap["encoder"],
            "data": scrap.get("data", ABSENT),
            "display": scrap.get("display"),
        }
        for scrap in got["result"]["scraps"]
    ]


def setting(name: str, value: object, **more: object) -> dict:
    known = isinstance(value, dict) and any(str(key).startswith("$") for key in value)
    return {"set": {"name": tag(name), "value": value if known else tag(value), **more}}


def removing(name: str) -> dict:
    return {"remove": tag(name)}


def renaming(old: str, new: str, **more: object) -> dict:
    return {"rename": [tag(old), tag(new)], **more}


def copying(name: str, source: str = "other", **more: object) -> dict:
    return {"copy": {"from": source, "name": tag(name), **more}}
