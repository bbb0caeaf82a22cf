"""Parquet files as other programs and other settings write them: what `DataFrame.to_parquet` never does by itself.

Every function returns a file, and its docstring says what holds of it. `FILES` lists them in order.
"""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

FILES: dict[str, callable] = {}


def file(make):
    """Lists a function under its name, with `-` for `_`."""
    FILES[make.__name__.replace("_", "-")] = make
    return make


def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "i": np.arange(200, dtype="int64") * 1_000_003,
            "s": pd.Series([None if n % 9 == 0 else f"text {n % 17}" for n in range(200)], dtype="str"),
            "c": pd.Categorical([["b", "a", None][n % 3] for n in range(200)], categories=["c", "b", "a"]),
        }
    )


def written(table: pa.Table, **options: object) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def of_frame(**options: object) -> bytes:
    return written(pa.Table.from_pandas(frame()), **options)


@file
def codec_none():
    """a frame that is not compressed can be read"""
    return of_frame(compression="none")


@file
def codec_zstd():
    """a frame compressed by Zstandard can be read"""
    return of_frame(compression="zstd")


@file
def codec_gzip():
    """a frame compressed by gzip can be read"""
    return of_frame(compression="gzip")


@file
def codec_brotli():
    """a frame compressed by Brotli can be read"""
    return of_frame(compression="brotli")


@file
def codec_lz4():
    """a frame compressed by LZ4 can be read"""
    return of_frame(compression="lz4")


@file
def pages_of_version_2():
    """pages of version 2 can be read"""
    return of_frame(data_page_version="2.0")


@file
def pages_small():
    """columns of many pages can be read"""
    return of_frame(data_page_size=64, write_batch_size=10)


@file
def no_dictionary():
    """columns without a dictionary page can be read"""
    return written(pa.Table.from_pandas(frame()[["i", "s"]]), use_dictionary=False)


@file
def delta_encodings():
    """columns in delta encodings can be read"""
    encodings = {"i": "DELTA_BINARY_PACKED", "s": "DELTA_BYTE_ARRAY"}
    return written(pa.Table.from_pandas(frame()[["i", "s"]]), use_dictionary=False, column_encoding=encodings)


@file
def row_groups_equal():
    """categories stay the same over row groups of one length"""
    return of_frame(row_group_size=60)


@file
def row_groups_uneven():
    """categories stay the same over row groups of any length"""
    table = pa.Table.from_pandas(frame())
    sink = io.BytesIO()
    with pq.ParquetWriter(sink, table.schema) as writer:
        for start, length in [(0, 7), (7, 150), (157, 1), (158, 42)]:
            writer.write_table(table.slice(start, length))
    return sink.getvalue()


@file
def int96_times():
    """instants of 96 bits can be read"""
    times = pd.DataFrame({"t": np.array(["2020-01-01T00:00:00.123456789", "NaT", "1969-12-31"], "datetime64[ns]")})
    return written(pa.Table.from_pandas(times), use_deprecated_int96_timestamps=True)


@file
def no_metadata():
    """a table that pandas never saw is a frame as well"""
    table = pa.table({"i": pa.array([1, None], pa.int32()), "s": ["x", None], "b": [True, None], "f": [0.5, None]})
    return written(table)


@file
def no_arrow_schema():
    """a table that Arrow never saw is a frame as well"""
    table = pa.table({"i": [1, 2], "s": ["x", "y"], "l": [[1], []]})
    return written(table, store_schema=False)
