"""The bytes of a file: how JSON may be laid out, and what is no JSON."""

import gzip

from shapes import JSON, Members, Raw, bundle, code, data, notebook, payload, write
from suite import OWN, Group, Shaped, raw, scrap

group = Group("json", ["12.2"])
case = group.case
LAYOUT = "Jupyter writes one layout"
BROKEN = "no library writes what is no JSON"
BOOK = notebook(code(data("x", [1, "ä 😀"]), data("y", "two", "text")))
GOOD = write(BOOK)
ONE = write(notebook(code(data("x", 1))))


def good(id: str, description: str, content: bytes, **more: object) -> None:
    case(f"json-{id}", description, raw(LAYOUT, content), **more)


good("as-jupyter-writes", "a file as Jupyter writes it is read", GOOD)
good("minified", "a minified file is read", write(BOOK, indent=None, separators=(",", ":")).rstrip(b"\n"))
good("one-line", "a file on one line is read", write(BOOK, indent=None))
good("indent-4", "a file indented by four spaces is read", write(BOOK, indent=4))
good("indent-tabs", "a file indented by tabs is read", write(BOOK, indent="\t"))
good("crlf", "a file with CR LF at its line ends is read", GOOD.replace(b"\n", b"\r\n"))
good("cr", "a file with CR at its line ends is read", GOOD.replace(b"\n", b"\r"))
good("no-final-newline", "a file without a line end at its end is read", GOOD.rstrip())
good(
    "white-space-around",
    "white space before and after the text is read",
    b"\n\t \r\n" + GOOD + b"\r\n \t\n\n",
)
good(
    "white-space-everywhere",
    "white space may stand between all tokens",
    GOOD.replace(b'": ', b'"\t\r\n : ').replace(b",\n", b" \n ,\n"),
)
good("unsorted", "keys may stand in any order", write(dict(reversed(BOOK.items())), sort=False))
good(
    "nbformat-last",
    "nbformat may stand behind the cells",
    write({"metadata": {}, "cells": BOOK["cells"], "nbformat_minor": 4, "nbformat": 4}, sort=False),
)
good("ascii", "all characters may be escaped", write(BOOK, ascii_only=True))
good(
    "escaped-keys",
    "keys may be escaped",
    ONE.replace(b'"cells"', b'"\\u0063ells"')
    .replace(b'"outputs"', b'"output\\u0073"')
    .replace(b'"data": {', b'"d\\u0061ta": {')
    .replace(b'"encoder"', b'"\\u0065ncoder"'),
)
good(
    "duplicate-cells",
    "of two members cells the last counts",
    write(
        Members(
            ("cells", [code(data("y", 2))]),
            ("metadata", {}),
            ("nbformat", 4),
            ("nbformat_minor", 4),
            ("cells", [code(data("x", 1))]),
        ),
        sort=False,
    ),
    text_at=False,
    spec=["12.2", "1.2"],
)
good(
    "duplicate-nbformat",
    "of two members nbformat the last counts",
    write(
        Members(
            ("nbformat", 3),
            ("cells", []),
            ("metadata", None),
            ("nbformat", 4),
            ("nbformat_minor", 4),
            ("metadata", {}),
        ),
        sort=False,
    ),
    spec=["12.2", "1.2"],
)
good(
    "duplicate-mime",
    "of two equal MIME types in a bundle the last counts",
    write(
        notebook(code(bundle(Members((JSON, payload("y", 2)), ("text/plain", "a"), (JSON, payload("x", 1))))))
    ),
    text_at=False,
    spec=["12.2", "1.2"],
)
good(
    "duplicate-outputs",
    "of two members outputs of a cell the last counts",
    write(
        notebook(
            Members(
                ("cell_type", "code"),
                ("outputs", [data("y", 2)]),
                ("metadata", {}),
                ("source", ""),
                ("execution_count", 1),
                ("outputs", [data("x", 1)]),
            )
        )
    ),
    text_at=False,
    spec=["12.2", "1.2"],
)
good(
    "nan-in-metadata",
    "NaN and infinities may stand anywhere",
    write(notebook(code(data("x", 1)), metadata={"a": [Raw("NaN"), Raw("-Infinity"), Raw("Infinity")]})),
)
good(
    "nested-metadata",
    "metadata may be nested",
    write(notebook(code(data("x", 1)), metadata={"a": Raw("[" * 150 + "]" * 150)})),
)
good(
    "long-string",
    "a long text elsewhere does no harm",
    write(notebook(code(data("x", 1), source="a" * 100_000))),
)
good(
    "bom",
    "a byte order mark is skipped",
    b"\xef\xbb\xbf" + ONE,
    expect={"scraps": [scrap("x", 1, source="1")]},
    differs="the reference refuses a byte order mark",
)


