"""What regluing emits, and reports: recorded from scrapbook's own display calls."""

from shapes import JSON, RECORD, SCRAP, Raw, bundle, code, data, holding, payload
from suite import Group, glued, shaped
from values import tag

group = Group("reglue", ["11.5"], level="gluer")
WHY = "glue writes no such payload"


def case(
    id: str, description: str, source: object, name: str = "x", with_: dict | None = None, **more: object
) -> None:
    group.case(
        f"reglue-{id}", description, source, run={"op": "reglue", "name": tag(name), **(with_ or {})}, **more
    )


def emitted(
    value: object, encoder: str = "json", name: str = "x", version: object = None, more: list | None = None
) -> dict:
    known = isinstance(value, dict) and any(str(key).startswith("$") for key in value)
    members = [
        ["name", name],
        ["data", value if known else tag(value)],
        ["encoder", encoder],
        ["version", version or tag(1)],
        *(more or []),
    ]
    return {
        "outputType": "display_data",
        "data": {"$object": [[SCRAP.format(encoder), {"$object": members}]]},
        "metadata": {
            "$object": [["scrapbook", {"$object": [["name", name], ["data", True], ["display", False]]}]]
        },
    }


def shown(text: object, name: str = "x", more: list | None = None) -> dict:
    own = ["scrapbook", {"$object": [["name", name], ["data", False], ["display", True]]}]
    return {
        "outputType": "display_data",
        "data": {"$object": [["text/plain", text]]},
        "metadata": {"$object": [*(more or []), own]},
    }


def emits(*outputs: dict) -> dict:
    return {"outputs": list(outputs)}


BOTH = bundle(
    {JSON: payload("x", 1), "text/plain": "one"}, {"scrapbook": {"name": "x", "data": True, "display": True}}
)
ONE = "reglue/reglue-number.ipynb"
case("number", "a number is reglued as data", glued('sb.glue("x", 1)'))
case("text", "a text is reglued as text", glued('sb.glue("x", "[1]")'))
case(
    "object",
    "an object is reglued with its members in order",
    glued('sb.glue("x", {"b": 1, "a": [None, 1.5]})'),
)
case("1-0", "1.0 is reglued as it is", glued('sb.glue("x", 1.0)'))
case(
    "30-digits",
    "an integer of 30 digits is reglued exactly",
    glued('sb.glue("x", 123456789012345678901234567890)'),
)
case(
    "display",
    "a display is reglued as a display",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>one</b>\\n"))'),
)
case(
    "display-metadata",
    "a display is reglued with its own metadata",
    shaped(
        "the kernel's formatters give other metadata",
        code(
            bundle(
                {"text/plain": "one"},
                {"a": 1, "scrapbook": {"name": "x", "data": False, "display": True, "more": 2}},
            )
        ),
    ),
)
case(
    "display-of-papermill",
    "papermill's display is reglued as a scrapbook display",
    shaped(
        "papermill writes displays no more",
        code(bundle({"text/plain": "one"}, {"papermill": {"name": "x"}, "a": 1})),
    ),
)
case("display-empty", "an empty display is reglued", glued('sb.glue("x", 1, "display", display=("n/a",))'))
case(
    "record",
    "a record is reglued as a payload",
    shaped("papermill writes records no more", code(bundle({RECORD: {"x": [1, 2]}}))),
)
case("new-name", "a scrap is reglued under a new name", ONE, with_={"newName": "y"})
case("new-name-empty", "the empty new name is none", ONE, with_={"newName": ""})
case(
    "new-name-display",
    "a display is reglued under a new name",
    "reglue/reglue-display.ipynb",
    with_={"newName": "y"},
)
case("unattached", "unattached, the metadata has no scrapbook", ONE, with_={"unattached": True})
case(
    "unattached-display",
    "unattached, a display's metadata has no scrapbook",
    "reglue/reglue-display-metadata.ipynb",
    with_={"unattached": True},
)
case(
    "missing",
    "a scrap that is not there is an error",
    ONE,
    name="nothing",
    error=("notebook-scrap-missing", ""),
)
case(
    "missing-message",
    "if asked for, a display says that a scrap is not there",
    ONE,
    name="it's",
    with_={"onMissing": "message"},
    expect=emits(
        {
            "outputType": "display_data",
            "data": {"$object": [["text/plain", "No scrap found with name 'it's' in this notebook"]]},
            "metadata": {"$object": []},
        }
    ),
    differs="the reference shows Python's repr of the text",
)
case(
    "bad-notebook",
    "a bad payload elsewhere fails the regluing",
    shaped(WHY, code(data("x", 1), holding(payload(data=None)))),
    error=("payload-member-type", "/cells/0/outputs/1/data/application~1scrapbook.scrap.json+json/data"),
    spec=["11.5", "12.5"],
)

