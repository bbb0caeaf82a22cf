"""What a notebook must be: versions, members and their types."""

from shapes import JSON, Raw, bundle, code, data, markdown, notebook, without, write
from suite import OWN, Group, at, glued, raw, scrap, shaped

group = Group("notebook", ["12.3"])
case = group.case
WHY = "nbformat writes no such notebook"
ONE = code(data("x", 1))


def of(value: dict) -> object:
    return raw(WHY, write(value))


# -- versions
for minor in (0, 1, 2, 3, 4, 9, 99):
    case(
        f"notebook-4-{minor}",
        f"a notebook of nbformat 4.{minor} is read",
        shaped("nbformat writes its newest minor version", ONE, nbformat_minor=minor),
        expect={"scraps": [scrap("x", 1)], "notebook": {"nbformat": 4, "nbformatMinor": minor}},
    )
case(
    "notebook-4-5",
    "a notebook of nbformat 4.5 is read",
    glued('sb.glue("x", 1)'),
    expect={"scraps": [scrap("x", 1)], "notebook": {"nbformat": 4, "nbformatMinor": 5}},
)

for word, text, differs, note in [
    ("5", "5", None, "5"),
    ("0", "0", OWN, "0"),
    ("minus-4", "-4", OWN, "-4"),
    ("40", "40", None, "40"),
]:
    case(
        f"notebook-version-{word}",
        f"nbformat {note} is not supported",
        of(notebook(ONE, nbformat=Raw(text))),
        error=("notebook-version-unsupported", "/nbformat"),
        differs=differs,
    )
V3 = {
    "nbformat": 3,
    "nbformat_minor": 0,
    "metadata": {"name": ""},
    "worksheets": [{"cells": [], "metadata": {}}],
}
for word, value in [("3", V3), ("2", V3 | {"nbformat": 2}), ("1", {"nbformat": 1, "cells": []})]:
    case(
        f"notebook-version-{word}",
        f"nbformat {word} is not supported",
        of(value),
        error=("notebook-version-unsupported", "/nbformat"),
        differs="the reference converts it",
    )
for word, value in [("3", V3), ("2", V3 | {"nbformat": 2})]:
    case(
        f"notebook-version-{word}-lenient",
        f"nbformat {word} is an empty notebook with a problem where reading is lenient",
        of(value),
        expect={
            "scraps": [],
            "problems": [{"code": "notebook-version-unsupported", "path": "/nbformat"}],
            "notebook": {"nbformat": int(word), "nbformatMinor": 0},
        },
        requires=["read", "lenient"],
        options={"strict": False},
        none="the reference has no lenient reading",
    )
case(
    "notebook-version-1-lenient",
    "nbformat 1 is refused where reading is lenient, too",
    of({"nbformat": 1, "cells": []}),
    error=("notebook-version-unsupported", "/nbformat"),
    requires=["read", "lenient"],
    options={"strict": False},
    none="the reference has no lenient reading",
)
case(
    "notebook-version-4-0-float",
    "nbformat 4.0 is 4",
    of(notebook(ONE, nbformat=Raw("4.0"))),
    expect={"scraps": [scrap("x", 1)]},
    differs=OWN,
)
for word, text, note in [
    ("4-5", "4.5", "4.5"),
    ("text", '"4"', '"4"'),
    ("null", "null", "null"),
    ("true", "true", "true"),
    ("nan", "NaN", "NaN"),
    ("array", "[4]", "an array"),
]:
    case(
        f"notebook-version-{word}",
        f"nbformat {note} is no version",
        of(notebook(ONE, nbformat=Raw(text))),
        error=("notebook-version-invalid", "/nbformat"),
        differs=OWN,
    )
case(
    "notebook-version-missing",
    "a notebook without nbformat is an error",
    of(without(notebook(ONE), "nbformat")),
    error=("notebook-version-missing", ""),
    differs="the reference takes it for nbformat 1",
)
case(
    "notebook-empty-object",
    "an empty object lacks its version first",
    raw(WHY, b"{}"),
    error=("notebook-version-missing", ""),
)

case(
    "notebook-minor-missing",
    "a notebook without a minor version has 0",
    of(without(notebook(ONE), "nbformat_minor")),
    expect={"scraps": [scrap("x", 1)], "notebook": {"nbformat": 4, "nbformatMinor": 0}},
    differs=OWN,
)
for word, value, note in [("text", "5", "a text"), ("null", None, "null"), ("half", 0.5, "a fraction")]:
    case(
        f"notebook-minor-{word}",
        f"a minor version that is {note} counts as 0",
        of(notebook(ONE, nbformat_minor=value)),
        expect={"scraps": [scrap("x", 1)], "notebook": {"nbformat": 4, "nbformatMinor": 0}},
        differs=OWN,
    )

