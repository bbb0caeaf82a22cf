"""Python's tables, and the wide one."""

from shapes import JSON, Raw, code, data, holding, markdown, payload
from suite import Group, at, glued, shaped
from values import tag

group = Group("table", ["9.6"])
case = group.case
WHY = "papermill writes times, which differ from run to run"


def table(id: str, description: str, name: str, source: object = None, **more: object) -> None:
    case(
        f"table-{id}",
        description,
        source,
        run={"op": "table", "table": name, **more.pop("with_", {})},
        **more,
    )


def ran(*cells: object, parameters: dict | None = None, **more: object) -> dict:
    return shaped(WHY, *cells, metadata={"papermill": {"parameters": parameters or {}}}, **more)


def timed(count: object, duration: object, *outputs: object) -> dict:
    return code(*outputs, metadata={"papermill": {"duration": duration}}) | {"execution_count": count}


MIXED = ran(
    timed(1, 0.25, data("b", 1), data("a", "text", "text"), data("B", [1, {"c": None}])),
    markdown(),
    timed(3, 1.5, data("ä", True), data("_", 0.5)),
    parameters={"b": 1, "a": "x", "B": [1], "_": None},
)
PATH = "table/table-scraps.ipynb"
table("scraps", "the table of scraps has a row for each, in order", "scraps", MIXED)
table("notebook-scraps", "a notebook's table of scraps tells the file's name too", "notebook-scraps", PATH)
table("parameters", "parameters are sorted by name, capitals first", "parameters", PATH)
table("records", "records are data scraps sorted by name, capitals first", "records", PATH)
table(
    "papermill",
    "papermill's table has the parameters, then the records",
    "papermill",
    PATH,
    expect={
        "columns": ["name", "value", "type", "filename"],
        "rows": [
            *[
                [name, tag(value), "parameter", "table-scraps.ipynb"]
                for name, value in [("B", [1]), ("_", None), ("a", "x"), ("b", 1)]
            ],
            *[
                [name, tag(value), "record", "table-scraps.ipynb"]
                for name, value in [("B", [1, {"c": None}]), ("_", 0.5), ("a", "text"), ("b", 1), ("ä", True)]
            ],
        ],
    },
    differs="the reference fails with pandas 2 and later, which have no DataFrame.append",
)
table("metrics", "metrics have a row for each cell that was counted", "metrics", PATH)
table(
    "metrics-none",
    "a notebook whose cells were not counted has no metrics",
    "metrics",
    shaped(WHY, code() | {"execution_count": None}, markdown()),
)
table("metrics-no-duration", "a cell that papermill did not time took 0.0", "metrics", shaped(WHY, code()))
table(
    "metrics-order",
    "metrics are in the order of cells, not of counts",
    "metrics",
    ran(timed(3, 1.5), timed(1, 0.5)),
)
table("scraps-empty", "a notebook without scraps has a table without rows", "scraps", glued("1"))
table(
    "records-empty",
    "a notebook without data has no records",
    "records",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>"))'),
)
table(
    "scraps-display",
    "a display stands in its column",
    "scraps",
    glued('from IPython.display import HTML\nsb.glue("x", HTML("<b>"))\nsb.glue("y", "two")'),
)
table(
    "records-null",
    "data that decodes to null is no record",
    "records",
    shaped("glue refuses null", code(data("x", "null"), data("y", "two", "text"))),
)
table(
    "names-by-code-point",
    "names are sorted by code points, also beyond U+FFFF",
    "records",
    glued('for name in ["😀", "\\uff5e", "z", "a10", "a2", "", "A"]:\n    sb.glue(name, name)'),
)
table(
    "parameters-by-code-point",
    "parameters are sorted by code points, also beyond U+FFFF",
    "parameters",
    ran(parameters={"😀": "a", "\uff5e": "b", "a10": "c", "a2": "d", "": "e"}),
)
UNDECODED = shaped(
    "glue writes with encoders that it knows", code(data("x", 1, "arrow"), data("y", "two", "text"))
)
table(
    "records-undecodable",
    "a value that does not decode is absent in a table",
    "records",
    UNDECODED,
    expect={
        "columns": ["name", "value", "type", "filename"],
        "rows": [
            ["x", None, "record", "table-records-undecodable.ipynb"],
            ["y", "two", "record", "table-records-undecodable.ipynb"],
        ],
    },
    differs="the reference can then read no scrap at all",
)
table(
    "metrics-odd-counts",
    "a count is written as Python writes it",
    "metrics",
    ran(timed(1.0, 0.5), timed(True, 0.5), timed("7", 0.5), timed(Raw("1e16"), 0.5)),
)
table(
    "scraps-bad",
    "a table of scraps fails when the scraps do",
    "scraps",
    shaped("glue writes no such payload", code(holding(payload(data=None)))),
    error=("payload-member-type", at(0, 0, JSON, "data")),
    spec=["9.6", "12.5"],
)

# -- several notebooks
BOOK = {
    "a": ran(timed(1, 0.5, data("x", 1), data("y", "a", "text")), parameters={"p": 1}),
    "b": ran(timed(1, 0.25, data("x", 2)), timed(2, 1.0), parameters={"q": "b", "p": 2}),
}
FILES = {key: f"table/table-book-metrics/{key}.ipynb" for key in BOOK}


