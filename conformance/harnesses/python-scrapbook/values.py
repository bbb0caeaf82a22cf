"""Values as the cases write them: what any JSON parser keeps (CASES.md, Values)."""

from __future__ import annotations

import base64
import math
import re


class NumberText(str):
    """A number by its text in a file, where the text matters."""


class Pairs(list):
    """An object's members in order, as [key, value]."""


ABSENT = {"$absent": True}
ANY = {"$any": True}


def has_lone_surrogate(text: str) -> bool:
    return re.search("[\ud800-\udfff]", text) is not None


def tag_text(text: str) -> object:
    """Text, by its UTF-16 units if it holds a lone surrogate."""
    if has_lone_surrogate(text):
        return {"$string16": text.encode("utf-16-be", "surrogatepass").hex().upper()}
    return text


def tag_number(value: int | float) -> dict:
    if isinstance(value, float):
        value = float(value)
        if math.isnan(value):
            return {"$number": "NaN"}
        if math.isinf(value):
            return {"$number": "Infinity" if value > 0 else "-Infinity"}
    return {"$number": repr(value)}


def tag(value: object) -> object:
    """A Python value in tagged form. Mappings keep their order."""
    if isinstance(value, NumberText):
        return {"$number": str(value)}
    if isinstance(value, Pairs):
        return {"$object": [[tag_text(key), tag(item)] for key, item in value]}
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        return tag_text(str(value))
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, float):
        return tag_number(float(value))
    if isinstance(value, int):
        return tag_number(int(value))
    if isinstance(value, dict):
        return {"$object": [[tag_text(key), tag(item)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)):
        return [tag(item) for item in value]
    if hasattr(value, "item"):  # a numpy scalar
        return tag(value.item())
    return {"$other": type(value).__name__}


def untag_text(value: object) -> str:
    if isinstance(value, dict):
        return bytes.fromhex(value["$string16"]).decode("utf-16-be", "surrogatepass")
    return value


def untag_number(text: str) -> int | float:
    """As Python's json reads it."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}.get(text) or float(text)


def untag(value: object) -> object:
    """The Python value of a tagged one. Unknown tags raise KeyError."""
    if isinstance(value, list):
        return [untag(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$number" in value:
        return untag_number(value["$number"])
    if "$string16" in value:
        return untag_text(value)
    if "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    return {untag_text(key): untag(item) for key, item in value["$object"]}


def same(expected: object, got: object) -> bool:
    """Whether two tagged values agree at the level `exact`. Python keeps 1 and 1.0 apart, so we do."""
    if expected == ANY:
        return True
    if isinstance(expected, dict) and isinstance(got, dict):
        if "$number" in expected and "$number" in got:
            return _same_number(untag_number(expected["$number"]), untag_number(got["$number"]))
        if "$object" in expected and "$object" in got:
            expected, got = expected["$object"], got["$object"]
        elif "$string16" in expected or "$string16" in got:
            return expected == got
        else:
            return expected.keys() == got.keys() and all(same(expected[k], got[k]) for k in expected)
    if isinstance(expected, int) and not isinstance(expected, bool) and isinstance(got, dict):
        return same({"$number": str(expected)}, got)
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(map(same, expected, got))
    return type(expected) is type(got) and expected == got


def _same_number(a: int | float, b: int | float) -> bool:
    if type(a) is not type(b):
        return False
    if isinstance(a, float) and math.isnan(a):
        return math.isnan(b)
    return a == b and (a != 0 or math.copysign(1, a) == math.copysign(1, b))
