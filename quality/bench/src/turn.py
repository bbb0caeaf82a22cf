"""turn.py READER FOLDER PASSES: the same as turn.js, for what reads notebooks in Python."""

import json
import logging
import pathlib
import resource
import sys
import time
import warnings

start = time.perf_counter()


def scraps_of(cells):
    found = {}
    for cell in cells:
        for output in cell.get("outputs", ()):
            for mime, payload in output.get("data", {}).items():
                if mime.startswith("application/scrapbook.scrap") and payload["version"] == 1:
                    found[payload["name"]] = payload["data"]
    return len(found)


def files_of(folder):
    return sorted(pathlib.Path(folder).iterdir())


def nothing(folder):
    return 0


def load_json():
    return lambda folder: sum(scraps_of(json.loads(file.read_bytes())["cells"]) for file in files_of(folder))


def load_orjson():
    import orjson

    return lambda folder: sum(scraps_of(orjson.loads(file.read_bytes())["cells"]) for file in files_of(folder))


def load_nbformat():
    import nbformat

    return lambda folder: sum(scraps_of(nbformat.read(file, as_version=4).cells) for file in files_of(folder))


def load_scrapbook():
    import scrapbook

    def read(folder):
        notebooks = scrapbook.read_notebooks(folder).values()
        return sum(scrap.data is not None for notebook in notebooks for scrap in notebook.scraps.values())

    return read


readers = {
    "nothing": lambda: nothing,
    "json": load_json,
    "orjson": load_orjson,
    "nbformat": load_nbformat,
    "scrapbook": load_scrapbook,
}


def taken():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main(name, folder, passes):
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    read = readers[name]()
    imported = taken()
    scraps = read(folder)
    cold = {
        "cpu": taken(),
        "wall": time.perf_counter() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "imported": imported,
    }
    warm = None
    for _ in range(1, int(passes)):
        cpu_before, wall_before = taken(), time.perf_counter()
        read(folder)
        warm = {"cpu": taken() - cpu_before, "wall": time.perf_counter() - wall_before}
    print(json.dumps({"scraps": scraps, "cold": cold, "warm": warm}))


main(*sys.argv[1:])
