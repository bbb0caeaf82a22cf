"""What the real Python scrapbook answers to a case's operation.

The harness says it to the runner, and the producers write it into the cases: one code for both.
"""

from __future__ import annotations

import contextlib
import logging
import re
import traceback
import warnings

import nbformat
import pandas as pd
import scrapbook as sb
from encoders import DATE, registered
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import DisplayObject
from IPython.utils.capture import capture_output
from nbformat.reader import NotJSONError
from scrapbook.exceptions import ScrapbookDataException, ScrapbookException, ScrapbookMissingEncoder
from scrapbook.models import Notebook, Scrapbook
from traitlets.config import Config
from values import tag, tag_text, untag

warnings.simplefilter("ignore")
logging.getLogger("traitlets").setLevel(logging.CRITICAL)
logging.getLogger("scrapbook").addHandler(logging.NullHandler())
# A history would be a file in the home folder.
InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))


class CannotTell(Exception):
    """Scrapbook has nothing to answer this with."""


def answer(run: dict, files: list[dict]) -> dict:
    """`{"result"}`, `{"raises": {type, message, category}}` or `{"skipped"}` for one case."""
    options = run.get("options", {})
    if options.get("strict") is False:
        return {"skipped": "scrapbook has no lenient reading"}
    if options.get("onError") == "collect":
        return {"skipped": "scrapbook does not collect errors"}
    operation = OPERATIONS.get(run["op"])
    if operation is None:
        return {"skipped": f"scrapbook has no operation {run['op']}"}
    try:
        with registered(options.get("encoders", [])):
            return {"result": operation(run, files)}
    except CannotTell as reason:
        return {"skipped": str(reason)}
    except BaseException as error:  # `read_notebook` raises a Warning, and RecursionError is one too
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        return {"raises": describe(error)}


def describe(error: BaseException) -> dict:
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else kind.__module__.split(".")[0] + "."
    first = str(error).strip().split("\n")[0]
    said = {"type": module + kind.__name__, "message": hide_paths(first)[:200]}
    category = categorise(error)
    return said | ({"category": category} if category else {})


def hide_paths(text: str) -> str:
    """Messages go into the cases, and the folder that the cases were made in does not."""
    return re.sub(r"(?:/[^/'\"\s]+)+/notebooks/", "", text)


def categorise(error: BaseException) -> str | None:
    """The category of an error that scrapbook raises on purpose; none for one that slipped out."""
    if isinstance(error, ScrapbookMissingEncoder):
        return "encoder"
    if isinstance(error, ScrapbookDataException):
        return "payload"
    if isinstance(error, ScrapbookException):
        return "notebook"
    if isinstance(error, (NotJSONError, UnicodeDecodeError)):
        return "json"
    if isinstance(error, nbformat.ValidationError) or type(error).__name__ == "NBFormatError":
        return "notebook"
    if isinstance(error, FileNotFoundError):
        return "store"
    if isinstance(error, NotImplementedError) and "no supported encoder" in str(error):
        return "encoder"
    # An encoder's own failure: one of its methods was running.
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if any(hasattr(frame.f_locals.get("self"), "encodable") for frame in frames):
        return "encoder"
    return None


# -- read -------------------------------------------------------------------------------------


def read(run: dict, files: list[dict]) -> dict:
    only = run.get("only")
    if run.get("scrapbook") or len(files) > 1:
        return told_scrapbook(open_scrapbook(files))
    notebook = sb.read_notebook(files[0]["path"])
    told = {}
    if only is None or "notebook" in only:
        told["notebook"] = told_notebook(notebook)
    if only is None or set(only) != {"notebook"}:
        with captured_warnings() as said:
            scraps = notebook.scraps
        told |= told_views(scraps) | {"warnings": said}
    return told


def open_scrapbook(files: list[dict]) -> Scrapbook:
    book = Scrapbook()
    for file in files:
        book[file["key"]] = file["path"]
    return book


def told_scrapbook(book: Scrapbook) -> dict:
    with captured_warnings() as said:
        merged = book.scraps
    return told_views(merged) | {
        "warnings": said,
        "notebooks": [
            {"key": key, "scraps": told_scraps(nb.scraps), "notebook": told_notebook(nb)}
            for key, nb in book.items()
        ],
    }


def told_views(scraps) -> dict:
    return {
        "scraps": told_scraps(scraps),
        "dataScraps": [tag(name) for name in scraps.data_scraps],
        "displayScraps": [tag(name) for name in scraps.display_scraps],
    }


def told_scraps(scraps) -> list[dict]:
    told = []
    for name, scrap in scraps.items():
        said = {"name": tag(name), "encoder": tag(scrap.encoder), "display": told_display(scrap.display)}
        data = tag(scrap.data)
        # A display has no data, and a frame none that has a tag.
        if scrap.encoder != "display" and data != {"$other": "DataFrame"}:
            said["data"] = data
        told.append(said)
    return told


def told_display(output) -> dict | None:
    if output is None:
        return None
    return {
        "outputType": output.get("output_type", ""),
        "data": tag(output.get("data", {})),
        "metadata": tag(output.get("metadata", {})),
    }


def told_notebook(notebook: Notebook) -> dict:
    told = {
        "nbformat": notebook.nbformat,
        "nbformatMinor": notebook.nbformat_minor,
        "metadata": tag(notebook.metadata),
        "executionCounts": tag(notebook.execution_counts),
    }
    # `metadata.papermill: null` and the like break these two, and only these.
    with contextlib.suppress(AttributeError):
        told["cellTiming"] = tag(notebook.cell_timing)
    with contextlib.suppress(AttributeError):
        told["parameters"] = tag(notebook.parameters)
    return told


