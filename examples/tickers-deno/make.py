"""Runs the notebooks of this example: the first step for each ticker, the second in TypeScript and in Python, the third.

    npm install @scrapbook/kernel-io @scrapbook/node-io @scrapbook/encoders-pandas
    pip install -r requirements.txt
    python make.py                # or: python make.py AAA XYZ

The kernel `deno` must be installed (`deno jupyter --install`). Prices are seeded by the symbol, so a rerun gives the
same values.
"""

import os
import shutil
import sys
from pathlib import Path

import papermill

TICKERS = sys.argv[1:] or ["AAA", "BCD", "MNO", "XYZ"]

# The notebooks record the paths that they were run with: run from here, with relative ones.
os.chdir(Path(__file__).parent)


def run(source: str, output: str, kernel: str = "deno", **parameters: object) -> None:
    papermill.execute_notebook(source, output, parameters, kernel_name=kernel, progress_bar=False)


def main() -> None:
    for folder in ("notebooks", "steps"):
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)

    for symbol in TICKERS:
        output = f"notebooks/{symbol}.ipynb"
        run("source.ipynb", output, symbol=symbol, notebook=output)
        print(output)

    for name, kernel in (("summary", "deno"), ("summary-python", "python3")):
        output = f"steps/{name}.ipynb"
        run(f"{name}.ipynb", output, kernel)
        last = f"steps/last-of-{name}.ipynb"
        run("last.ipynb", last, summary=output)
        print(output, last)


if __name__ == "__main__":
    main()
