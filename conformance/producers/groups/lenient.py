"""Reading with strict: false: the good scraps, and the bad ones as problems."""

from shapes import (
    JSON,
    RECORD,
    SCRAP,
    bundle,
    code,
    data,
    display,
    holding,
    markdown,
    notebook,
    payload,
    without,
    write,
)
from suite import Group, at, raw, scrap, shaped, shown

group = Group("lenient", ["12.5"])
WHY = "glue writes no such payload"
NONE = "the reference has no lenient reading"
BAD = payload("x", None)


def problem(code: str, path: str) -> dict:
    return {"code": code, "path": path}


def case(
    id: str,
    description: str,
    source: object,
    scraps: list,
    problems: list,
    warnings: list | None = None,
    **more: object,
) -> None:
    expect = {"scraps": scraps, "problems": problems} | (
        {"warnings": warnings} if warnings is not None else {}
    )
    options = {"strict": False} | more.pop("options", {})
    group.case(f"lenient-{id}", description, source, options=options, expect=expect, none=NONE, **more)


def bad(cell: int, output: int, mime: str = JSON) -> dict:
    return problem("payload-member-type", at(cell, output, mime, "data"))


case("good", "a good notebook has no problems", shaped(WHY, code(data("x", 1))), [scrap("x", 1)], [], [])
case(
    "one-bad",
    "a bad payload is a problem, the good ones are served",
    shaped(WHY, code(data("a", 1), holding(BAD), data("b", 2))),
    [scrap("a", 1), scrap("b", 2)],
    [bad(0, 1)],
)
case(
    "every-kind",
    "each bad payload gives one problem, in order",
    shaped(
        WHY,
        code(
            holding([]),
            holding({}),
            holding(payload(version="1")),
            holding(payload(version=0)),
            holding(payload(name=...)),
            holding(payload(name=1)),
            holding(payload(data=...)),
            holding(payload(data=None)),
            holding(payload(encoder=...)),
            holding(payload(encoder=None)),
            bundle({RECORD: []}),
            bundle({RECORD: {"x": None}}),
            display(1),
        ),
    ),
    [],
    [
        problem("payload-not-object", at(0, 0, JSON)),
        problem("payload-version-missing", at(0, 1, JSON)),
        problem("payload-version-invalid", at(0, 2, JSON, "version")),
        problem("payload-version-unsupported", at(0, 3, JSON, "version")),
        problem("payload-member-missing", at(0, 4, JSON)),
        problem("payload-member-type", at(0, 5, JSON, "name")),
        problem("payload-member-missing", at(0, 6, JSON)),
        problem("payload-member-type", at(0, 7, JSON, "data")),
        problem("payload-member-missing", at(0, 8, JSON)),
        problem("payload-member-type", at(0, 9, JSON, "encoder")),
        problem("payload-record-invalid", at(0, 10, RECORD)),
        problem("payload-record-invalid", at(0, 11, RECORD)),
        problem("notebook-name-not-string", at(0, 12) + "/metadata/scrapbook/name"),
    ],
    spec=["12.4", "12.5"],
)