@contextlib.contextmanager
def captured_warnings():
    said: list[dict] = []

    class Listener(logging.Handler):
        def emit(self, record):
            if "later payload version" in record.getMessage():
                said.append({"code": "payload-version-newer"})

    logger, listener = logging.getLogger("scrapbook"), Listener()
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


# -- table ------------------------------------------------------------------------------------

TABLES = {
    "notebook-scraps": "scrap_dataframe",
    "parameters": "parameter_dataframe",
    "records": "papermill_record_dataframe",
    "papermill": "papermill_dataframe",
    "metrics": "metrics",
}


def table(run: dict, files: list[dict]) -> dict:
    wanted = run["table"]
    if wanted == "wide":
        raise CannotTell("scrapbook has no table with one row per notebook")
    if run.get("scrapbook"):
        book = open_scrapbook(files)
        if wanted == "scraps":
            frame = book.scraps.dataframe
        elif wanted in ("metrics", "papermill"):
            frame = getattr(book, TABLES[wanted])
        else:
            raise CannotTell(f"scrapbook has no table {wanted} of several notebooks")
    else:
        notebook = sb.read_notebook(files[0]["path"])
        frame = notebook.scraps.dataframe if wanted == "scraps" else getattr(notebook, TABLES[wanted])
    columns = [tag_text(column) for column in frame.columns]
    rows = [
        [told_cell(frame.iloc[row, at], columns[at]) for at in range(len(columns))]
        for row in range(len(frame))
    ]
    return {"columns": columns, "rows": rows}


def told_cell(value: object, column: object) -> object:
    if column == "display":
        return None if not isinstance(value, dict) else told_display(value)
    # pandas says NaN for what is absent in a column of numbers.
    if not isinstance(value, (dict, list, str)) and value is not None and pd.isna(value):
        return None
    return tag(value)


# -- list -------------------------------------------------------------------------------------


def list_notebooks(run: dict, files: list[dict]) -> dict:
    if run.get("options", {}).get("recursive") or len(files) > 1:
        raise CannotTell("scrapbook lists one folder, and nothing below it")
    return told_scrapbook(sb.read_notebooks(files[0]["path"]))


# -- glue, reglue, report ---------------------------------------------------------------------


def emitted(emit) -> dict:
    """What is displayed while `emit` runs, not sent through a kernel."""
    with capture_output(stdout=False, stderr=False) as captured:
        emit()
    return {
        "outputs": [
            {
                "outputType": "display_data",
                "data": tag(output.data or {}),
                "metadata": tag(output.metadata or {}),
            }
            for output in captured.outputs
        ]
    }


def encode(run: dict, files: list[dict]) -> dict:
    if run.get("nonFinite", "error") != "error":
        raise CannotTell("scrapbook has no option for what is not finite")
    display = run.get("display")
    if isinstance(display, dict):
        display = display.get("include", display)
    value = python_value(run["value"], run.get("bundle"))
    return emitted(lambda: sb.glue(untag(run["name"]), value, run.get("encoder"), display))


def python_value(value: object, bundle: dict | None) -> object:
    """The value to glue: one that shows itself as the bundle says, where there is one."""
    if isinstance(value, dict) and "$display" in value:
        return shown(DisplayObject, value["$display"])(data="")
    if isinstance(value, dict) and "$other" in value:
        plain = OTHERS.get(value["$other"])
        if plain is None:
            raise CannotTell(f"Python has no {value['$other']}")
        plain = plain()
    else:
        plain = untag(value)
    if bundle is None or isinstance(plain, bool):
        return plain
    return shown(type(plain), bundle)(plain)


def shown(kind: type, bundle: dict) -> type:
    data, metadata = untag(bundle["data"]), untag(bundle.get("metadata", {"$object": []}))

    def _repr_mimebundle_(self, include=None, exclude=None):
        return data, metadata

    def _repr_pretty_(self, printer, cycle):
        # IPython makes text/plain itself, whatever the bundle says.
        printer.text(data["text/plain"])

    return type("Shown", (kind,), {"_repr_mimebundle_": _repr_mimebundle_, "_repr_pretty_": _repr_pretty_})


def cycle() -> list:
    ring: list = []
    ring.append(ring)
    return ring


OTHERS = {
    "date": lambda: DATE,
    "set": lambda: {1},
    "bytes": lambda: b"\0\1",
    "function": lambda: len,
    "cycle": cycle,
}


def reglue(run: dict, files: list[dict]) -> dict:
    notebook = sb.read_notebook(files[0]["path"])
    return emitted(
        lambda: notebook.reglue(
            untag(run["name"]),
            untag(run["newName"]) if "newName" in run else None,
            raise_on_missing=run.get("onMissing", "error") == "error",
            unattached=run.get("unattached", False),
        )
    )


def report(run: dict, files: list[dict]) -> dict:
    book = open_scrapbook(files)
    return emitted(
        lambda: book.scraps_report(
            scrap_names=untag(run.get("names")),
            notebook_names=run.get("notebooks"),
            include_data=run.get("includeData", False),
            headers=run.get("headers", True),
        )
    )


OPERATIONS = {
    "read": read,
    "table": table,
    "list": list_notebooks,
    "encode": encode,
    "reglue": reglue,
    "report": report,
}
