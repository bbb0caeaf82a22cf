"""What becomes of several outputs of one name, with both ways of merging."""

from shapes import JSON, RECORD, bundle, code, data, display, notebook, payload, write
from suite import Glued, Group, Shown, glued, raw, scrap, shaped

group = Group("merge", ["6.1"])
REASON = "the reference keeps only the later of the two outputs"
BOTH = (
    "def both(name, value, text):\n"
    f'    payload = {{"name": name, "data": value, "encoder": "json", "version": 1}}\n'
    f'    display({{"{JSON}": payload, "text/plain": text}},\n'
    '            metadata={"scrapbook": {"name": name, "data": True, "display": True}}, raw=True)\n'
    "def shown(name, text):\n"
    '    display({"text/plain": text}, metadata={"scrapbook": {"name": name, "data": False, "display": True}}, raw=True)\n'
)


def both(
    id: str, description: str, source: object, complete: list | None = None, spec: list[str] | None = None
) -> None:
    """A case for each way of merging. `complete` is what is expected where the ways part."""
    name = f"merge-{id}"
    spec = spec or ["6.1", "6.3"]
    if complete is None:
        group.case(name, description, source, spec=spec)
    else:
        group.case(name, description, source, expect={"scraps": complete}, differs=REASON, spec=spec)
    group.case(
        f"{name}-reference",
        f"with merge reference, {described.get(id, description)}",
        group.path(group.cases[-1], "nb"),
        options={"merge": "reference"},
        spec=spec,
    )


described = {
    "data-then-both-of-other": "a data output that displays another name replaces its data",
    "data-twice": "of data glued twice the last counts",
    "data-shown-then-glued-again": "data glued again replaces the display",
    "display-keeps-its-place": "data replaces a display in its place",
    "plain-output-between": "a display after another output replaces the data",
    "empty-record-between": "a display after an empty record replaces the data",
    "data-other-data-display": "a display after another name's data replaces the data",
    "display-named-by-data-output": "data that displays another name gives two scraps",
    "data-then-display": "a display replaces the data before it",
    "data-stream-display": "a display that follows later replaces the data",
    "both-in-one-output": "data and display in one output are one scrap",
    "data-then-two-displays": "of data and two displays the last is kept",
    "both-then-display": "a display replaces data and display of one output",
    "two-data-one-output-then-display": "the display's scrap loses its data",
    "twice-in-one-output-then-display": "the display replaces both",
    "null-then-display": "a display replaces null",
    "legacy-then-display": "a display replaces the record before it",
    "data-then-papermill-display": "papermill's display replaces the data",
    "data-then-execute-result": "an execute_result replaces the data",
    "glued-twice-with-display": "only the second display is left",
    "names-interleaved": "each display replaces its data",
}

