"""Edits: see edit_cases.py, which the files beside it fill."""

from edit_cases import group

__all__ = ["group"]
