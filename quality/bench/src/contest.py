"""Reads the notebooks of a folder with scrapbook or orjson, touches every scrap, and prints the CPU time it took."""

import json
import logging
import pathlib
import sys
import time
import warnings


def with_scrapbook(folder):
    import scrapbook

    def read():
        scraps = 0
        for notebook in scrapbook.read_notebooks(folder).values():
            scraps += sum(scrap.data is not None for scrap in notebook.scraps.values())
        return scraps

    return read


def with_orjson(folder):
    import orjson

    def read():
        scraps = 0
        for path in sorted(pathlib.Path(folder).iterdir()):
            found = {}
            for cell in orjson.loads(path.read_bytes())["cells"]:
                for output in cell.get("outputs", ()):
                    for mime, payload in output.get("data", {}).items():
                        if mime.startswith("application/scrapbook.scrap") and payload["version"] == 1:
                            found[payload["name"]] = payload["data"]
            scraps += len(found)
        return scraps

    return read


def main(name, folder):
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    read = {"scrapbook": with_scrapbook, "orjson": with_orjson}[name](folder)
    start = time.process_time()
    scraps = read()
    print(json.dumps({"seconds": time.process_time() - start, "scraps": scraps}))


main(*sys.argv[1:])