both("data", "data alone is a scrap with data only", glued('sb.glue("x", 1)'))
both("display", "a display alone is a scrap without data", glued('sb.glue("x", 1, "display", display=True)'))
both(
    "both-in-one-output",
    "data and display in one output are one scrap",
    Glued([BOTH + 'both("x", 1, "one")']),
)
both(
    "data-then-display",
    "a display right after the data of its name completes the scrap",
    glued('sb.glue("x", 1, display=True)'),
    [scrap("x", 1, display=Shown(0, 1))],
)
both(
    "display-then-data",
    "data after a display replaces the scrap",
    glued('sb.glue("x", 1, "display", display=True)\nsb.glue("x", 2)'),
)
both(
    "data-stream-display",
    "a display that does not follow at once replaces the data",
    Glued([BOTH + 'sb.glue("x", 1)\nprint("between", flush=True)\nshown("x", "one")']),
)
both(
    "data-then-two-displays",
    "of two displays after the data the second replaces all",
    Glued([BOTH + 'sb.glue("x", 1)\nshown("x", "first")\nshown("x", "second")']),
)
both(
    "both-then-display",
    "a display after data and display of one output replaces the display",
    Glued([BOTH + 'both("x", 1, "first")\nshown("x", "second")']),
    [scrap("x", 1, display=Shown(0, 1))],
)
both(
    "data-other-data-display",
    "another name's data between them parts data and display",
    Glued([BOTH + 'sb.glue("x", 1)\nsb.glue("y", 2)\nshown("x", "one")']),
)
both(
    "two-data-one-output-then-display",
    "a display completes its name after an output with data of two names",
    raw(
        "glue writes one payload an output",
        write(notebook(code(bundle({JSON: payload("x", 1), JSON + "2": payload("y", 2)}), display("x")))),
    ),
    [scrap("x", 1, display=Shown(0, 1)), scrap("y", 2)],
)
both(
    "data-then-both-of-other",
    "a data output that displays another name does not complete",
    shaped(
        "glue writes no payload into a display",
        code(
            data("x", 1),
            bundle({JSON: payload("y", 2), "text/plain": "x"}, {"scrapbook": {"name": "x", "display": True}}),
        ),
    ),
)
both(
    "display-in-next-cell",
    "a display in the next cell replaces the data",
    glued('sb.glue("x", 1)', 'sb.glue("x", 1, "display", display=True)'),
)
both(
    "twice-in-one-output-then-display",
    "a display completes the last of two payloads in one output",
    raw(
        "glue writes one payload an output",
        write(notebook(code(bundle({JSON: payload("x", 1), JSON + "2": payload("x", 2)}), display("x")))),
    ),
    [scrap("x", 2, display=Shown(0, 1))],
)
both(
    "null-then-display",
    "a display completes data that decodes to null",
    shaped("glue refuses null", code(data("x", "null"), display("x"))),
    [scrap("x", None, display=Shown(0, 1))],
)
both(
    "legacy-then-display",
    "a display completes a record",
    shaped("papermill writes records no more", code(bundle({RECORD: {"x": 1}}), display("x"))),
    [scrap("x", 1, display=Shown(0, 1))],
)
both(
    "data-then-papermill-display",
    "papermill's display completes a scrap as well",
    shaped(
        "papermill writes displays no more",
        code(data("x", 1), bundle({"text/plain": "one"}, {"papermill": {"name": "x"}})),
    ),
    [scrap("x", 1, display=Shown(0, 1))],
)
both(
    "data-then-execute-result",
    "an execute_result completes the data before it",
    shaped(
        "a kernel puts no scrapbook metadata into a result",
        code(data("x", 1), display("x", output_type="execute_result", execution_count=1)),
    ),
    [scrap("x", 1, display=Shown(0, 1))],
)
both(
    "data-twice",
    "of data glued twice the last counts, at the first one's place",
    glued('sb.glue("x", 1)\nsb.glue("y", 2)\nsb.glue("x", 3)'),
)
both(
    "data-twice-across-cells",
    "of data glued in two cells the last counts",
    glued('sb.glue("x", 1)\nsb.glue("y", 2)', 'sb.glue("x", "three")'),
)
both(
    "data-shown-then-glued-again",
    "data glued again without a display loses the old display",
    glued('sb.glue("x", 1, display=True)\nsb.glue("x", 2)'),
)
both(
    "glued-twice-with-display",
    "a scrap glued and shown twice is the second",
    glued('sb.glue("x", 1, display=True)\nsb.glue("x", 2, display=True)'),
    [scrap("x", 2, display=Shown(0, 3))],
)
both(
    "display-keeps-its-place",
    "a display that is replaced by data keeps its place",
    glued('sb.glue("x", 1, "display", display=True)\nsb.glue("y", 2)', 'sb.glue("x", 3)'),
)
both(
    "display-twice",
    "of two displays the second is kept",
    glued('sb.glue("x", 1, "display", display=True)\nsb.glue("x", 2, "display", display=True)'),
)
both(
    "names-interleaved",
    "two scraps that are shown are both complete",
    glued('sb.glue("x", 1, display=True)\nsb.glue("y", 2, display=True)'),
    [scrap("x", 1, display=Shown(0, 1)), scrap("y", 2, display=Shown(0, 3))],
)
both(
    "plain-output-between",
    "an output that is no scrap parts data and display",
    Glued([BOTH + 'sb.glue("x", 1)\ndisplay("between")\nshown("x", "one")']),
)
both(
    "empty-record-between",
    "an empty record is no data, and parts data and display",
    shaped("papermill writes records no more", code(data("x", 1), bundle({RECORD: {}}), display("x"))),
)
both(
    "names-not-normalised",
    "names are compared without normalisation",
    glued('sb.glue("\\u00e9", 1)\nsb.glue("e\\u0301", 2)'),
    spec=["3.1"],
)
both(
    "display-named-by-data-output",
    "a data output that displays another name gives two scraps",
    shaped(
        "glue writes no payload into a display",
        code(
            bundle({JSON: payload("y", 2), "text/plain": "x"}, {"scrapbook": {"name": "x", "display": True}})
        ),
    ),
)

views = {"members": ["scraps", "dataScraps", "displayScraps"], "spec": ["6.4"]}
group.case(
    "merge-views",
    "data scraps have data, display scraps have a display",
    Glued(
        [
            BOTH
            + 'sb.glue("a", 1)\nsb.glue("b", 2, "display", display=True)\nboth("c", 3, "three")\nsb.glue("d", "four")'
        ]
    ),
    **views,
)
group.case(
    "merge-views-null",
    "data that decodes to null is listed, and is no data scrap",
    shaped("glue refuses null", code(data("a", "null"), data("b", 1))),
    **views,
)