SOURCE = "the reference decodes the data and writes what it got"
case(
    "json-text",
    "a text that was glued as json is reglued as it stands",
    shaped(WHY, code(data("x", '"5"'))),
    expect=emits(emitted('"5"')),
    differs=SOURCE,
)
case(
    "json-text-number",
    "a text that holds a number is reglued as that text",
    shaped(WHY, code(data("x", "[1]"))),
    expect=emits(emitted("[1]")),
    differs=SOURCE,
)
case(
    "text-number",
    "a number under encoder text is reglued as a number",
    shaped(WHY, code(data("x", 1.5, "text"))),
    expect=emits(emitted(1.5, "text")),
    differs=SOURCE,
)
case(
    "exponent",
    "a number is reglued with its own text",
    shaped(WHY, code(data("x", Raw("1E5")))),
    expect=emits(emitted({"$number": "1E5"})),
)
case(
    "null",
    "data that decodes to null is reglued",
    shaped(WHY, code(data("x", "null"))),
    expect=emits(emitted("null")),
    differs="the reference takes it for no data",
)
case(
    "unknown-encoder",
    "data of an unknown encoder is reglued",
    shaped(WHY, code(data("x", [1], "arrow"))),
    expect=emits(emitted([1], "arrow")),
    differs="the reference can then read no scrap at all",
)
case(
    "later-version",
    "a later version is kept",
    shaped(WHY, code(holding(payload("x", 1, version=2)))),
    expect=emits(emitted(1, version={"$number": "2"})),
    differs="the reference writes version 1",
)
case(
    "further-members",
    "further members of a payload are kept",
    shaped(WHY, code(holding(payload("x", 1, b=[1], a="more")))),
    expect=emits(emitted(1, more=[["a", "more"], ["b", [tag(1)]]])),
    differs="the reference drops them",
)
case(
    "pandas",
    "a frame is reglued as it stands",
    shaped("the data is no frame, and is not looked at", code(data("x", "UEFSMQ==", "pandas"))),
    expect=emits(emitted("UEFSMQ==", "pandas")),
    differs="the reference cannot reglue frames",
)
case(
    "both",
    "data and display are reglued, the data first",
    glued('sb.glue("x", 1, display=True)'),
    expect=emits(emitted(1), shown("1")),
    differs="the reference has lost the data",
)
case(
    "combined",
    "data and display of one output become two outputs",
    shaped("glue writes no payload into a display", code(BOTH)),
    expect=emits(emitted(1), shown("one")),
    differs="the reference repeats the payload in the display",
)
case(
    "combined-new-name",
    "under a new name the old one is nowhere left",
    "reglue/reglue-combined.ipynb",
    with_={"newName": "y"},
    expect=emits(emitted(1, name="y"), shown("one", "y")),
    differs="the reference repeats the payload in the display, under its old name",
)
case(
    "combined-reference",
    "with merge reference, the display of two outputs is reglued alone",
    "reglue/reglue-both.ipynb",
    options={"merge": "reference"},
)
