"""What scrapbook's report of several notebooks emits."""

from suite import Group, glued

group = Group("report", ["11.5"], level="gluer")
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