def book(id: str, description: str, name: str, files: dict, **more: object) -> None:
    table(
        f"book-{id}",
        description,
        name,
        files=files,
        with_={"scrapbook": True, **more.pop("with_", {})},
        **more,
    )


book("metrics", "a scrapbook's metrics are its notebooks', with their keys", "metrics", BOOK)
PARTS = {
    "parameters": (
        ["name", "value", "type", "filename", "key"],
        [
            ["p", 1, "parameter", "a.ipynb", "a"],
            ["p", 2, "parameter", "b.ipynb", "b"],
            ["q", "b", "parameter", "b.ipynb", "b"],
        ],
    ),
    "records": (
        ["name", "value", "type", "filename", "key"],
        [
            ["x", 1, "record", "a.ipynb", "a"],
            ["y", "a", "record", "a.ipynb", "a"],
            ["x", 2, "record", "b.ipynb", "b"],
        ],
    ),
    "notebook-scraps": (
        ["name", "data", "encoder", "display", "filename", "key"],
        [
            ["x", 1, "json", None, "a.ipynb", "a"],
            ["y", "a", "text", None, "a.ipynb", "a"],
            ["x", 2, "json", None, "b.ipynb", "b"],
        ],
    ),
    "papermill": (
        ["name", "value", "type", "filename", "key"],
        [
            ["p", 1, "parameter", "a.ipynb", "a"],
            ["x", 1, "record", "a.ipynb", "a"],
            ["y", "a", "record", "a.ipynb", "a"],
            ["p", 2, "parameter", "b.ipynb", "b"],
            ["q", "b", "parameter", "b.ipynb", "b"],
            ["x", 2, "record", "b.ipynb", "b"],
        ],
    ),
}
for name, (columns, rows) in PARTS.items():
    how = (
        {"differs": "the reference fails with pandas 2 and later, which have no DataFrame.append"}
        if name == "papermill"
        else {"none": "the reference has this table of one notebook only"}
    )
    book(
        name,
        f"a scrapbook's table of {name} is its notebooks', with their keys",
        name,
        FILES,
        expect={"columns": columns, "rows": [[tag(cell) for cell in row] for row in rows]},
        **how,
    )
book(
    "metrics-empty",
    "a scrapbook without notebooks has a table without rows",
    "metrics",
    {},
    expect={"columns": ["filename", "cell", "value", "type", "key"], "rows": []},
    differs="the reference fails with a ValueError",
)

# -- wide
NONE = {"none": "the reference has no table with one row per notebook", "spec": ["14.3"]}


def wide(id: str, description: str, files: dict, told: list, rows: list, **asked: object) -> None:
    book(
        f"wide-{id}",
        description,
        "wide",
        files,
        with_=asked,
        expect={"columns": told, "rows": [[tag(cell) for cell in row] for row in rows]},
        **NONE,
    )


WIDE = {
    "a": shaped(
        WHY,
        code(data("x", 1), data("list", [1]), data("y", "a", "text")),
        metadata={"papermill": {"parameters": {"p": 1, "x": "hidden"}}},
    ),
    "b": shaped(
        WHY,
        code(data("y", "b", "text"), data("x", 2.5), data("list", "now text", "text"), data("z", True)),
        metadata={"papermill": {"parameters": {"q": [2], "p": 3}}},
    ),
    "c": shaped(WHY, code(data("x", "null"), data("z", 1, "arrow"))),
}
PLACES = {key: f"table/table-book-wide-columns/{key}.ipynb" for key in WIDE}
wide(
    "columns",
    "the wide table has a row for each notebook, with the columns asked for",
    WIDE,
    ["key", "y", "x"],
    [["a", "a", 1], ["b", "b", 2.5], ["c", None, None]],
    columns=["y", "x"],
)
wide(
    "all",
    "without columns the wide table has all scraps that are scalars",
    PLACES,
    ["key", "x", "y", "list", "z"],
    [["a", 1, "a", None, None], ["b", 2.5, "b", "now text", True], ["c", None, None, None, None]],
)
wide(
    "not-scalar",
    "a column that is asked for has any value",
    PLACES,
    ["key", "list"],
    [["a", [1]], ["b", "now text"], ["c", None]],
    columns=["list"],
)
book(
    "wide-missing",
    "a column that no notebook has is an error",
    "wide",
    PLACES,
    with_={"columns": ["nothing"]},
    error=("usage-argument", ""),
    **NONE,
)
wide(
    "parameters",
    "parameters come before scraps, and a scrap's value before a parameter's",
    PLACES,
    ["key", "p", "x", "q"],
    [["a", 1, 1, None], ["b", 3, 2.5, [2]], ["c", None, None, None]],
    columns=["x"],
    parameters=True,
)
wide(
    "twice",
    "a column that is asked for twice stands once",
    PLACES,
    ["key", "x", "y"],
    [["a", 1, "a"], ["b", 2.5, "b"], ["c", None, None]],
    columns=["x", "y", "x"],
)
wide(
    "key",
    "a scrap that is named key does not hide the notebook's key",
    {"a": glued('sb.glue("key", 5)\nsb.glue("x", 1)')},
    ["key", "x"],
    [["a", 1]],
    columns=["key", "x"],
)
wide(
    "empty",
    "a scrapbook without notebooks has a wide table without rows",
    {},
    ["key", "x"],
    [],
    columns=["x"],
)
wide("no-columns", "without columns and notebooks the wide table has the key alone", {}, ["key"], [])