# -- members
for member in ("metadata", "cells"):
    case(
        f"notebook-{member}-missing",
        f"a notebook without {member} is an error",
        of(without(notebook(ONE), member)),
        error=("notebook-member-missing", ""),
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("text", "", "a text")]:
    case(
        f"notebook-metadata-{word}",
        f"metadata that is {note} is an error",
        of(notebook(ONE, metadata=value)),
        error=("notebook-member-type", "/metadata"),
        differs=OWN,
    )
for word, value, note in [("null", None, "null"), ("object", {}, "an object"), ("text", "", "a text")]:
    case(
        f"notebook-cells-{word}",
        f"cells that are {note} are an error",
        of(notebook() | {"cells": value}),
        error=("notebook-member-type", "/cells"),
        differs=OWN,
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("text", "code", "a text")]:
    case(
        f"notebook-cell-{word}",
        f"a cell that is {note} is an error",
        of(notebook(ONE, value)),
        error=("notebook-member-type", "/cells/1"),
        differs=OWN,
    )
case(
    "notebook-cell-metadata-missing",
    "a cell without metadata is an error",
    of(notebook(ONE, without(markdown(), "metadata"))),
    error=("notebook-member-missing", "/cells/1"),
)
for word, value, note in [("null", None, "null"), ("array", [], "an array")]:
    case(
        f"notebook-cell-metadata-{word}",
        f"metadata of a cell that is {note} is an error",
        of(notebook(ONE, markdown() | {"metadata": value})),
        error=("notebook-member-type", "/cells/1/metadata"),
        differs=OWN,
    )
ORDER = {"spec": ["12.3", "12.1"]}
case(
    "notebook-version-before-members",
    "a wrong version is told before missing members",
    raw(WHY, b'{"nbformat": 5}'),
    error=("notebook-version-unsupported", "/nbformat"),
    **ORDER,
)
case(
    "notebook-metadata-before-cells",
    "missing metadata is told before missing cells",
    raw(WHY, b'{"nbformat": 4, "nbformat_minor": 5}'),
    error=("notebook-member-missing", ""),
    **ORDER,
)
case(
    "notebook-cells-before-outputs",
    "a wrong cell is told before a wrong output",
    of(notebook(code(None), 1)),
    error=("notebook-member-type", "/cells/1"),
    differs=OWN,
    **ORDER,
)
case(
    "notebook-json-before-version",
    "a fault of JSON is told before a wrong version",
    raw(WHY, b'{"nbformat": 3, "cells": [}'),
    error=("json-syntax", ""),
    **ORDER,
)

# -- harmless
HARMLESS = {"spec": ["12.3"]}
case("notebook-ids-missing", "cells without ids do no harm", shaped(WHY, ONE, nbformat_minor=5), **HARMLESS)
case(
    "notebook-ids-twice",
    "two cells with one id do no harm",
    shaped(WHY, ONE | {"id": "a"}, markdown(id="a"), nbformat_minor=5),
    **HARMLESS,
)
case(
    "notebook-id-number",
    "an id that is a number does no harm",
    shaped(WHY, ONE | {"id": 1}, nbformat_minor=5),
    **HARMLESS,
)
case(
    "notebook-cell-type-unknown",
    "an unknown cell type does no harm",
    shaped(WHY, markdown(cell_type="slide"), ONE),
    **HARMLESS,
)
case(
    "notebook-cell-type-missing",
    "a cell without a type does no harm",
    shaped(WHY, without(markdown(), "cell_type"), ONE),
    **HARMLESS,
)
case(
    "notebook-source-missing",
    "a cell without a source does no harm",
    shaped(WHY, without(ONE, "source")),
    **HARMLESS,
)
case(
    "notebook-extra-members",
    "unknown members do no harm",
    shaped(WHY, ONE | {"more": 1}, more={"a": 1}),
    **HARMLESS,
)
case(
    "notebook-metadata-odd",
    "odd metadata of notebook and cells does no harm",
    shaped(
        WHY,
        ONE | {"metadata": {"tags": 1, "scrapbook": None, "papermill": {}}},
        metadata={"kernelspec": None, "language_info": 1, "scrapbook": []},
    ),
    **HARMLESS,
)
case(
    "notebook-raw-cell",
    "a raw cell does no harm",
    shaped("a kernel runs no raw cell", {"cell_type": "raw", "metadata": {}, "source": "a"}, ONE),
    **HARMLESS,
)

