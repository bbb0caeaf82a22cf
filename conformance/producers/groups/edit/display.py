"""Setting values that are shown, or were."""

from __future__ import annotations

from shapes import JSON, TEXT

from .group import bundle, case, combined, data, display, file, mark, payload, setting
from .shapes import (
    ONE,
    OUTPUTS,
    PAIR,
    PLAIN,
    SEPARATOR,
    SHOWN,
    STREAM,
    added,
    become,
    myst,
    papermill,
    put,
    record,
)

case("set-drops-display", "the display behind the data goes", PAIR, setting("x", 2), become(data("x", 2)))
case(
    "set-drops-late-display",
    "a display that had replaced the data goes",
    file(data("x", 1), STREAM, display("x")),
    setting("x", 2),
    become(data("x", 2), STREAM),
)
case(
    "set-drops-combined-display",
    "the display in the output of the data goes",
    file(combined("x", 1, {"text/plain": ["one"]})),
    setting("x", 2),
    become(data("x", 2)),
)
case(
    "set-drops-papermill-display",
    "papermill's mark of a display goes, too",
    file(bundle({JSON: payload("x", 1), "text/plain": ["one"]}, {"papermill": {"name": "x"}})),
    setting("x", 2),
    become(data("x", 2)),
)
case(
    "set-drops-no-older-display",
    "a display before the data stays",
    file(display("x"), data("x", 1)),
    setting("x", 2),
    put(2, 1),
)
case(
    "set-display-alone",
    "a display becomes data",
    file(display("x"), STREAM),
    setting("x", 2),
    become(data("x", 2), STREAM),
    whole=(f"{OUTPUTS}/0",),
)
case(
    "set-keeps-display",
    "data moves to the display that is kept",
    PAIR,
    setting("x", 2, display="keep"),
    become(combined("x", 2, {"text/plain": ["shown"]})),
)
case(
    "set-keeps-combined-display",
    "the display in the output of the data is kept",
    file(combined("x", 1, {"text/plain": ["one"]})),
    setting("x", 2, display="keep"),
    put(2),
)
case(
    "set-keeps-late-display",
    "data is put to a display that had replaced it",
    file(data("x", 1), STREAM, display("x")),
    setting("x", 2, display="keep"),
    become(data("x", 1), STREAM, combined("x", 2, {"text/plain": ["shown"]})),
)
case(
    "set-keeps-papermill-display",
    "papermill's display is kept",
    file(record(x=1), papermill("x")),
    setting("x", 2, display="keep"),
    become(combined("x", 2, {"text/plain": ["old"]}, papermill={"name": "x"})),
)
for id, prefix in [("shown", ""), ("hidden", "application/papermill.record/")]:
    case(
        f"set-keeps-myst-{id}",
        f"myst-nb's {id} display is kept as an ordinary one",
        file(myst("x", prefix)),
        setting("x", 2, display="keep"),
        become(
            bundle(
                {JSON: payload("x", 2), "text/plain": ["old"]},
                {"scrapbook": {"data": True, "display": True, "name": "x"}},
            )
        ),
    )
case(
    "set-keeps-nothing",
    "there is nothing to keep before the data",
    file(display("x"), data("x", 1)),
    setting("x", 2, display="keep"),
    put(2, 1),
)
case(
    "set-bundle",
    "a new display is put to the data, its text in lines",
    file(data("x", 1), STREAM),
    setting("x", 2, display=SHOWN),
    become(combined("x", 2, {"image/png": "AAAA\nAAAA", "text/plain": ["new"]}), STREAM),
    whole=(f"{OUTPUTS}/0",),
)
case(
    "set-bundle-lines",
    "text of a display is split as Python splits lines",
    ONE,
    setting("x", 2, display={"data": {"$object": [["text/html", "a\r\nb\u2028c\fd"], ["text/plain", ""]]}}),
    become(combined("x", 2, {"text/html": ["a\r\n", "b\u2028", "c\f", "d"], "text/plain": []})),
    whole=(f"{OUTPUTS}/0",),
)
case(
    "set-bundle-replaces",
    "a new display takes the place of an old one and of the data before it",
    PAIR,
    setting("x", 2, display=PLAIN),
    become(combined("x", 2, {"text/plain": ["new"]})),
    whole=(f"{OUTPUTS}/1",),
)
case(
    "set-bundle-metadata",
    "the metadata of a display comes along, but for marks of scraps",
    ONE,
    setting(
        "x",
        2,
        display={
            **PLAIN,
            "metadata": {"$object": [["width", {"$number": "1.5"}], ["scrapbook", 1], ["papermill", 1]]},
        },
    ),
    become(combined("x", 2, {"text/plain": ["new"]}) | {"metadata": {**mark("x", True, True), "width": 1.5}}),
    whole=(f"{OUTPUTS}/0",),
)
case(
    "set-bundle-beside-another",
    "a display that finds no room goes to a new cell",
    file(bundle({JSON: payload("x", 1), TEXT: payload("y", "b", "text")}, mark("x"))),
    setting("x", 2, display=PLAIN),
    added(combined("x", 2, {"text/plain": ["new"]})),
)
case(
    "set-display-value",
    "a display takes the place of data",
    PAIR,
    setting("x", {"$display": PLAIN}, encoder="display"),
    become(bundle({"text/plain": ["new"]}, mark("x", False, True))),
    whole=(f"{OUTPUTS}/1",),
)
case(
    "set-display-value-apart",
    "older data does not complete a new display",
    file(data("x", 0), data("x", 1)),
    setting("x", {"$display": PLAIN}, encoder="display"),
    become(bundle({"text/plain": ["new"]}, mark("x", False, True))),
    whole=(f"{OUTPUTS}/1",),
)
case(
    "set-display-value-separated",
    "an empty output keeps data that stays from completing a display",
    file(bundle({JSON: payload("x", 1), TEXT: payload("y", "b", "text")}, mark("x")), display("x")),
    setting("x", {"$display": PLAIN}, encoder="display"),
    become(
        bundle({JSON: payload("x", 1), TEXT: payload("y", "b", "text")}, mark("x")),
        SEPARATOR,
        bundle({"text/plain": ["new"]}, mark("x", False, True)),
    ),
    whole=(f"{OUTPUTS}/1",),
    spec=["13.2", "13.3"],
)
