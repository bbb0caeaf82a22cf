"""Brings the cases of editing into their group: `group.make()` writes them."""

from __future__ import annotations

import edit_copy
import edit_display
import edit_new
import edit_refuse
import edit_remove
import edit_rename
import edit_set
from edit_group import group

__all__ = ["group", "parts"]

parts = [edit_set, edit_display, edit_new, edit_remove, edit_rename, edit_copy, edit_refuse]
