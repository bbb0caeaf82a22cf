"""What is a display, of which scrap, and what is in it."""

from shapes import JSON, Raw, bundle, code, display, markdown, notebook, payload, stream, without, write
from suite import Group, Shown, at, glued, raw, shaped

group = Group("display", ["5.1"])
case = group.case
WHY = "glue writes no such metadata"
PAIR = "glue writes data and its display as two outputs, and the reference keeps the second"


def meta(scrapbook: object = ..., papermill: object = ...) -> dict:
    return {
        key: value
        for key, value in {"scrapbook": scrapbook, "papermill": papermill}.items()
        if value is not ...
    }


def output(metadata: object, text: object = "shown", **more: object) -> dict:
    return bundle({"text/plain": text}, metadata, **more)


# -- every kind of display=
PIC = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
for word, value, note in [
    ("true", "True", "display=True shows all that the value is shown as"),
    ("include-list", '["text/plain"]', "a list for display= includes only its MIME types"),
    ("include-tuple", '("text/html", "text/plain")', "a tuple for display= includes its MIME types"),
    ("exclude", '{"exclude": ["text/html"]}', "a dict for display= may exclude MIME types"),
    ("include-dict", '{"include": ["text/html"]}', "a dict for display= may include MIME types"),
    ("text", '"yes"', "any other true value for display= shows everything"),
]:
    case(
        f"display-glue-{word}",
        note,
        glued(
            f'from IPython.display import HTML\nsb.glue("x", HTML("<b>one</b>"), "display", display={value})'
        ),
    )
for word, value in [
    ("false", "False"),
    ("empty-tuple", "()"),
    ("empty-dict", "{}"),
    ("zero", "0"),
    ("empty-text", '""'),
]:
    case(f"display-glue-{word}", f"display={value} shows nothing", glued(f'sb.glue("x", 1, display={value})'))
case(
    "display-glue-none-of-display",
    "a display without display= is shown",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>one</b>"))'),
)
case(
    "display-glue-false-of-display",
    "a display with display=False leaves no trace",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>one</b>"), display=False)'),
)
case(
    "display-glue-unencodable",
    "a value that no encoder takes can be shown",
    glued('sb.glue("x", {1, 2}, display=True)'),
)
case(
    "display-empty-bundle",
    "an empty bundle is a display nevertheless",
    glued('sb.glue("x", 1, "display", display=("n/a",))'),
    spec=["5.2"],
)

# -- MIME types
for word, value, note in [
    ("html", 'HTML("<b>1 &lt; 2</b>")', "HTML"),
    ("markdown", 'Markdown("*one*\\n\\n* two")', "Markdown"),
    ("latex", 'Latex("$x^2$")', "LaTeX"),
    ("svg", 'SVG(\'<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>\')', "SVG"),
    ("javascript", 'Javascript("1 < 2")', "JavaScript"),
    ("json", 'JSON({"a": [1, 2.5, None]})', "JSON"),
    ("png", f'Image(__import__("base64").b64decode("{PIC}"), format="png", width=10)', "PNG"),
]:
    case(
        f"display-of-{word}",
        f"{note} is kept as the kernel sent it",
        glued(f'from IPython.display import *\nsb.glue("x", {value})'),
        spec=["5.2", "5.3"],
    )
case(
    "display-of-frame",
    "a frame that is shown keeps its table, and its data",
    glued('import pandas\nsb.glue("x", pandas.DataFrame({"a": [1, 2]}), display=True)'),
    expect={"scraps": [{"name": "x", "encoder": "pandas", "display": Shown(0, 1)}]},
    differs=PAIR,
    spec=["5.2", "6.1"],
)

# -- the flag
for word, value, note in [
    ("text-false", "false", 'the text "false"'),
    ("number", 1, "1"),
    ("list", [0], "a list"),
    ("object", {"a": None}, "an object"),
]:
    case(
        f"display-flag-{word}",
        f"a display flag that is {note} is true",
        shaped(WHY, code(output(meta({"name": "x", "display": value})))),
    )
case(
    "display-flag-nan",
    "a display flag that is NaN is true",
    shaped(WHY, code(output(meta({"name": "x", "display": Raw("NaN")})))),
)
for word, value, note in [
    ("zero", 0, "0"),
    ("float-zero", 0.0, "0.0"),
    ("null", None, "null"),
    ("empty-text", "", "the empty text"),
    ("empty-list", [], "an empty list"),
    ("empty-object", {}, "an empty object"),
]:
    case(
        f"display-flag-{word}",
        f"a display flag that is {note} is false",
        shaped(WHY, code(output(meta({"name": "x", "display": value})))),
    )