# -- outputs
OUT = {"spec": ["12.4"]}
for word, value, note in [
    ("null", None, "null"),
    ("text", "abc", "a text"),
    ("object", {"a": 1}, "an object with members"),
    ("number", 0, "0"),
    ("empty-text", "", "the empty text"),
]:
    case(
        f"notebook-outputs-{word}",
        f"outputs that are {note} are an error",
        shaped(WHY, code() | {"outputs": value}),
        error=("notebook-member-type", "/cells/0/outputs"),
        differs=OWN,
        **OUT,
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("text", "a", "a text")]:
    case(
        f"notebook-output-{word}",
        f"an output that is {note} is an error",
        shaped(WHY, code(data("x", 1), value)),
        error=("notebook-member-type", at(0, 1)),
        differs=OWN,
        **OUT,
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("text", "a", "a text")]:
    case(
        f"notebook-data-{word}",
        f"data of an output that is {note} is an error",
        shaped(WHY, markdown(outputs=[bundle(value)])),
        error=("notebook-member-type", at(0, 0) + "/data"),
        differs=OWN,
        **OUT,
    )
case(
    "notebook-data-null-in-code",
    "data that is null in a code cell is an error",
    shaped(WHY, code(bundle(None))),
    error=("notebook-member-type", at(0, 0) + "/data"),
    differs=OWN,
    **OUT,
)
for word, value, note in [("null", None, "null"), ("array", [1], "an array"), ("text", "a", "a text")]:
    case(
        f"notebook-output-metadata-{word}",
        f"metadata of an output that is {note} is an error",
        shaped(WHY, code({"output_type": "display_data", "data": {}, "metadata": value})),
        error=("notebook-member-type", at(0, 0) + "/metadata"),
        differs=OWN,
        **OUT,
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("true", True, "true")]:
    case(
        f"notebook-scrapbook-{word}",
        f"metadata.scrapbook that is {note} is an error",
        shaped(WHY, code(bundle({}, {"scrapbook": value}))),
        error=("notebook-member-type", at(0, 0) + "/metadata/scrapbook"),
        differs=OWN,
        **OUT,
    )
for word, value, note in [("null", None, "null"), ("array", [], "an array"), ("text", "x", "a text")]:
    case(
        f"notebook-papermill-{word}",
        f"metadata.papermill of an output that is {note} is an error",
        shaped(WHY, code(bundle({}, {"papermill": value}))),
        error=("notebook-member-type", at(0, 0) + "/metadata/papermill"),
        differs=OWN,
        **OUT,
    )
case(
    "notebook-data-before-metadata",
    "wrong data of an output is told before wrong metadata",
    shaped(WHY, code(bundle(1, 2) | {"metadata": 2})),
    error=("notebook-member-type", at(0, 0) + "/data"),
    differs=OWN,
    **OUT,
)
case(
    "notebook-scrapbook-before-papermill",
    "wrong scrapbook metadata is told before papermill's",
    shaped(WHY, code(bundle({}, {"papermill": 1, "scrapbook": 1}))),
    error=("notebook-member-type", at(0, 0) + "/metadata/scrapbook"),
    differs=OWN,
    **OUT,
)
case(
    "notebook-metadata-before-payload",
    "wrong metadata of an output is told before its payload",
    shaped(WHY, code(bundle({JSON: {}}, {"scrapbook": 1}))),
    error=("notebook-member-type", at(0, 0) + "/metadata/scrapbook"),
    differs="the reference checks the payload first",
    **OUT,
)
case(
    "notebook-payload-before-name",
    "a wrong payload is told before a wrong display name",
    shaped(WHY, code(bundle({JSON: {}}, {"scrapbook": {"display": True, "name": 1}}))),
    error=("payload-version-missing", at(0, 0, JSON)),
    **OUT,
)

# -- laziness
case(
    "notebook-readable-without-scraps",
    "a notebook with a bad payload can be read but for its scraps",
    shaped(
        "glue writes no such payload",
        code(bundle({JSON: 1})),
        metadata={"papermill": {"parameters": {"a": 1}}},
    ),
    run={"op": "read", "only": ["notebook"]},
    members=["notebook"],
    spec=["12.5"],
)