def bad(
    id: str,
    description: str,
    content: bytes,
    code: str,
    differs: str | None = None,
    spec: list[str] | None = None,
) -> None:
    case(f"json-{id}", description, Shaped(content, BROKEN), error=(code, ""), differs=differs, spec=spec)


bad("empty", "an empty file is no JSON", b"", "json-empty")
bad("only-white-space", "white space alone is no JSON", b" \n\t\r\n", "json-empty")
bad("only-bom", "a byte order mark alone is no JSON", b"\xef\xbb\xbf", "json-empty")
for word, end, note in [
    ("in-object", ONE.rindex(b'"nbformat"'), "inside an object"),
    ("in-key", ONE.rindex(b"format_minor"), "inside a key"),
    ("in-text", ONE.index(b"book.scrap"), "inside a text"),
    ("after-colon", ONE.rindex(b": ") + 1, "after a colon"),
    ("before-last-brace", len(ONE.rstrip()) - 1, "before its last brace"),
    ("in-array", ONE.index(b'"outputs": [') + 12, "inside an array"),
    ("first-byte", 1, "after its first byte"),
]:
    bad(f"truncated-{word}", f"a file that ends {note} is truncated", ONE[:end], "json-truncated")
bad(
    "truncated-in-character",
    "a file that ends inside a character is truncated",
    GOOD[: GOOD.index("😀".encode()) + 2],
    "json-truncated",
)
bad(
    "truncated-in-literal",
    "a file that ends inside a literal is truncated",
    b'{"metadata": {"a": nul',
    "json-truncated",
)
bad(
    "truncated-in-number",
    "a file that ends inside a number is truncated",
    b'{"metadata": {"a": 1.',
    "json-truncated",
)
bad(
    "truncated-in-escape",
    "a file that ends inside an escape is truncated",
    b'{"metadata": {"a": "\\u00',
    "json-truncated",
)

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")
bad("png", "a picture is no JSON", PNG + bytes(range(256)), "json-utf8")
bad("gzip", "a compressed file is no JSON", gzip.compress(ONE, mtime=0), "json-syntax")
bad(
    "utf-16-le-bom",
    "UTF-16 with its mark is not UTF-8",
    b"\xff\xfe" + ONE.decode().encode("utf-16-le"),
    "json-utf8",
)
bad(
    "utf-16-be-bom",
    "UTF-16 of big ends with its mark is not UTF-8",
    b"\xfe\xff" + ONE.decode().encode("utf-16-be"),
    "json-utf8",
)
bad("utf-16-le", "UTF-16 without a mark is no JSON", ONE.decode().encode("utf-16-le"), "json-syntax")
bad(
    "utf-16-be",
    "UTF-16 of big ends without a mark is no JSON",
    ONE.decode().encode("utf-16-be"),
    "json-syntax",
)
bad(
    "latin-1",
    "Latin-1 is not UTF-8",
    write(notebook(code(data("x", "ä!", "text")))).replace("ä".encode(), b"\xe4"),
    "json-utf8",
)
for word, piece, note in [
    ("overlong", b"\xc0\xaf", "an overlong form"),
    ("overlong-3", b"\xe0\x80\x80", "an overlong form of three bytes"),
    ("surrogate", b"\xed\xa0\x80", "an encoded surrogate"),
    ("beyond-unicode", b"\xf4\x90\x80\x80", "a character beyond U+10FFFF"),
    ("continuation", b"\x80", "a continuation byte alone"),
    ("cut", b"\xf0\x9f\x98 ", "a character cut short"),
    ("ff", b"\xff", "the byte FF"),
]:
    bad(f"utf-8-{word}", f"{note} is not UTF-8", ONE.replace(b'"x"', b'"x' + piece + b'"'), "json-utf8")
