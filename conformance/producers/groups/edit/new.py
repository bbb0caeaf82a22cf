"""New scraps, and how new text looks."""

from __future__ import annotations

from shapes import JSON
from suite import Shaped

from .group import (
    WHY,
    case,
    combined,
    data,
    file,
    new_cell,
    removing,
    renaming,
    setting,
)
from .shapes import ONE, PLAIN, STREAM, added, become
from .splices import BOM, CRLF, FOUR, MINIFIED, ONE_LINE, TABS

case(
    "new",
    "a new scrap gets a cell at the end",
    file(STREAM),
    setting("x", 1),
    added(data("x", 1)),
    spec=["13.2"],
)
case(
    "new-two",
    "new scraps of a session share their cell",
    ONE,
    [setting("a", 1), setting("b", "text")],
    added(data("a", 1), data("b", "text", "text")),
    spec=["13.2"],
)
case(
    "new-display",
    "a new scrap with a display is one output",
    ONE,
    setting("y", 1, display=PLAIN),
    added(combined("y", 1, {"text/plain": ["new"]})),
    spec=["13.2"],
)
case(
    "new-first-cell",
    "a notebook without cells gets its first",
    Shaped(
        file().content.replace(
            file().content[
                file().content.index(b"[") : file().content.index(b' "metadata": {},\n "nbformat"')
            ],
            b"[],\n",
        ),
        WHY,
    ),
    setting("x", 1),
    added(data("x", 1)),
    spec=["13.2"],
)
case(
    "new-removed",
    "a new cell that ends up empty is not made",
    ONE,
    [setting("a", 1), setting("b", 2), removing("a"), removing("b")],
    spec=["13.2"],
)
case(
    "new-unsorted",
    "where keys are not sorted a payload has its own order",
    file(data("x", 1), is_sorted=False),
    setting("y", 2),
    lambda notebook: notebook["cells"].append(
        new_cell(
            {
                "output_type": "display_data",
                "data": {JSON: {"name": "y", "data": 2, "encoder": "json", "version": 1}},
                "metadata": {"scrapbook": {"name": "y", "data": True, "display": False}},
            }
        )
    ),
    spec=["13.8"],
)
for id, name, layout in [
    ("minified", "a minified file", MINIFIED),
    ("one-line", "a file in one line", ONE_LINE),
    ("indent-4", "a file indented by 4", FOUR),
    ("tabs", "a file indented by tabs", TABS),
    ("crlf", "a file with CR LF", CRLF),
    ("bom", "a file with a byte order mark", BOM),
]:
    case(
        f"layout-{id}",
        f"{name} stays one",
        file(data("x", 1), STREAM, data("y", 2), layout=layout),
        [setting("x", {"a": [1, 2], "b": {}}), setting("new", [3]), removing("y"), renaming("new", "z")],
        lambda notebook: (
            (become(data("x", {"a": [1, 2], "b": {}}), STREAM)(notebook), added(data("z", [3]))(notebook))
            and notebook
        ),
        layout=layout,
        spec=["13.8"],
    )
