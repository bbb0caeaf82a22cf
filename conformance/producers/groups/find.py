"""Where scraps are, and where they are not."""

from shapes import (
    JSON,
    RECORD,
    SCRAP,
    TEXT,
    bundle,
    code,
    data,
    markdown,
    notebook,
    payload,
    stream,
    without,
    write,
)
from suite import Group, glued, raw, shaped

group = Group("find", ["2.1"])
case = group.case

case(
    "find-nothing",
    "a notebook without scraps has none",
    glued("1 + 1"),
    expect={"scraps": [], "warnings": []},
)
case(
    "find-no-cells",
    "a notebook without cells has no scraps",
    shaped("a kernel runs no notebook without cells"),
)
case("find-one", "a glued number is a scrap", glued('sb.glue("x", 1)'))
case(
    "find-in-order",
    "scraps are in the order of cells and outputs",
    glued('sb.glue("b", 1)\nsb.glue("a", 2)', 'sb.glue("c", 3)'),
)
case(
    "find-in-execute-result",
    "a payload in an execute_result counts",
    glued(
        "class Scrap:\n"
        "    def _repr_mimebundle_(self, include=None, exclude=None):\n"
        f'        return {{"{JSON}": {payload()!r}}}\n'
        '    def __repr__(self): return "a scrap"\n'
        "Scrap()"
    ),
)
case(
    "find-in-updated-display",
    "a display that was updated holds the last payload",
    glued(
        f'handle = display({{"{JSON}": {payload(data=1)!r}}}, raw=True, display_id="d")',
        f'from IPython.display import update_display\nupdate_display({{"{JSON}": {payload(data=2)!r}}}, raw=True, display_id="d")',
    ),
)
NO_DATA = "the kernel gives no data to outputs of this type"
case(
    "find-in-stream-output",
    "a payload in a stream output counts",
    shaped(NO_DATA, code(stream(data={JSON: payload()}))),
)
case(
    "find-in-error-output",
    "a payload in an error output counts",
    shaped(
        NO_DATA,
        code(
            {"output_type": "error", "ename": "E", "evalue": "", "traceback": [], "data": {JSON: payload()}}
        ),
    ),
)
case(
    "find-in-unknown-output-type",
    "a payload in an output of an unknown type counts",
    shaped("Jupyter writes no other output types", code(bundle({JSON: payload()}, output_type="pyout"))),
)
case(
    "find-in-output-without-type",
    "a payload in an output without a type counts",
    shaped("Jupyter writes the type of every output", code(without(data(), "output_type"))),
)
NO_OUTPUTS = "Jupyter gives outputs to code cells only"
case(
    "find-in-markdown-cell",
    "outputs of a markdown cell count",
    shaped(NO_OUTPUTS, markdown(outputs=[data()])),
)
case(
    "find-in-unknown-cell-type",
    "outputs of a cell of an unknown type count",
    shaped(NO_OUTPUTS, {"cell_type": "heading", "metadata": {}, "outputs": [data()], "source": ""}),
)
case(
    "find-cell-without-outputs",
    "a code cell without outputs has no scraps",
    shaped("Jupyter writes outputs of every code cell", without(code(), "outputs"), code(data())),
)
case(
    "find-outputs-empty-object",
    "outputs that are an empty object are none",
    shaped("Jupyter writes outputs as a list", code() | {"outputs": {}}, code(data())),
)
case(
    "find-output-without-data",
    "an output without data bears nothing",
    shaped(
        "Jupyter writes the data of every display",
        code({"output_type": "display_data", "metadata": {}}, data()),
    ),
)
case(
    "find-output-without-metadata",
    "a payload in an output without metadata counts",
    shaped("Jupyter writes metadata of every display", code(without(data(), "metadata"))),
)

