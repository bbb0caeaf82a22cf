"""What pandas takes for the same work: a frame of a million rows and ten columns.

    reference.py make FILE     writes the frame that both sides read
    reference.py time FILE     reads and writes it once for every line of stdin, and prints milliseconds
"""

import base64
import io
import json
import resource
import sys
import time

import numpy as np
import pandas as pd

ROWS = 1_000_000


def make(path: str) -> None:
    random = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "int": np.arange(ROWS),
            "float": random.normal(size=ROWS),
            "float with NaN": random.normal(size=ROWS),
            "small int": random.integers(0, 1000, ROWS),
            "large int": random.integers(0, 2**40, ROWS),
            "time": pd.date_range("2020", periods=ROWS, freq="s"),
            "few texts": random.choice(["alpha", "beta", "gamma", "delta"], ROWS),
            "many texts": [f"user{n}" for n in random.integers(0, 50_000, ROWS)],
            "bool": random.random(ROWS) > 0.5,
            "float32": random.normal(size=ROWS).astype("float32"),
        }
    )
    frame.loc[::7, "float with NaN"] = np.nan
    frame.to_parquet(path, engine="pyarrow")


def measure(path: str) -> None:
    data = base64.b64encode(open(path, "rb").read()).decode()
    for _ in sys.stdin:
        start = time.perf_counter()
        parquet = base64.b64decode(data)
        middle = time.perf_counter()
        frame = pd.read_parquet(io.BytesIO(parquet), engine="pyarrow")
        read = time.perf_counter()
        sink = io.BytesIO()
        frame.to_parquet(sink, engine="pyarrow")
        written = time.perf_counter()
        base64.b64encode(sink.getvalue()).decode()
        end = time.perf_counter()
        times = {
            "decode": read - start,
            "read": read - middle,
            "write": written - read,
            "encode": end - read,
        }
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({name: value * 1000 for name, value in times.items()} | {"peak": peak}), flush=True)


if __name__ == "__main__":
    {"make": make, "time": measure}[sys.argv[1]](sys.argv[2])
