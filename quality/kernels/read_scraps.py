"""Tells what Python's scrapbook reads of notebooks: read_scraps.py PATH... prints an object by path."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Mapping

warnings.simplefilter("ignore")


def read_scraps(path: str) -> dict[str, Mapping[str, object]]:
    import scrapbook

    scraps = scrapbook.read_notebook(path).scraps
    return {
        name: {
            "data": plain(scrap.data),
            "type": type(scrap.data).__name__,
            "encoder": scrap.encoder,
            "display": scrap.display and scrap.display["data"],
        }
        for name, scrap in scraps.items()
    }


def plain(value: object) -> object:
    return json.loads(value.to_json(orient="split")) if hasattr(value, "to_json") else value


if __name__ == "__main__":
    json.dump({path: read_scraps(path) for path in sys.argv[1:]}, sys.stdout)
