"""Folders of notebooks: which files, in which order, under which keys."""

from shapes import code, data, notebook, write
from suite import Group, Named, glued, raw, scrap, shaped

group = Group("list", ["14.1"])
case = group.case
WHY = "the files differ by name and number"


def numbered(*names: str) -> dict:
    """A folder of notebooks, each with its place as x."""
    return {name: shaped(WHY, code(data("x", place))) for place, name in enumerate(names)}


def folder(id: str, description: str, content: dict, members: list | None = None, **more: object) -> None:
    case(f"list-{id}", description, files={"folder": content}, run={"op": "list"}, members=members, **more)


def told(*places: tuple[str, int]) -> dict:
    return {"notebooks": [{"key": key, "scraps": [scrap("x", place)]} for key, place in places]}


folder(
    "folder",
    "a folder's notebooks are read under their names without extension",
    {"b.ipynb": glued('sb.glue("x", 1)'), "a.ipynb": glued('sb.glue("x", 2)\nsb.glue("y", 3)')},
    members=["notebooks", "scraps"],
)
folder(
    "order",
    "notebooks are in the order of code points",
    numbered("b.ipynb", "a.ipynb", "C.ipynb", "10.ipynb", "9.ipynb", "_.ipynb", "ä.ipynb"),
)
folder(
    "order-of-dots",
    "names are compared with their extension",
    numbered("a.ipynb", "a.b.ipynb", "a-b.ipynb", "a b.ipynb"),
)
folder("order-beyond-ffff", "characters beyond U+FFFF come last", numbered("😀.ipynb", "～.ipynb"))
folder("hidden", "hidden files are listed", numbered(".hidden.ipynb", "a.ipynb"))
folder(
    "others",
    "files of other names are not listed",
    {
        **numbered("a.ipynb", "a.ipynb.bak", "b.IPYNB", "c.json", "ipynb", "d.ipynb~"),
        "notes.txt": raw(WHY, b"notes\n"),
    },
)
folder(
    "subfolder",
    "folders in a folder are not looked into",
    {**numbered("a.ipynb"), "sub": numbered("b.ipynb")},
)
folder(
    "hash-in-name",
    "a # is part of a name",
    numbered("a#b.ipynb", "c.ipynb"),
    expect=told(("a#b", 0), ("c", 1)),
    differs="the reference takes the path for a URL",
)
folder("percent-in-name", "a % is part of a name", numbered("a%20b.ipynb", "100%.ipynb"))
folder(
    "only-extension",
    "a file named .ipynb has that key",
    numbered(".ipynb", "a.ipynb"),
    expect=told((".ipynb", 0), ("a", 1)),
    differs="the reference lists the file, and then refuses its name",
)
folder(
    "unreadable",
    "a notebook that cannot be read fails the whole folder",
    {**numbered("a.ipynb"), "b.ipynb": raw("no library writes what is no JSON", b"{")},
    error=("json-truncated", ""),
)
case(
    "list-unreadable-collected",
    "a notebook of a folder that cannot be read is listed under its key",
    files={"folder": "list/list-unreadable"},
    run={"op": "list"},
    options={"onError": "collect"},
    expect={
        **told(("a", 0)),
        "errors": [{"key": "b", "category": "json", "code": "json-truncated", "path": ""}],
    },
    none="the reference does not collect errors",
)
DEEP = {**numbered("b.ipynb"), "a": numbered("z.ipynb"), "c": {"d": numbered("a.ipynb")}}
NONE = "the reference lists one folder, and nothing below it"
case(
    "list-recursive",
    "a recursive listing has keys relative to the folder",
    files={"folder": DEEP},
    run={"op": "list"},
    options={"recursive": True},
    expect=told(("a/z", 0), ("b", 0), ("c/d/a", 0)),
    none=NONE,
)
case(
    "list-recursive-order",
    "a recursive listing is in the order of whole paths",
    files={
        "folder": {
            **numbered("a.ipynb", "a-.ipynb", "b.ipynb"),
            "a": numbered("z.ipynb"),
            "a.b": numbered("y.ipynb"),
        }
    },
    run={"op": "list"},
    options={"recursive": True},
    expect={"notebooks": [{"key": key} for key in ["a-", "a.b/y", "a", "a/z", "b"]]},
    none=NONE,
)
HIDDEN = {
    **numbered("a.ipynb", ".b.ipynb"),
    ".old": numbered("a.ipynb"),
    "c": {"d.ipynb": numbered("d.ipynb")["d.ipynb"], ".e": numbered("f.ipynb")},
}
case(
    "list-hidden-folder",
    "a recursive listing does not enter hidden folders",
    files={"folder": HIDDEN},
    run={"op": "list"},
    options={"recursive": True},
    expect={"notebooks": [{"key": key} for key in [".b", "a", "c/d"]]},
    none=NONE,
)
case(
    "list-hidden-folder-asked",
    "a recursive listing enters hidden folders if asked to",
    files={"folder": "list/list-hidden-folder"},
    run={"op": "list"},
    options={"recursive": True, "hidden": True},
    expect={
        "notebooks": [
            {"key": key} for key in [".b", ".old/a", "a", "c/.e/f", "c/d"]
        ]
    },
    none=NONE,
)
case(
    "list-two-folders",
    "two folders have keys relative to what they share, in the order given",
    files={"b": numbered("x.ipynb"), "a": numbered("x.ipynb")},
    run={"op": "list"},
    expect=told(("b/x", 0), ("a/x", 0)),
    none=NONE,
)
case(
    "list-folder-twice",
    "a notebook that is found twice is an error",
    files={"a": "list/list-folder", "b": "list/list-folder"},
    run={"op": "list"},
    error=("usage-duplicate-key", ""),
    none=NONE,
)
NAMED = {"spec": ["14.1"], "differs": "the reference refuses a path that does not end in ipynb"}
case(
    "list-any-extension",
    "a file that is named outright may have any extension",
    Named("notebook.json", raw(WHY, write(notebook(code(data("x", 1)))))),
    expect={"scraps": [scrap("x", 1, source="1")]},
    **NAMED,
)
case(
    "list-capital-extension",
    "a file that is named outright may have a capital extension",
    Named("NOTEBOOK.IPYNB", raw(WHY, write(notebook(code(data("x", 1)))))),
    expect={"scraps": [scrap("x", 1, source="1")]},
    **NAMED,
)
case(
    "list-no-extension",
    "a file that is named outright may have no extension",
    Named("notebook", raw(WHY, write(notebook(code(data("x", 1)))))),
    expect={"scraps": [scrap("x", 1, source="1")]},
    **NAMED,
)
case(
    "list-folder-twice-collected",
    "of two notebooks with one key the second is listed with its error",
    files={"a": "list/list-folder", "b": "list/list-folder"},
    run={"op": "list"},
    options={"onError": "collect"},
    expect={
        "notebooks": [{"key": "a"}, {"key": "b"}],
        "errors": [
            {"key": key, "category": "usage", "code": "usage-duplicate-key", "path": ""} for key in ["a", "b"]
        ],
    },
    none=NONE,
)
case(
    "list-payload-collected",
    "a notebook whose scraps cannot be served is listed with its error",
    files={
        "folder": {
            **numbered("a.ipynb"),
            "b.ipynb": shaped("glue writes no such version", code(data("x", 1, version=0))),
        }
    },
    run={"op": "list"},
    options={"onError": "collect"},
    expect={
        **told(("a", 0)),
        "errors": [
            {
                "key": "b",
                "category": "payload",
                "code": "payload-version-unsupported",
                "path": "/cells/0/outputs/0/data/application~1scrapbook.scrap.json+json/version",
            }
        ],
    },
    none="the reference does not collect errors",
)
