"""What scrapbook's report of several notebooks emits."""

from suite import Group, glued

group = Group("report", ["14.4"], level="gluer")
HTML = "from IPython.display import HTML\n"
FILES = {
    "a": glued(HTML + 'sb.glue("x", 1)\nsb.glue("y", HTML("<b>a</b>"))'),
    "b": glued(HTML + 'sb.glue("y", HTML("<b>b</b>"))\nsb.glue("z", HTML("<i>b</i>"))'),
}
PLACES = {key: f"report/report-displays/{key}.ipynb" for key in FILES}


def case(id: str, description: str, files: dict = PLACES, **asked: object) -> None:
    group.case(
        f"report-{id}",
        description,
        files=files,
        run={"op": "report", **asked},
        requires=["report", "scrapbook"],
    )


case("displays", "a report shows each notebook's displays, headed by key and name", FILES)
case("names", "a report may show some scraps only", names=["y"])
case("notebooks", "a report may show some notebooks only", notebooks=["b"])
case("no-headers", "a report may go without headers", headers=False)


def shown(text: str, mime: str = "text/plain") -> dict:
    """A heading's or a text's output; what a heading has beside its Markdown is free."""
    free = [["text/plain", {"$any": True}]] if mime == "text/markdown" else []
    return {
        "outputType": "display_data",
        "data": {"$object": [*free, [mime, text]]},
        "metadata": {"$object": []},
    }


def heading(text: str) -> dict:
    return shown(text, "text/markdown")


DATA = {
    "c": glued(
        'sb.glue("n", 1.0)\nsb.glue("o", {"a": [1, True, None], "b": "x, y: z"})\n'
        'sb.glue("l", ["e" * 120])'
    )
}
TEXTS = {
    "n": "1.0",
    "o": '{"a": [1, true, null], "b": "x, y: z"}',
    "l": '["' + "e" * 98 + "...",
}
REPR = "the reference shows the quoted repr of each value's repr"

group.case(
    "report-data",
    "a report may show data too, each under its name",
    files=DATA,
    run={"op": "report", "includeData": True},
    requires=["report", "scrapbook"],
    expect={
        "outputs": [
            heading("### c"),
            *(output for name, text in TEXTS.items() for output in (heading(f"#### {name}"), shown(text))),
        ]
    },
    differs=REPR,
)
group.case(
    "report-data-no-headers",
    "a report's data have their names before them where there are no headers",
    files={"c": "report/report-data.ipynb"},
    run={"op": "report", "includeData": True, "headers": False},
    requires=["report", "scrapbook"],
    expect={"outputs": [shown(f"{name}: {text}") for name, text in TEXTS.items()]},
    differs=REPR,
)
