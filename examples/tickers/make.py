"""Makes the notebooks of this example with real papermill and scrapbook.

    pip install -r requirements.txt
    python make.py            # about half a minute

Runs source.ipynb once for each ticker into notebooks/. Beside them broken/ gets what a nightly
job leaves behind on a bad night: a run that failed half-way, and a file cut off while it was
written. Prices are seeded by the symbol, so a rerun gives the same values.
"""

import os
import shutil
from pathlib import Path

import papermill

TICKERS = ["AAA", "ABC", "BCD", "DEF", "GHI", "JKL", "MNO", "MMN", "OOP", "PQD", "XYZ", "PDQ"]

# The notebooks record the paths that they were run with: run from here, with relative ones.
os.chdir(Path(__file__).parent)


def run(symbol: str, output: str, **parameters: object) -> None:
    papermill.execute_notebook(
        "source.ipynb",
        output,
        parameters={"symbol": symbol, **parameters},
        kernel_name="python3",
        progress_bar=False,
    )


def main() -> None:
    for folder in ("notebooks", "broken"):
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)

    for symbol in TICKERS:
        run(symbol, f"notebooks/{symbol}.ipynb")
        print(symbol)

    shutil.copy("notebooks/AAA.ipynb", "broken/AAA.ipynb")
    try:
        run("BAD", "broken/BAD.ipynb", days=0)
    except papermill.PapermillExecutionError as error:
        print(f"BAD failed, as it should: {error.ename}: {error.evalue}")

    whole = Path("notebooks/XYZ.ipynb").read_bytes()
    Path("broken/CUT.ipynb").write_bytes(whole[: len(whole) * 2 // 3])


if __name__ == "__main__":
    main()
