"""Reads the notebooks of s3://notebooks/read/ by Python's scrapbook, through papermill, and prints what it took."""

import resource
import time
import warnings

warnings.filterwarnings("ignore")
import scrapbook  # noqa: E402

start = time.perf_counter()
book = scrapbook.read_notebooks("s3://notebooks/read/")
count = sum(1 for notebook in book.notebooks if notebook.scraps["x"].data == 1)
took = time.perf_counter() - start
resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(f"Python's scrapbook, {count} notebooks: {took * 1000:.0f} ms, {resident:.0f} MB resident")
