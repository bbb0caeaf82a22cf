"""Builds the wheel and installs it in a folder, as a user's pip would, but for papermill itself, which must be there.

python tests/wheel.py FOLDER        # then PYTHONPATH=FOLDER
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PIP = [sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]


def install(folder: str) -> None:
    """The folder appears when it is whole: tests that run at once may share one."""
    package = Path(__file__).resolve().parents[1]
    with tempfile.TemporaryDirectory(dir=Path(folder).parent) as name:
        wheels, site = Path(name, "wheels"), Path(name, "site")
        subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(package)], check=True)
        (wheel,) = wheels.iterdir()
        subprocess.run([*PIP, "install", "--no-deps", "--target", str(site), str(wheel)], check=True)
        if not Path(folder).exists():
            site.rename(folder)


if __name__ == "__main__":
    install(sys.argv[1])
