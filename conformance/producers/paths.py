"""Where things are, and the reference's code on the import path."""

from __future__ import annotations

import sys
from pathlib import Path

PRODUCERS = Path(__file__).resolve().parent
CONFORMANCE = PRODUCERS.parent
NOTEBOOKS = CONFORMANCE / "notebooks"
CASES = CONFORMANCE / "cases"
HARNESS = CONFORMANCE / "harnesses" / "python-scrapbook"

sys.path.insert(0, str(HARNESS))
