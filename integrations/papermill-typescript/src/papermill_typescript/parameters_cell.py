"""What a parameters cell declares, for `papermill --help-notebook`. It reads declarations, not the language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papermill.models import Parameter

GAP = r"(?:\s|//[^\n]*|/\*.*?\*/)*"
TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[\w$]+|=>|.""",
    re.DOTALL | re.VERBOSE,
)
DECLARATION = re.compile(r"(?:export\s+)?(?:let|const|var)\s+(.*)", re.DOTALL)
DECLARATOR = re.compile(r"(?P<name>[\w$]+)\s*(?::\s*(?P<type>.*?))?\s*(?:=(?!>)\s*(?P<value>.*))?", re.DOTALL)
# A comma starts a declarator if a name and a type, a value or nothing more follow: other commas are within types.
NEXT_DECLARATOR = re.compile(rf"{GAP}[\w$]+\s*(?:[:=,;]|$)", re.DOTALL)
# A line goes on where it ends with such a sign, or the next one starts with one.
GOES_ON = ("=", ",", "|", "&", "+", "-", "*", "?", ":", ".", "<", "=>")
NEXT_GOES_ON = re.compile(r"\s*[=,|&+\-*?:.<]")
TYPES = {
    "boolean": r"true|false",
    "NoneType": r"null|undefined",
    "bigint": r"-?\d[\d_]*n",
    "number": r"-?(?:[\d_]*\.?[\d_]+(?:e[+-]?\d+)?|\d[\d_]*\.|0[xob][\da-f_]+|NaN|Infinity)",
    "string": r"([\"'`]).*\1",
    "array": r"\[.*\]",
    "object": r"\{.*\}",
}


@dataclass
class Piece:
    """A statement, or what a comma ends in it, without comments; and the comment behind it."""

    starts: bool
    text: str = ""
    comment: str = ""


def parameters_of(source: str) -> list[Parameter]:
    """The variables that the cell declares: each with its type, its default, and the comment on its last line."""
    found: dict[str, Parameter] = {}
    declares = False
    for piece in _pieces(source):
        text = " ".join(piece.text.split())
        if piece.starts:
            declaration = DECLARATION.fullmatch(text)
            declares = declaration is not None
            text = declaration[1] if declaration else ""
        declarator = DECLARATOR.fullmatch(text) if declares else None
        if declarator is not None:
            name, kind, value = declarator["name"], declarator["type"], declarator["value"] or "undefined"
            found[name] = Parameter(name, kind or _type_of(value), value, piece.comment)
    return list(found.values())


def _pieces(source: str) -> list[Piece]:
    pieces = [Piece(starts=True)]
    ended: Piece | None = None
    depth = 0
    for token in TOKEN.finditer(source):
        text, piece = token[0], pieces[-1]
        if text == "\n" and not piece.text.strip():
            ended = None
        elif token["comment"]:
            described = piece if piece.text.strip() else ended
            if depth == 0 and described is not None:
                described.comment = text.strip("/* \n")
        elif depth == 0 and _ends(piece, text, source, token.end()):
            # A comment on the rest of the line is about what ended.
            ended = piece if text != "\n" else None
            pieces.append(Piece(starts=text != ","))
        else:
            depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
            piece.text += text
    return pieces


def _ends(piece: Piece, sign: str, source: str, end: int) -> bool:
    if sign == "\n":
        return not piece.text.rstrip().endswith(GOES_ON) and not NEXT_GOES_ON.match(source, end)
    return sign == ";" or sign == "," and NEXT_DECLARATOR.match(source, end) is not None


def _type_of(value: str) -> str:
    """The type of a literal; what papermill takes for an unknown one of all else."""
    return next((name for name, form in TYPES.items() if re.fullmatch(form, value, re.DOTALL | re.IGNORECASE)), "None")
