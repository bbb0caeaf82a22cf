"""Reading in pieces: the same results, whatever is held, and what a limit lets go of."""

import json

import paths
from shapes import JSON, RECORD, Members, bundle, code, data, display, holding, payload, write
from suite import Group, at, failing, raw, scrap, shaped, shown

group = Group("pieces", ["15.1"], level="pieces")
WHY = "glue writes no payload so long in a small notebook"
NONE = "the reference reads notebooks whole"
# Nobody who sets a limit of 1,000 bytes holds these, and everybody holds what is short.
LIMIT = 1000
LONG = "long " * 1000
SHORT = "short " * 50


def case(
    id: str, description: str, source: object, expect: dict, pieces: dict, options: dict | None = None, **more
):
    requires = ["read", "pieces", *(["lenient"] if options and options.get("strict") is False else [])]
    given = (options or {}) | {"pieces": pieces}
    group.case(
        f"pieces-{id}",
        description,
        source,
        options=given,
        expect=expect,
        requires=requires,
        none=NONE,
        **more,
    )


# -- the same as whole --------------------------------------------------------------------------


def again(id: str, size: int, once: bool = True) -> None:
    """The case `id` of another group, in pieces of so many bytes."""
    (file,) = paths.CASES.rglob(f"{id}.json")
    whole = json.loads(file.read_bytes())
    run = whole["run"] | {
        "options": whole["run"].get("options", {}) | {"pieces": {"bytes": size, "once": once}}
    }
    group.case(
        f"pieces-{size}-{id}",
        f"in pieces of {size} the same as whole: {id}",
        whole["files"][0]["path"],
        run=run,
        expect=whole["expect"],
        requires=[*whole["requires"], "pieces"],
        spec=["15.1", *whole["spec"]],
        none=NONE,
    )


for size, ids in {
    1: [
        "json-bom",
        "json-second-bom",
        "json-empty",
        "json-truncated-in-object",
        "json-utf-8-overlong",
        "json-utf-8-cut",
        "json-duplicate-outputs",
        "merge-data-then-display",
        "lenient-every-kind",
        "lenient-papermill",
        "text-emoji",
        "text-low-surrogate",
    ],
    7: [
        "find-two-payloads-in-an-output",
        "lenient-output-parts",
        "lenient-bad-output-parts",
        "myst-hidden",
        "myst-completes-data",
        "display-media-png",
        "legacy-record",
        "run-failed",
    ],
    64: ["numbers-30-digits", "display-lines-joined", "notebook-cells-missing"],
}.items():
    for id in ids:
        again(id, size)


# -- a payload that is too large ----------------------------------------------------------------


def too_large(*steps: object) -> dict:
    return {"code": "payload-too-large", "path": at(*steps)}


def error(code: str, path: str) -> dict:
    return {"error": failing(code, path)["$error"]}


LIMITED = {"bytes": 100, "maxScrapBytes": LIMIT}
LENIENT = {"strict": False}