bad("second-bom", "a second byte order mark is no JSON", b"\xef\xbb\xbf\xef\xbb\xbf" + ONE, "json-syntax")
bad(
    "umlaut-outside",
    "a character outside of texts is no JSON",
    ONE.replace(b'"nbformat"', "ä".encode() + b'"nbformat"'),
    "json-syntax",
)

for word, content, note in [
    ("text-after-end", ONE + b"x", "text after the end"),
    ("two-texts", ONE + ONE, "a second notebook after the first"),
    ("nul-after-end", ONE + b"\0", "a zero byte after the end"),
    ("html", b"<!DOCTYPE html>\n<html></html>\n", "an HTML page"),
    ("conflict", b"<<<<<<< ours\n" + ONE, "a file with a merge conflict"),
    ("python", b"import scrapbook\n", "a Python file"),
    ("comma-after-last-member", ONE.rstrip()[:-2] + b",\n}", "a comma after the last member"),
    (
        "comma-after-last-element",
        ONE.replace(b'"metadata": {},', b'"metadata": {"a": [1,]},', 1),
        "a comma after the last element",
    ),
    ("comma-missing", ONE.replace(b",\n", b"\n", 1), "a missing comma"),
    ("colon-missing", ONE.replace(b'": ', b'" ', 1), "a missing colon"),
    ("single-quotes", ONE.replace(b'"', b"'"), "text in single quotes"),
    ("bare-key", ONE.replace(b'"cells"', b"cells"), "a key without quotes"),
    ("number-as-key", ONE.replace(b'"cells"', b"1"), "a number as key"),
    ("comment", b"// a notebook\n" + ONE, "a comment"),
    ("wrong-bracket", ONE.rstrip()[:-1] + b"]", "a bracket that closes a brace"),
    ("no-break-space", b"\xc2\xa0" + ONE, "a no-break space"),
    ("form-feed", b"\x0c" + ONE, "a form feed"),
]:
    bad(word, f"{note} is no JSON", content, "json-syntax")
for word, text, note in [
    ("line-end-in-text", b'"a\nb"', "a line end inside a text"),
    ("tab-in-text", b'"a\tb"', "a tab inside a text"),
    ("nul-in-text", b'"a\0b"', "a zero byte inside a text"),
    ("bad-escape", rb'"\x41"', "an unknown escape"),
    ("bad-unicode-escape", rb'"\u12g4"', "an escape without four hexadecimal digits"),
    ("leading-zero", b"01", "a number that begins with 0"),
    ("plus", b"+1", "a number with a plus"),
    ("bare-fraction", b".5", "a number that begins with a point"),
    ("bare-point", b"1.,", "a number that ends with a point"),
    ("bare-exponent", b"1e,", "a number without the digits of its exponent"),
    ("two-minus", b"--1", "a number with two minus signs"),
    ("hexadecimal", b"0x10", "a hexadecimal number"),
    ("small-nan", b"nan", "nan"),
    ("inf", b"inf", "inf"),
    ("undefined", b"undefined", "undefined"),
    ("capital-true", b"True", "True"),
    ("plus-infinity", b"+Infinity", "+Infinity"),
]:
    bad(
        word,
        f"{note} is no JSON",
        ONE.replace(b'"metadata": {},', b'"metadata": {"a": ' + text + b"},", 1),
        "json-syntax",
    )

for word, content, note in [
    ("array", b"[]", "an array"),
    ("null", b"null", "null"),
    ("string", b'"x"', "a text"),
    ("number", b"4", "a number"),
    ("true", b"true", "true"),
]:
    bad(f"root-{word}", f"{note} is no notebook", content, "notebook-not-object", OWN, ["12.3"])

DEEP = "the reference fails with a RecursionError"
bad(
    "depth",
    "10,001 nested arrays are too many",
    b"[" * 10_001 + b"]" * 10_001,
    "json-depth",
    DEEP,
    ["12.2", "15"],
)
bad("depth-open", "depth is told before the missing end", b"[" * 20_000, "json-depth", DEEP, ["12.2", "15"])
bad(
    "depth-10000",
    "10,000 nested arrays are JSON, and no notebook",
    b"[" * 10_000 + b"]" * 10_000,
    "notebook-not-object",
    DEEP,
    ["12.2", "15"],
)
