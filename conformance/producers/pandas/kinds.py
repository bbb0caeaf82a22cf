"""The kinds of frames, by name: `frames.py` and `labels.py` list theirs here."""

from __future__ import annotations

KINDS: dict[str, callable] = {}


def kind(make):
    """Lists a function under its name, with `-` for `_`."""
    KINDS[make.__name__.replace("_", "-")] = make
    return make
