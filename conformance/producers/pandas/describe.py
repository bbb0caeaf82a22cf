"""Tells a frame as the cases write it: the columns' raw values as pyarrow has them, and what pandas
makes of labels, index, dtypes and attrs. README.md beside this file says what each member means.
"""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "harnesses" / "python-scrapbook"))
from values import Pairs, tag  # noqa: E402


def describe(parquet: bytes) -> object:
    """The frame of a Parquet file, in tagged form. Raises what pandas raises."""
    table = pq.read_table(io.BytesIO(parquet))
    frame = pd.read_parquet(io.BytesIO(parquet), engine="pyarrow")
    stored = index_fields(table)
    columns = [name for name in table.schema.names if name not in stored]
    return tag(
        Pairs(
            [
                ["length", len(frame)],
                ["columns", [label_of(label) for label in frame.columns]],
                ["columnLevels", [level_of(frame.columns, i) for i in range(frame.columns.nlevels)]],
                ["index", index_of(frame, table, stored)],
                ["dtypes", [dtype_of(dtype) for dtype in frame.dtypes]],
                ["series", [series_of(table, name) for name in columns]],
                ["attrs", frame.attrs],
            ]
        )
    )


def index_fields(table: pa.Table) -> list[str]:
    metadata = json.loads((table.schema.metadata or {}).get(b"pandas", b"{}"))
    return [name for name in metadata.get("index_columns", []) if isinstance(name, str)]


def index_of(frame: pd.DataFrame, table: pa.Table, stored: list[str]) -> Pairs:
    index = frame.index
    levels = [index.get_level_values(i) for i in range(index.nlevels)]
    names = [["names", [label_of(name) for name in index.names]]]
    dtypes = [["dtypes", [dtype_of(level.dtype) for level in levels]]]
    if isinstance(index, pd.RangeIndex):
        numbers = [["start", index.start], ["stop", index.stop], ["step", index.step]]
        return Pairs([["kind", "range"], *names, *dtypes, *numbers])
    kind = "multi" if len(levels) > 1 else "column"
    descriptors = json.loads(table.schema.metadata[b"pandas"])["index_columns"]
    series = [
        series_of(table, descriptor) if isinstance(descriptor, str) else range_series(level)
        for descriptor, level in zip(descriptors, levels)
    ]
    return Pairs([["kind", kind], *names, *dtypes, ["series", series]])


def range_series(level: pd.Index) -> Pairs:
    return Pairs([["type", "int64"], ["values", [int(value) for value in level]]])


def series_of(table: pa.Table, name: str) -> Pairs:
    """A stored column: its type as pyarrow names it, and its values."""
    column = table.column(name).combine_chunks()
    array = column.chunk(0) if isinstance(column, pa.ChunkedArray) and column.num_chunks else column
    if isinstance(array, pa.ChunkedArray):
        array = pa.array([], array.type.storage_type if isinstance(array.type, pa.BaseExtensionType) else array.type)
    members = [["type", type_of(table.schema.field(name).type)], ["values", raw(array)]]
    if pa.types.is_dictionary(array.type):
        members.append(["categories", raw(array.dictionary)])
    return Pairs(members)


def type_of(type_: pa.DataType) -> str:
    return str(type_.storage_type if isinstance(type_, pa.BaseExtensionType) else type_)


def raw(array: pa.Array) -> list:
    """Values as they are stored: times as counts, decimals and categories as text."""
    type_ = array.type
    if isinstance(type_, pa.BaseExtensionType):
        return raw(array.storage)
    if pa.types.is_dictionary(type_):
        return raw(array.dictionary_decode())
    if pa.types.is_temporal(type_):
        width = pa.int32() if type_.bit_width == 32 else pa.int64()
        return array.view(width).to_pylist()
    if pa.types.is_decimal(type_):
        return [None if value is None else str(value) for value in array.to_pylist()]
    if pa.types.is_map(type_):
        pairs = [None if not item.is_valid else item.values for item in array]
        return [None if p is None else [list(pair) for pair in zip(raw(p.field(0)), raw(p.field(1)))] for p in pairs]
    if pa.types.is_list(type_) or pa.types.is_large_list(type_) or pa.types.is_fixed_size_list(type_):
        return [raw(item.values) if item.is_valid else None for item in array]
    if pa.types.is_struct(type_):
        names = [type_.field(i).name for i in range(type_.num_fields)]
        fields = [raw(array.field(i)) for i in range(type_.num_fields)]
        return [Pairs([[n, f[i]] for n, f in zip(names, fields)]) if array[i].is_valid else None for i in range(len(array))]
    if pa.types.is_floating(type_):
        return [None if value is None else float(value) for value in array.to_pylist()]
    return array.to_pylist()


def level_of(columns: pd.Index, level: int) -> Pairs:
    """A level of the column labels. Text has many dtypes, which JavaScript has not."""
    dtype = dtype_of((columns.levels[level] if isinstance(columns, pd.MultiIndex) else columns).dtype)
    return Pairs([["name", label_of(columns.names[level])], ["dtype", "text" if dtype in ("object", "str", "string") else dtype]])


def label_of(label: object) -> object:
    """A label as JSON has it; other labels are the text that pandas writes for them."""
    if isinstance(label, tuple):
        return [label_of(part) for part in label]
    if label is None or isinstance(label, str | bool | int | float) or hasattr(label, "item"):
        return label
    return str(label)


def dtype_of(dtype: object) -> str:
    """A dtype's name. pandas 2 names fixed offsets after the library that it took them from."""

    def offset(match: re.Match) -> str:
        minutes = int(match[1])
        return f"UTC{'+' if minutes >= 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

    return re.sub(r"pytz\.FixedOffset\((-?\d+)\)", offset, str(dtype))