case(
    "payload-within",
    "a payload within the limit is served",
    shaped(WHY, code(data("x", SHORT))),
    {"scraps": [scrap("x", SHORT)], "problems": []},
    LIMITED,
    LENIENT,
)
case(
    "payload-too-large",
    "a payload over the limit is an error where reading is strict",
    shaped(WHY, code(data("x", LONG), data("y", 1))),
    error("payload-too-large", at(0, 0, JSON, "data")),
    LIMITED,
    spec=["12.5", "15.1"],
)
case(
    "payload-too-large-lenient",
    "a payload over the limit is a problem, and the others are served",
    "pieces/pieces-payload-too-large.ipynb",
    {"scraps": [scrap("y", 1)], "problems": [too_large(0, 0, JSON, "data")]},
    LIMITED,
    LENIENT,
    spec=["12.5", "15.1"],
)
case(
    "payload-too-large-object",
    "an object over the limit is a payload that is too large",
    shaped(WHY, code(data("x", {"a": [1, {"b": LONG}], "c": None}), data("y", 1))),
    {"scraps": [scrap("y", 1)], "problems": [too_large(0, 0, JSON, "data")]},
    LIMITED,
    LENIENT,
)
case(
    "payload-too-large-hides",
    "a payload over the limit does not bring back an older value",
    shaped(WHY, code(data("x", 1), data("x", LONG))),
    {"scraps": [], "problems": [too_large(0, 1, JSON, "data")]},
    LIMITED,
    LENIENT,
    spec=["6.2", "15.1"],
)
case(
    "payload-too-large-then-good",
    "a good payload later is served at the place of one too large",
    shaped(WHY, code(data("x", LONG), data("y", 2), data("x", 1))),
    {"scraps": [scrap("x", 1), scrap("y", 2)], "problems": [too_large(0, 0, JSON, "data")]},
    LIMITED,
    LENIENT,
    spec=["6.2", "15.1"],
)
case(
    "payload-too-large-then-display",
    "a display right after a payload too large does not revive it",
    shaped(WHY, code(data("x", LONG), display("x"))),
    {"scraps": [], "problems": [too_large(0, 0, JSON, "data")]},
    LIMITED,
    LENIENT,
    spec=["6.2", "15.1"],
)
case(
    "payload-too-large-order",
    "a payload too large stands among the problems where it was found",
    shaped(WHY, code(holding(payload("a", None)), data("x", LONG), holding(payload("b", None)))),
    {
        "scraps": [],
        "problems": [
            {"code": "payload-member-type", "path": at(0, 0, JSON, "data")},
            too_large(0, 1, JSON, "data"),
            {"code": "payload-member-type", "path": at(0, 2, JSON, "data")},
        ],
    },
    LIMITED,
    LENIENT,
    spec=["12.5", "15.1"],
)
case(
    "payload-others-faults",
    "a payload too large that is faulty besides is one problem",
    shaped(WHY, code(holding(payload("x", LONG, version=0)))),
    {"scraps": [], "problems": [{"code": "payload-version-unsupported", "path": at(0, 0, JSON, "version")}]},
    LIMITED,
    LENIENT,
    spec=["12.4.1", "15.1"],
)
case(
    "payload-limits-each",
    "the limit is each payload's own, however many there are",
    shaped(WHY, code(*[data(f"x{i}", SHORT) for i in range(9)])),
    {"scraps": [scrap(f"x{i}", SHORT) for i in range(9)], "problems": []},
    LIMITED,
    LENIENT,
)
case(
    "name-too-large",
    "a name over the limit is a problem, and hides no older value",
    shaped(WHY, code(data("x", 1), holding(payload(LONG)), holding(payload(LONG, 2, version=...)))),
    {
        "scraps": [scrap("x", 1)],
        "problems": [
            too_large(0, 1, JSON, "name"),
            {"code": "payload-version-missing", "path": at(0, 2, JSON)},
        ],
    },
    LIMITED,
    LENIENT,
    spec=["6.2", "12.4.1", "15.1"],
)
case(
    "encoder-too-large",
    "an encoder over the limit is found where encoders are looked at",
    shaped(WHY, code(holding(payload("x", None, LONG)), holding(payload("y", 1, LONG)))),
    {
        "scraps": [],
        "problems": [
            {"code": "payload-member-type", "path": at(0, 0, JSON, "data")},
            too_large(0, 1, JSON, "encoder"),
        ],
    },
    LIMITED,
    LENIENT,
    spec=["12.4.1", "15.1"],
)
case(
    "member-too-large",
    "a member that nobody looks at may be over the limit",
    shaped(WHY, code(holding(payload("x", 1, zz=LONG)))),
    {"scraps": [scrap("x", 1)], "problems": []},
    LIMITED,
    LENIENT,
)
case(
    "record-too-large",
    "a record over the limit is a payload that is too large",
    shaped("papermill wrote none so long in a small notebook", code(bundle({RECORD: {"x": LONG}}), data("y", 1))),
    {"scraps": [scrap("y", 1)], "problems": [too_large(0, 0, RECORD, "x")]},
    LIMITED,
    LENIENT,
    spec=["7", "15.1"],
)
case(
    "long-elsewhere",
    "what is no payload may be longer than the limit of payloads",
    raw(
        WHY,
        write(
            Members(
                (
                    "cells",
                    [
                        code(
                            {"output_type": "stream", "name": "stdout", "text": LONG},
                            bundle({"text/plain": LONG}),
                            data("x", 1),
                            source=LONG,
                            metadata={"note": LONG},
                        )
                    ],
                ),
                ("metadata", {"note": LONG}),
                ("nbformat", 4),
                ("nbformat_minor", 4),
            )
        ),
    ),
    {"scraps": [scrap("x", 1)], "problems": []},
    LIMITED,
    LENIENT,
)


