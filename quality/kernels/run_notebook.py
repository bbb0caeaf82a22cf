"""Runs a notebook in a real kernel, and tells what Python's scrapbook reads of it.

    run_notebook.py < {"cells": [...], "kernel": "deno", "output": "out.ipynb", ...}

`parameters` makes papermill run it, else nbclient does. A cell that fails is told, with the rest.
"""

from __future__ import annotations

import ctypes
import json
import signal
import sys
import warnings
from pathlib import Path

import nbclient
import nbformat
from read_scraps import read_scraps

warnings.simplefilter("ignore")

# How long a kernel may take to start, or a cell to run, in seconds: a busy machine needs more than the usual minute.
PATIENCE = 600


def main() -> None:
    end_with_parent()
    asked = json.load(sys.stdin)
    output = Path(asked["output"])
    notebook = nbformat.v4.new_notebook(cells=[new_cell(cell) for cell in asked["cells"]])
    notebook.metadata.kernelspec = {
        "name": asked["kernel"],
        "display_name": asked["kernel"],
        "language": asked["language"],
    }
    told = {}
    try:
        told["error"] = run(notebook, output, asked)
    except RuntimeError as error:
        # Two kernels that start at the same time may have chosen the same port.
        if "Kernel died before replying" not in str(error):
            raise
        told["error"] = run(notebook, output, asked)
    told["scraps"] = read_scraps(str(output))
    json.dump(told, sys.stdout)


def end_with_parent() -> None:
    """Sees to it that a test which is killed takes its kernel along: nbclient stops it at SIGTERM."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def new_cell(cell: dict | str) -> nbformat.NotebookNode:
    if isinstance(cell, str):
        return nbformat.v4.new_code_cell(cell)
    return nbformat.v4.new_code_cell(cell["source"], metadata={"tags": cell["tags"]})


def run(notebook: nbformat.NotebookNode, output: Path, asked: dict) -> str | None:
    if "parameters" in asked:
        return run_with_papermill(notebook, output, asked["parameters"])
    run_with_nbclient(notebook, output)
    return None


def run_with_nbclient(notebook: nbformat.NotebookNode, output: Path) -> None:
    resources = {"metadata": {"path": str(output.parent)}}
    client = nbclient.NotebookClient(
        notebook, startup_timeout=PATIENCE, timeout=PATIENCE, allow_errors=True, resources=resources
    )
    client.execute()
    nbformat.write(notebook, output)


def run_with_papermill(notebook: nbformat.NotebookNode, output: Path, parameters: dict) -> str | None:
    import papermill

    source = output.with_name("input.ipynb")
    nbformat.write(notebook, source)
    try:
        papermill.execute_notebook(
            str(source),
            str(output),
            parameters,
            cwd=str(output.parent),
            start_timeout=PATIENCE,
            progress_bar=False,
        )
    except papermill.PapermillExecutionError as error:
        return str(error)
    return None


if __name__ == "__main__":
    main()
