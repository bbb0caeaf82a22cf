"""Runs papermill, in a folder of its own, for every way in which a run can end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from kernel import METADATA
from suite import Made

GLUE = "import scrapbook as sb\nsb.glue('before', a)"
QUIET = "import warnings\nwarnings.simplefilter('ignore')\n"


def run(
    id: str,
    middle: str,
    tags: list[str] | None = None,
    kernel: str = "python3",
    kill: bool = False,
    parameters: dict | None = None,
    **options: object,
) -> Made:
    """A notebook of parameters, a glueing cell, `middle` and another glueing cell, run by papermill."""

    def make() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            write_source(Path(folder), middle, tags, kernel)
            arguments = {
                "parameters": {"a": 2} if parameters is None else parameters,
                "kernel_name": kernel,
                **options,
            }
            script = f"import papermill\npapermill.execute_notebook('in.ipynb', '{id}.ipynb', progress_bar=False, **{arguments!r})\n"
            environment = os.environ | {"JUPYTER_PATH": folder}
            process = subprocess.Popen(
                [sys.executable, "-c", script],
                cwd=folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            output = Path(folder) / f"{id}.ipynb"
            if kill:
                wait_for(output, '"running"')
                os.kill(process.pid, signal.SIGKILL)
            process.wait(120)
            return output.read_bytes()

    return Made(make, "papermill")


def write_source(folder: Path, middle: str, tags: list[str] | None, kernel: str) -> None:
    new = nbformat.v4.new_code_cell
    cells = [
        new("a = 1", id="parameters", metadata={"tags": ["parameters"]}),
        new(GLUE, id="before"),
        new(middle, id="middle", metadata={"tags": tags or []}),
        nbformat.v4.new_markdown_cell("text", id="text"),
        new("sb.glue('after', [a])", id="after"),
    ]
    metadata = METADATA | {"kernelspec": METADATA["kernelspec"] | {"name": kernel}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / "in.ipynb")
    # A kernel that is known and does not start.
    broken = folder / "kernels" / "broken"
    broken.mkdir(parents=True)
    (broken / "kernel.json").write_text(
        json.dumps({"argv": ["false"], "display_name": "Broken", "language": "python"})
    )


def wait_for(path: Path, text: str) -> None:
    """Papermill saves before each cell. Waits until the sleeping one is said to run."""
    for _ in range(600):
        if (
            path.exists()
            and path.read_text(encoding="utf-8").count('"completed"') >= 3
            and text in path.read_text(encoding="utf-8")
        ):
            time.sleep(0.5)
            return
        time.sleep(0.1)
    raise SystemExit("papermill never came to the cell that sleeps")


RUNS = {
    "finished": run("finished", "print('said')"),
    "failed": run("failed", "raise ValueError('no such price')"),
    "exit-0": run("exit-0", QUIET + "import sys\nsys.exit(0)"),
    "exit-1": run("exit-1", QUIET + "import sys\nsys.exit(1)"),
    "raises-exception": run("raises-exception", "raise ValueError('meant')", ["raises-exception"]),
    "kernel-died": run("kernel-died", "import os\nos._exit(1)"),
    "timeout": run("timeout", "import time\ntime.sleep(30)", execution_timeout=2),
    "killed": run("killed", "import time\ntime.sleep(30)", kill=True),
    "no-kernel": run("no-kernel", "1", kernel="broken", start_timeout=5),
    "prepared": run("prepared", "1", prepare_only=True),
    "parameters": run(
        "parameters", "1", parameters={"b": 1.5, "a": [1, None, {"c": "ä"}], "_d": True, "e": "text"}
    ),
    "no-parameters": run("no-parameters", "1", parameters={}),
}
