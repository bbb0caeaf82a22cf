"""Runs the tests beside this file on the wheel, in real kernels.

    ../../.kernels/bin/python tests/check.py

Prints `N passed, N failed`. Without IJavascript its tests are left out.
"""

from __future__ import annotations

import os
import sys
import tempfile
import unittest
from pathlib import Path

from wheel import install


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        site = str(Path(folder) / "site")
        install(site)
        # For this process, and for those that tests start.
        sys.path.insert(0, site)
        os.environ["PYTHONPATH"] = site
        suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent))
        result = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{max(result.testsRun - failed, 0)} passed, {failed} failed")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