# -- a display that is not kept -----------------------------------------------------------------

SHOWN_ONCE = {"bytes": 100, "once": True, "maxDisplayBytes": LIMIT}
SHOWN_AGAIN = {"bytes": 100, "maxDisplayBytes": LIMIT}
LONG_WHY = "glue writes no display so long in a small notebook"


def lost(cell: int, output: int) -> dict:
    return {"code": "display-not-kept", "path": at(cell, output)}


def unkept(cell: int, output: int) -> dict:
    return failing("display-not-kept", at(cell, output))


def seen(text: str) -> dict:
    return {
        "outputType": "display_data",
        "data": {"$object": [["text/plain", text]]},
        "metadata": {"$any": True},
    }


case(
    "display-within",
    "a display within the limit is kept",
    shaped(LONG_WHY, code(data("x", 1), display("x", SHORT))),
    {"scraps": [scrap("x", 1, display=seen(SHORT))], "problems": []},
    SHOWN_ONCE,
)
case(
    "display-not-kept",
    "a display over the limit is a problem that throws nothing, and the data is there",
    shaped(LONG_WHY, code(data("x", 1), display("x", LONG))),
    {"scraps": [scrap("x", 1, display=unkept(0, 1))], "dataScraps": ["x"], "problems": [lost(0, 1)]},
    SHOWN_ONCE,
    spec=["12.5", "15.1"],
)
case(
    "display-read-again",
    "a display over the limit is read again where the source allows it",
    "pieces/pieces-display-not-kept.ipynb",
    {"scraps": [scrap("x", 1, display=seen(LONG))], "problems": []},
    SHOWN_AGAIN,
)
case(
    "display-only-not-kept",
    "a scrap that is only a display is listed though it was not kept",
    shaped(LONG_WHY, code(display("x", LONG), data("y", 1))),
    {
        "scraps": [scrap("x", encoder="display", display=unkept(0, 0)), scrap("y", 1)],
        "displayScraps": ["x"],
        "problems": [lost(0, 0)],
    },
    SHOWN_ONCE,
)
case(
    "display-in-one-output",
    "a display beside its data is not kept, and the data is",
    shaped(
        LONG_WHY,
        code(bundle({JSON: payload("x", 1), "text/plain": LONG}, {"scrapbook": {"name": "x", "display": True}})),
    ),
    {"scraps": [scrap("x", 1, display=unkept(0, 0))], "problems": [lost(0, 0)]},
    SHOWN_ONCE,
)
case(
    "display-not-kept-last",
    "displays that were not kept are listed behind all other problems",
    shaped(LONG_WHY, code(display("x", LONG), holding(payload("b", None)), metadata={"papermill": 1})),
    {
        "problems": [
            {"code": "payload-member-type", "path": at(0, 1, JSON, "data")},
            {"code": "notebook-member-type", "path": "/cells/0/metadata/papermill"},
            lost(0, 0),
        ],
        "problemCount": 3,
    },
    SHOWN_ONCE,
    LENIENT,
    spec=["12.5", "15.1"],
)
case(
    "display-replaced",
    "a display that another replaces is no problem though it was not kept",
    shaped(LONG_WHY, code(display("x", LONG)), code(display("x", SHORT))),
    {"scraps": [shown("x", 1, 0)], "problems": []},
    SHOWN_ONCE,
    spec=["6.2", "15.1"],
)
case(
    "display-not-shown",
    "what shows no scrap is not missed",
    shaped(LONG_WHY, code(bundle({"image/png": LONG}), data("x", 1))),
    {"scraps": [scrap("x", 1)], "problems": []},
    SHOWN_ONCE,
)
case(
    "display-myst-not-kept",
    "a display of myst-nb's that was not kept is a problem like others",
    shaped(
        "myst-nb writes none so long in a small notebook",
        code(bundle({"text/plain": LONG}, {"scrapbook": {"name": "x", "mime_prefix": ""}}), data("y", 1)),
    ),
    {"scraps": [scrap("x", encoder="display", display=unkept(0, 0)), scrap("y", 1)], "problems": [lost(0, 0)]},
    SHOWN_ONCE,
    spec=["8", "15.1"],
)