case(
    "display-flag-tiny",
    "a display flag that is zero as a double is false",
    shaped(WHY, code(output(meta({"name": "x", "display": Raw("1e-400")})))),
    spec=["5.1", "1.2"],
)
case(
    "display-flag-missing",
    "without a display flag there is no display",
    shaped(WHY, code(output(meta({"name": "x"})))),
)

# -- the name
for word, value, note in [
    ("empty", "", "the empty name"),
    ("null", None, "null"),
    ("zero", 0, "0"),
    ("empty-list", [], "an empty list"),
]:
    case(
        f"display-name-{word}",
        f"a display whose name is {note} is none",
        shaped(WHY, code(output(meta({"name": value, "display": True})))),
    )
case(
    "display-name-missing",
    "a display without a name is none",
    shaped(WHY, code(output(meta({"display": True})))),
)
NAME = at(0, 0) + "/metadata/scrapbook/name"
for word, value, note in [
    ("number", 1, "a number"),
    ("true", True, "true"),
    ("list", ["x"], "a list"),
    ("object", {"x": 1}, "an object"),
]:
    case(
        f"display-name-is-{word}",
        f"a display name that is {note} is an error",
        shaped(WHY, code(output(meta({"name": value, "display": True})))),
        error=("notebook-name-not-string", NAME),
        differs="the reference takes any hashable value as a name, and fails for the rest",
        spec=["5.1", "12.4"],
    )

# -- papermill's
PAPERMILL = "papermill writes displays no more"
case(
    "display-of-papermill",
    "papermill's display has its name in metadata.papermill",
    shaped(PAPERMILL, code(output(meta(papermill={"name": "x"})))),
)
case(
    "display-papermill-wins",
    "where there is metadata.papermill, only its name counts",
    shaped(PAPERMILL, code(output(meta({"name": "y", "display": True}, {"name": "x"})))),
)
case(
    "display-papermill-empty",
    "an empty metadata.papermill means no display",
    shaped(PAPERMILL, code(output(meta({"name": "y", "display": True}, {})))),
)
case(
    "display-papermill-name-number",
    "papermill's display name that is a number is an error",
    shaped(PAPERMILL, code(output(meta(papermill={"name": 1})))),
    error=("notebook-name-not-string", at(0, 0) + "/metadata/papermill/name"),
    differs="the reference takes any hashable value as a name",
    spec=["5.1", "12.4"],
)

# -- what is in it
WHAT = {"spec": ["5.2"]}
case(
    "display-in-execute-result",
    "an execute_result can be a display",
    shaped(
        "a kernel puts no scrapbook metadata into a result",
        code(display("x", output_type="execute_result", execution_count=1)),
    ),
    **WHAT,
)
case(
    "display-in-stream",
    "a stream output can be a display",
    shaped("a stream has no metadata", code(stream(metadata=meta({"name": "x", "display": True})))),
    **WHAT,
)
case(
    "display-without-data",
    "a display without data has an empty bundle",
    shaped("Jupyter writes the data of every display", code(without(display("x"), "data"))),
    **WHAT,
)
case(
    "display-without-type",
    "a display without an output type has the empty one",
    shaped("Jupyter writes the type of every output", code(without(display("x"), "output_type"))),
    **WHAT,
)
case(
    "display-bundle-is-whole",
    "a payload beside what is shown is part of the display",
    shaped(
        "glue writes no payload into a display",
        code(bundle({JSON: payload(), "text/plain": "one"}, meta({"name": "x", "display": True}))),
    ),
    **WHAT,
)
case(
    "display-metadata-is-whole",
    "a display keeps all its metadata",
    shaped(
        "glue writes only what the formatter gives",
        code(
            output(
                {"a": [1, None], "needs_background": "light", **meta({"name": "x", "display": True, "b": 1})}
            )
        ),
    ),
    **WHAT,
)
case(
    "display-in-updated-display",
    "a display that was updated shows the last state",
    glued(
        "from IPython.display import update_display\n"
        'own = {"scrapbook": {"name": "x", "data": False, "display": True}}\n'
        'display({"text/plain": "first"}, metadata=own, raw=True, display_id="d")\n'
        'update_display({"text/plain": "second"}, metadata=own, raw=True, display_id="d")'
    ),
    **WHAT,
)

# -- joined lines
LINES = {"spec": ["5.3"]}
SPLIT = "the line breaks test one thing each"
own = meta({"name": "x", "display": True})


def lined(mime: str, value: object, **more: object) -> dict:
    return bundle({mime: value}, own, **more)


