"""Several notebooks as one: keys, order, merged scraps, errors."""

from shapes import JSON, code, data, holding, payload
from suite import Group, at, glued, raw, scrap, shaped

group = Group("scrapbook", ["14.2"])
case = group.case
ALL = {"members": ["notebooks", "scraps", "dataScraps", "displayScraps"]}
A = glued('sb.glue("x", 1)\nsb.glue("y", "a")')
B = glued('sb.glue("y", "b")\nsb.glue("z", 3)\nsb.glue("x", 2)')
first = "scrapbook/scrapbook-two/a.ipynb"
second = "scrapbook/scrapbook-two/b.ipynb"

case(
    "scrapbook-two",
    "the last notebook's scrap counts, at the first one's place",
    files={"a": A, "b": B},
    **ALL,
)
case(
    "scrapbook-two-reversed",
    "the order of notebooks is that in which they are given",
    files={"b": second, "a": first},
    **ALL,
)
case(
    "scrapbook-one",
    "a scrapbook may have one notebook",
    files={"a": first},
    run={"op": "read", "scrapbook": True},
    **ALL,
)
case(
    "scrapbook-keys-any-order",
    "keys keep the order in which they are given",
    files={"b": first, "10": second, "9": first, "a": second, "": first},
    **ALL,
)
case(
    "scrapbook-odd-keys",
    "keys may be any text",
    files={"__proto__": first, "a/b": second, "constructor": first, "😀": second},
    **ALL,
)
case(
    "scrapbook-display-replaces",
    "a merged scrap is the last notebook's, whole",
    files={
        "a": glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>"))'),
        "b": glued('sb.glue("x", 2)'),
    },
    **ALL,
)
case(
    "scrapbook-without-scraps",
    "a notebook without scraps is in the scrapbook",
    files={"a": shaped("a kernel runs no notebook without cells"), "b": first},
    **ALL,
)
case(
    "scrapbook-empty",
    "a scrapbook without notebooks has no scraps",
    files={},
    run={"op": "read", "scrapbook": True},
    expect={"scraps": [], "notebooks": []},
    differs="the reference fails with a StopIteration",
)
BROKEN = raw("no library writes what is no JSON", b'{"cells": [')
ERRORS = {"spec": ["14.1"]}
case(
    "scrapbook-unreadable",
    "a notebook that cannot be read fails the whole reading",
    files={"a": first, "b": BROKEN},
    error=("json-truncated", ""),
    **ERRORS,
)
case(
    "scrapbook-unreadable-collected",
    "a notebook that cannot be read is listed, others are served",
    files={"b": "scrapbook/scrapbook-unreadable/b.ipynb", "a": first},
    options={"onError": "collect"},
    expect={
        "notebooks": [{"key": "a", "scraps": [scrap("x", 1), scrap("y", "a", "text")]}],
        "scraps": [scrap("x", 1), scrap("y", "a", "text")],
        "errors": [{"key": "b", "category": "json", "code": "json-truncated", "path": ""}],
    },
    none="the reference does not collect errors",
    **ERRORS,
)
case(
    "scrapbook-two-unreadable-collected",
    "errors are listed in the order of the notebooks",
    files={
        "c": raw("no library writes such a notebook", b"[]"),
        "a": first,
        "b": "scrapbook/scrapbook-unreadable/b.ipynb",
    },
    options={"onError": "collect"},
    expect={
        "notebooks": [{"key": "a"}],
        "errors": [
            {"key": "c", "category": "notebook", "code": "notebook-not-object", "path": ""},
            {"key": "b", "category": "json", "code": "json-truncated", "path": ""},
        ],
    },
    none="the reference does not collect errors",
    **ERRORS,
)
case(
    "scrapbook-bad-payload",
    "merged scraps fail when one notebook's do",
    files={"a": first, "b": shaped("glue writes no such payload", code(holding(payload(data=None))))},
    error=("payload-member-type", at(0, 0, JSON, "data")),
    spec=["14.2", "12.5"],
)
case(
    "scrapbook-bad-payload-lenient",
    "with strict false, merged scraps leave out a bad one",
    files={
        "a": glued('sb.glue("y", 1)'),
        "b": shaped("glue writes no such payload", code(data("x", 1), holding(payload(data=None, name="y")))),
    },
    options={"strict": False},
    expect={
        "scraps": [scrap("y", 1), scrap("x", 1)],
        "notebooks": [{"key": "a", "scraps": [scrap("y", 1)]}, {"key": "b", "scraps": [scrap("x", 1)]}],
    },
    none="the reference has no lenient reading",
    spec=["14.2", "12.5"],
)