TEXTUAL = f'{{"{JSON}": {{"name": "x", "data": 1, "encoder": "json", "version": 1}}}}'
case("find-not-in-source", "scrap-like text in a source is no scrap", glued(f"bundle = {TEXTUAL}"))
case(
    "find-not-in-stream-text",
    "scrap-like text that was printed is no scrap",
    glued(f"import json\nprint(json.dumps({TEXTUAL}))"),
)
case(
    "find-not-in-traceback",
    "scrap-like text in a traceback is no scrap",
    glued(f"raise ValueError({TEXTUAL!r})"),
)
case("find-not-in-plain-text", "scrap-like text that is shown is no scrap", glued(f"{TEXTUAL}"))
case(
    "find-not-in-markdown",
    "scrap-like text in a markdown cell is no scrap",
    shaped("a kernel runs no markdown cell", markdown(f"```json\n{TEXTUAL}\n```")),
)
case(
    "find-not-in-attachments",
    "a payload among a cell's attachments is no scrap",
    shaped(
        "Jupyter attaches pictures only",
        markdown(attachments={"a.json": {JSON: payload()}}, source="![a](attachment:a.json)"),
    ),
)
case(
    "find-not-in-metadata",
    "a payload in metadata is no scrap",
    shaped("nothing writes payloads there", code(metadata={JSON: payload()}), metadata={JSON: payload()}),
)

MIME = {"spec": ["2.2"]}
NO_MIME = "scrapbook writes no such MIME type"
case(
    "find-mime-without-encoder",
    "the MIME type may end at the prefix",
    shaped(NO_MIME, code(bundle({"application/scrapbook.scrap": payload()}))),
    **MIME,
)
case(
    "find-mime-any-suffix",
    "whatever follows the prefix does not matter",
    shaped(NO_MIME, code(bundle({"application/scrapbook.scraps-of-paper": payload()}))),
    **MIME,
)
case(
    "find-mime-other-encoder",
    "the encoder in the MIME type does not count",
    shaped(NO_MIME, code(bundle({TEXT: payload()}))),
    **MIME,
)
case(
    "find-mime-is-case-sensitive",
    "the MIME type's prefix is case-sensitive",
    shaped(
        NO_MIME,
        code(
            bundle(
                {
                    "application/Scrapbook.scrap.json+json": payload(),
                    "APPLICATION/SCRAPBOOK.SCRAP.JSON+JSON": payload(),
                }
            )
        ),
    ),
    **MIME,
)
case(
    "find-mime-prefix-elsewhere",
    "the prefix counts only at the start",
    shaped(
        NO_MIME,
        code(
            bundle(
                {
                    " application/scrapbook.scrap.json+json": payload(),
                    "x-application/scrapbook.scrap": payload(),
                }
            )
        ),
    ),
    **MIME,
)
case(
    "find-mime-escaped-key",
    "a key is compared after its escapes are resolved",
    raw(
        "Jupyter writes no escapes in keys",
        write(notebook(code(bundle({JSON: payload()})))).replace(
            b'"application/scrapbook', b'"\\u0061pplication\\/scrapbook'
        ),
    ),
    **MIME,
)
case(
    "find-output-name-does-not-count",
    "a payload's name counts, and not the one in the output's metadata",
    shaped(
        "glue writes the same name twice",
        code(bundle({JSON: payload("x")}, {"scrapbook": {"name": "y", "data": True, "display": False}})),
    ),
    **MIME,
)
case(
    "find-data-flag-does-not-count",
    "a payload counts although the metadata says data is false",
    shaped(
        "glue writes data: true",
        code(bundle({JSON: payload()}, {"scrapbook": {"name": "x", "data": False, "display": False}})),
    ),
    **MIME,
)
case(
    "find-two-payloads-in-an-output",
    "one output may bear several scraps, in the order of its keys",
    raw(
        "glue writes one payload an output; Jupyter sorts keys",
        write(
            notebook(
                code(bundle({TEXT: payload("b", "two", "text"), JSON: payload("a", 1), RECORD: {"c": 3}}))
            ),
            sort=False,
        ),
    ),
    **MIME,
)
case(
    "find-two-payloads-of-a-name",
    "of two payloads of a name in one output the last counts",
    raw(
        "glue writes one payload an output",
        write(
            notebook(
                code(
                    bundle(
                        {
                            JSON: payload("x", 1),
                            TEXT: payload("y", "a", "text"),
                            SCRAP.format("z"): payload("x", 2),
                        }
                    )
                )
            ),
            sort=False,
        ),
    ),
    **MIME,
)
case(
    "find-beside-other-types",
    "a payload may stand beside other MIME types",
    glued(f'display({{"text/plain": "one", "{JSON}": {payload()!r}}}, raw=True)'),
    **MIME,
)