SPEC = {"spec": ["6.3", "12.5"]}
case(
    "older-value",
    "a bad value does not bring back an older one",
    shaped(WHY, code(data("x", 1), holding(BAD))),
    [],
    [bad(0, 1)],
    **SPEC,
)
case(
    "older-display",
    "a bad display does not bring back an older one",
    shaped(WHY, code(display("x"), holding(BAD))),
    [],
    [bad(0, 1)],
    **SPEC,
)
case(
    "then-display",
    "a display right after a bad payload does not revive it",
    shaped(WHY, code(holding(BAD), display("x"))),
    [],
    [bad(0, 0)],
    **SPEC,
)
case(
    "then-display-reference",
    "with merge reference, a display after a bad payload is a scrap",
    "lenient/lenient-then-display.ipynb",
    [shown("x", 0, 1)],
    [bad(0, 0)],
    options={"merge": "reference"},
    **SPEC,
)
case(
    "then-display-later",
    "a display that follows later is a scrap of its own",
    shaped(WHY, code(holding(BAD)), code(display("x"))),
    [shown("x", 1, 0)],
    [bad(0, 0)],
    **SPEC,
)
case(
    "with-display",
    "a bad payload with a display in its output is absent",
    shaped(
        WHY, code(bundle({JSON: BAD, "text/plain": "one"}, {"scrapbook": {"name": "x", "display": True}}))
    ),
    [],
    [bad(0, 0)],
    **SPEC,
)
case(
    "good-later",
    "a good one later is served at the bad one's place",
    shaped(WHY, code(holding(BAD), data("y", 2), data("x", 1))),
    [scrap("x", 1), scrap("y", 2)],
    [bad(0, 0)],
    **SPEC,
)
case(
    "name-unreadable",
    "a payload without a readable name hides no older value",
    shaped(
        WHY, code(data("x", 1), holding(payload(1)), holding("x"), holding(without(payload("x"), "name")))
    ),
    [scrap("x", 1)],
    [
        problem("payload-member-type", at(0, 1, JSON, "name")),
        problem("payload-not-object", at(0, 2, JSON)),
        problem("payload-member-missing", at(0, 3, JSON)),
    ],
    **SPEC,
)
case(
    "bad-version-hides",
    "a payload of no version hides the older value of its name",
    shaped(WHY, code(data("x", 1), holding(payload("x", 2, version=...)))),
    [],
    [problem("payload-version-missing", at(0, 1, JSON))],
    **SPEC,
)
case(
    "bad-record-hides",
    "a bad record hides the older value of its name",
    shaped(WHY, code(data("x", 1), bundle({RECORD: {"x": None}}))),
    [],
    [problem("payload-record-invalid", at(0, 1, RECORD))],
    **SPEC,
)
case(
    "two-in-output",
    "the good payload of an output is served beside the bad one",
    raw(
        "glue writes one payload an output",
        write(notebook(code(bundle({JSON: BAD, SCRAP.format("b"): payload("y", 2)})))),
    ),
    [scrap("y", 2)],
    # Keys are sorted: the good one comes first.
    [bad(0, 0)],
    **SPEC,
)
case(
    "good-then-bad-in-output",
    "the last payload of a name in an output counts, though it is bad",
    raw(
        "glue writes one payload an output",
        write(notebook(code(bundle({JSON: payload("x", 1), SCRAP.format("z"): BAD}))), sort=False),
    ),
    [],
    [bad(0, 0, SCRAP.format("z"))],
    **SPEC,
)
case(
    "bad-then-good-in-output",
    "a good payload after a bad one of its name in an output counts",
    raw(
        "glue writes one payload an output",
        write(notebook(code(bundle({JSON: BAD, SCRAP.format("z"): payload("x", 1)}))), sort=False),
    ),
    [scrap("x", 1)],
    [bad(0, 0)],
    **SPEC,
)
case(
    "bad-name-keeps-data",
    "a display name that is no text leaves the output's data",
    shaped(WHY, code(bundle({JSON: payload("x", 1)}, {"scrapbook": {"name": 5, "display": True}}))),
    [scrap("x", 1)],
    [problem("notebook-name-not-string", at(0, 0) + "/metadata/scrapbook/name")],
)
case(
    "outputs",
    "a cell whose outputs are no list contributes nothing",
    shaped(WHY, code() | {"outputs": "abc"}, code(data("x", 1))),
    [scrap("x", 1)],
    [problem("notebook-member-type", "/cells/0/outputs")],
    spec=["12.4", "12.5"],
)
case(
    "output-parts",
    "an output in error contributes nothing, with one problem",
    shaped(
        WHY,
        code(
            1,
            {**data("a", 1), "data": None},
            {**data("b", 1), "metadata": 1},
            bundle({JSON: payload("c", 1)}, {"scrapbook": 1, "papermill": 2}),
            bundle({JSON: payload("d", 1)}, {"papermill": None}),
            data("x", 1),
        ),
    ),
    [scrap("x", 1)],
    [
        problem("notebook-member-type", at(0, 0)),
        problem("notebook-member-type", at(0, 1) + "/data"),
        problem("notebook-member-type", at(0, 2) + "/metadata"),
        problem("notebook-member-type", at(0, 3) + "/metadata/scrapbook"),
        problem("notebook-member-type", at(0, 4) + "/metadata/papermill"),
    ],
    spec=["12.4", "12.5"],
)
case(
    "bad-output-parts",
    "an output in error parts data and display",
    shaped(WHY, markdown(outputs=[data("x", 1), bundle(None), display("x")])),
    [shown("x", 0, 2)],
    [problem("notebook-member-type", at(0, 1) + "/data")],
    spec=["6.2", "12.5"],
)
case(
    "myst-name",
    "a name of myst-nb's that is no text is a problem",
    shaped(
        "myst-nb takes text as names",
        code(bundle({"text/plain": "1"}, {"scrapbook": {"name": ["x"], "mime_prefix": ""}}), data("x", 1)),
    ),
    [scrap("x", 1)],
    [problem("notebook-name-not-string", at(0, 0) + "/metadata/scrapbook/name")],
    spec=["8", "12.5"],
)
case(
    "warnings",
    "warnings are no problems",
    shaped(WHY, code(holding(payload("x", 1, version=2)), holding(payload("y", None, version=3)))),
    [scrap("x", 1)],
    [bad(0, 1)],
    [{"code": "payload-version-newer", "path": at(0, i, JSON, "version")} for i in (0, 1)],
)
case(
    "unknown-encoder",
    "a value that cannot be decoded is no problem of the notebook",
    shaped("glue writes with encoders that it knows", code(data("x", 1, "arrow"))),
    [
        scrap(
            "x",
            {
                "$error": {
                    "category": "encoder",
                    "code": "encoder-unknown",
                    "path": at(0, 0, SCRAP.format("arrow")),
                }
            },
            "arrow",
        )
    ],
    [],
    spec=["12.5", "12.6"],
)
case(
    "papermill",
    "papermill's metadata of a wrong type is a problem after those of scraps",
    shaped(
        WHY,
        code(holding(BAD), metadata={"papermill": 1}),
        markdown(metadata={"papermill": "a"}),
        metadata={"papermill": {"parameters": [1]}},
    ),
    [],
    [
        bad(0, 0),
        problem("notebook-member-type", "/metadata/papermill/parameters"),
        problem("notebook-member-type", "/cells/0/metadata/papermill"),
        problem("notebook-member-type", "/cells/1/metadata/papermill"),
    ],
    spec=["9", "12.5"],
)
group.case(
    "lenient-many",
    "all problems are counted, and the first thousand are kept",
    shaped(WHY, code(*[1] * 1001, data("x", 1))),
    options={"strict": False},
    expect={"scraps": [scrap("x", 1)], "problemCount": 1001},
    requires=["read", "lenient"],
    spec=["12.5", "15"],
    none=NONE,
)
group.case(
    "lenient-problems-when-strict",
    "a strict reading lists the problems too",
    "lenient/lenient-one-bad.ipynb",
    run={"op": "read", "only": ["problems"]},
    expect={"problems": [bad(0, 1)]},
    requires=["read", "lenient"],
    none="the reference lists no problems",
)
