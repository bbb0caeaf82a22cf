"""Brings the cases of editing into their group: `group.make()` writes them."""

from __future__ import annotations

from . import copy, display, new, refuse, remove, rename, set
from .group import group

__all__ = ["group", "parts"]

parts = [set, display, new, remove, rename, copy, refuse]
