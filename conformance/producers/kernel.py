"""Notebooks that a real kernel ran: the cells of many cases in one kernel, a notebook for each case."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

IMPORT = "import scrapbook as sb\n"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# Before each case: forgets the variables of the case before, and counts from 1 again.
FRESH = "get_ipython().run_line_magic('reset', '-f')\nget_ipython().execution_count = 1"


def run(
    cells_by_case: dict[str, list[str]], prelude: str = IMPORT, kernel: str = "python3"
) -> dict[str, bytes]:
    """Runs each case's cells, the first one headed by `prelude`, and gives each case's notebook.

    A cell that raises is a mistake of the case, unless its source says that it is to.
    """
    whole = nbformat.v4.new_notebook(metadata=METADATA)
    # Without timings a rerun gives the same bytes.
    client = NotebookClient(whole, kernel_name=kernel, record_timing=False, allow_errors=True, timeout=120)
    done = {}
    with client.setup_kernel():
        for case, sources in cells_by_case.items():
            start = len(whole.cells)
            for count, source in enumerate([FRESH, prelude + sources[0], *sources[1:]]):
                cell = nbformat.v4.new_code_cell(source, id=f"cell-{count}")
                whole.cells.append(cell)
                client.execute_cell(cell, len(whole.cells) - 1, execution_count=count or None)
                complain(case, cell)
            done[case] = written(whole.cells[start + 1 :])
    return done


def run_with(python: str, cells: list[str]) -> bytes:
    """One notebook, its kernel started with another Python."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "kernels" / "other"
        spec.mkdir(parents=True)
        argv = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        (spec / "kernel.json").write_text(
            json.dumps({"argv": argv, "display_name": "Other", "language": "python"})
        )
        os.environ["JUPYTER_PATH"] = folder
        try:
            return run({"notebook": cells}, kernel="other")["notebook"]
        finally:
            del os.environ["JUPYTER_PATH"]


def complain(case: str, cell: dict) -> None:
    for output in cell.outputs:
        if output.output_type == "error" and "raise " not in cell.source:
            raise SystemExit(f"{case}: {output.ename}: {output.evalue}")
        if output.output_type == "stream" and output.name == "stderr" and "stderr" not in cell.source:
            raise SystemExit(f"{case}: {output.text}")


def written(cells: list) -> bytes:
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
    nbformat.validate(notebook)
    return (nbformat.writes(notebook) + "\n").encode()
