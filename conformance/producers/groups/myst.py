"""myst-nb's glued outputs, made by myst-nb itself."""

from kernel import IMPORT
from shapes import JSON, RECORD, bundle, code, data, notebook, payload, write
from suite import Glued, Group, Shown, at, raw, scrap, shaped
from values import tag

group = Group("myst", ["8"])
case = group.case
MYST = "from myst_nb import glue\n"
HIDDEN = "application/papermill.record/"
WHY = "myst-nb writes no such output"
PLAIN = "the reference takes the output for none of its own"
CRASH = "the reference takes the hidden keys for records, and fails with an AttributeError"
html = "from IPython.display import HTML\n"


def display(metadata: dict, **data: object) -> dict:
    return {"outputType": "display_data", "data": tag(data), "metadata": tag(metadata)}


def meta(name: object, prefix: object) -> dict:
    return {"scrapbook": {"mime_prefix": prefix, "name": name}}


def myst(*cells: str) -> Glued:
    return Glued(list(cells), MYST)


case(
    "myst-shown",
    "what myst-nb glued and showed is a display",
    myst('glue("x", 1)'),
    expect={"scraps": [scrap("x", encoder="display", display=Shown(0, 0))]},
    differs=PLAIN,
)
case(
    "myst-hidden",
    "what myst-nb glued and hid is a display, its prefix taken off",
    myst('glue("x", 1, display=False)'),
    expect={
        "scraps": [scrap("x", encoder="display", display=display(meta("x", HIDDEN), **{"text/plain": "1"}))]
    },
    differs=CRASH,
)
case(
    "myst-hidden-html",
    "every key of a hidden output loses its prefix",
    myst(html + 'glue("x", HTML("<b>one</b>"), display=False)'),
    expect={
        "scraps": [
            scrap(
                "x",
                encoder="display",
                display=display(
                    meta("x", HIDDEN),
                    **{"text/html": "<b>one</b>", "text/plain": "<IPython.core.display.HTML object>"},
                ),
            )
        ]
    },
    differs=CRASH,
)
case(
    "myst-hidden-lines",
    "lines are joined by the key without its prefix",
    myst('glue("x", __import__("pandas").DataFrame({"a": [1]}), display=False)'),
    expect={"scraps": [scrap("x", encoder="display", display=Shown(0, 0, HIDDEN))]},
    differs=CRASH,
    spec=["8", "5.3"],
)
case(
    "myst-beside-scrapbook",
    "scrapbook's scraps stand beside myst-nb's",
    Glued(['glue("x", 1)\nsb.glue("y", 2)\nglue("z", 3, display=False)'], MYST + IMPORT),
    expect={
        "scraps": [
            scrap("x", encoder="display", display=Shown(0, 0)),
            scrap("y", 2),
            scrap("z", encoder="display", display=display(meta("z", HIDDEN), **{"text/plain": "3"})),
        ]
    },
    differs=CRASH,
)
case(
    "myst-completes-data",
    "myst-nb's output right after the data of its name completes it",
    Glued(['sb.glue("x", 1)\nglue("x", 1)'], MYST + IMPORT),
    expect={"scraps": [scrap("x", 1, display=Shown(0, 1))]},
    differs=PLAIN,
    spec=["8", "6.2"],
)
case(
    "myst-replaces-display",
    "of two outputs of myst-nb the last counts",
    myst('glue("x", 1)\nglue("y", 2)', 'glue("x", 3)'),
    expect={
        "scraps": [
            scrap("x", encoder="display", display=Shown(1, 0)),
            scrap("y", encoder="display", display=Shown(0, 1)),
        ]
    },
    differs=PLAIN,
)
case(
    "myst-no-payload",
    "a payload in myst-nb's output is not read",
    shaped(WHY, code(bundle({JSON: payload("y", 1)}, meta("x", "")))),
    expect={"scraps": [scrap("x", encoder="display", display=Shown(0, 0))]},
    differs="the reference reads the payload, and no display",
)
case(
    "myst-no-flag",
    "the display flag in myst-nb's output does not count",
    shaped(
        WHY,
        code(bundle({"text/plain": "1"}, {"scrapbook": {"name": "x", "mime_prefix": "", "display": False}})),
    ),
    expect={"scraps": [scrap("x", encoder="display", display=Shown(0, 0))]},
    differs=PLAIN,
)
case(
    "myst-other-prefix",
    "any prefix is taken off the keys that have it",
    shaped(WHY, code(bundle({"p/text/plain": "1", "text/html": "<b>"}, meta("x", "p/")))),
    expect={
        "scraps": [
            scrap(
                "x",
                encoder="display",
                display=display(meta("x", "p/"), **{"text/plain": "1", "text/html": "<b>"}),
            )
        ]
    },
    differs=PLAIN,
)
case(
    "myst-keys-become-equal",
    "of keys that become equal the last value counts, at the first place",
    raw(
        WHY,
        write(
            notebook(
                code(bundle({"text/plain": "a", "text/html": "b", "p/text/plain": "c"}, meta("x", "p/")))
            ),
            sort=False,
        ),
    ),
    expect={
        "scraps": [
            scrap(
                "x",
                encoder="display",
                display={
                    "outputType": "display_data",
                    "data": {"$object": [["text/plain", "c"], ["text/html", "b"]]},
                },
            )
        ]
    },
    differs=PLAIN,
)
case(
    "myst-prefix-not-text",
    "a mime_prefix that is no text is not myst-nb's",
    shaped(WHY, code(bundle({JSON: payload("y", 1)}, meta("x", None)))),
)
case(
    "myst-without-name",
    "myst-nb's output without a name is nothing",
    shaped(WHY, code(bundle({"text/plain": "1"}, {"scrapbook": {"mime_prefix": ""}}))),
)
case(
    "myst-without-name-no-record",
    "myst-nb's output without a name holds no record either",
    shaped(WHY, code(bundle({RECORD: {"x": 1}}, meta("", "")), data("y", 2))),
    expect={"scraps": [scrap("y", 2)]},
    differs="the reference reads the record",
)
case(
    "myst-name-number",
    "a name of myst-nb's that is a number is an error",
    shaped(WHY, code(bundle({"text/plain": "1"}, meta(1, "")))),
    error=("notebook-name-not-string", at(0, 0) + "/metadata/scrapbook/name"),
    differs=PLAIN,
    spec=["8", "12.4"],
)