case(
    "display-lines-joined",
    "lines of a text are joined",
    glued('sb.glue("x", "one\\ntwo\\n\\nthree", "display", display=True)\n'),
    **LINES,
)
case(
    "display-lines-of-html",
    "lines of HTML are joined",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<p>\\n one\\n</p>\\n"))'),
    **LINES,
)
case(
    "display-lines-of-svg",
    "lines of SVG are joined",
    shaped(SPLIT, code(lined("image/svg+xml", ["<svg>\n", "</svg>"]))),
    **LINES,
)
case(
    "display-lines-empty",
    "an empty array of lines is the empty text",
    shaped(SPLIT, code(lined("text/plain", []))),
    **LINES,
)
case(
    "display-lines-mixed",
    "an array that is not all text is kept",
    shaped(SPLIT, code(lined("text/plain", ["a", 1]))),
    **LINES,
)
case(
    "display-lines-nested",
    "arrays inside are kept",
    shaped(SPLIT, code(lined("text/plain", [["a"], ["b"]]))),
    **LINES,
)
case(
    "display-lines-of-json",
    "an array of texts under application/json is kept",
    shaped(SPLIT, code(lined("application/json", ["a", "b"]))),
    **LINES,
)
case(
    "display-lines-of-plus-json",
    "an array of texts under application/*+json is kept",
    shaped(SPLIT, code(lined("application/geo+json", ["a", "b"]))),
    **LINES,
)
case(
    "display-lines-of-model-json",
    "an array of texts under model/*+json is joined",
    shaped(SPLIT, code(lined("model/x+json", ["a", "b"]))),
    **LINES,
)
case(
    "display-lines-of-image",
    "an array of texts under image/png is joined",
    shaped(SPLIT, code(lined("image/png", ["iVBO", "Rw0K"]))),
    **LINES,
)
case(
    "display-lines-in-result",
    "lines of an execute_result are joined",
    shaped(SPLIT, code(lined("text/plain", ["a\n", "b"], output_type="execute_result", execution_count=1))),
    **LINES,
)
case(
    "display-lines-in-other-output",
    "lines of an output of another type are kept",
    shaped(SPLIT, code(lined("text/plain", ["a\n", "b"], output_type="stream", name="stdout", text=""))),
    **LINES,
)
case(
    "display-lines-in-other-cell",
    "lines in a cell that is no code cell are kept",
    shaped(SPLIT, markdown(outputs=[lined("text/plain", ["a\n", "b"])])),
    **LINES,
)
case(
    "display-lines-u2028",
    "lines that Jupyter split at U+2028 are joined",
    glued(
        'from IPython.display import HTML\nsb.glue("x", HTML("one\\u2028two\\x85three\\x0cfour\\r\\nfive\\x1csix"))'
    ),
    **LINES,
)

# -- text, bytes, MIME types
MEDIA = {"requires": ["read", "media"], "spec": ["5.4"], "none": "the reference gives the bundle as it is"}
case(
    "display-mime-types",
    "a scrap's MIME types are the bundle's keys without those of scraps",
    raw(
        "glue writes no payload into a display; Jupyter sorts keys",
        write(
            notebook(
                code(
                    bundle(
                        {
                            "text/plain": "a",
                            JSON: payload(),
                            "application/papermill.record+z": {},
                            "image/png": "",
                        },
                        own,
                    )
                )
            ),
            sort=False,
        ),
    ),
    expect={"scraps": [{"name": "x", "mimeTypes": ["text/plain", "image/png"]}]},
    requires=["read", "media"],
    spec=["5.2"],
    none="the reference gives the bundle as it is",
)


def medium(id: str, description: str, mime: str, value: object, text: object, content: object) -> None:
    case(
        id,
        description,
        shaped("one MIME type a case", code(lined(mime, value))),
        expect={"scraps": [{"name": "x", "media": [{"mime": mime, "text": text, "bytes": content}]}]},
        **MEDIA,
    )


def b64(text: str) -> dict:
    import base64

    return {"$bytes": base64.b64encode(text.encode()).decode()}


BAD = {"$error": {"category": "encoder", "code": "encoder-decode-failed", "path": at(0, 0)}}
medium(
    "display-media-text", "the bytes of text are its UTF-8", "text/plain", ["a\n", "ä"], "a\nä", b64("a\nä")
)
medium(
    "display-media-svg",
    "the bytes of XML are its UTF-8",
    "image/svg+xml",
    "<svg>ä</svg>",
    "<svg>ä</svg>",
    b64("<svg>ä</svg>"),
)
medium(
    "display-media-png",
    "the bytes of a picture are decoded from base64",
    "image/png",
    PIC,
    PIC,
    {"$bytes": PIC},
)
medium(
    "display-media-png-lines",
    "line breaks in base64 are skipped",
    "image/png",
    PIC[:40] + "\n" + PIC[40:] + "\n",
    PIC[:40] + "\n" + PIC[40:] + "\n",
    {"$bytes": PIC},
)
medium("display-media-unpadded", "base64 without its padding is decoded", "image/png", "YQ", "YQ", b64("a"))
medium("display-media-bad-base64", "what is no base64 fails as bytes alone", "image/png", "not!", "not!", BAD)
