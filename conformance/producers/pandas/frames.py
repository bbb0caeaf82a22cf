"""The kinds of frames that the cases are made of: one function a kind, the same under pandas 2 and 3.

Every function returns a new frame. `KINDS` lists them in order; nothing here writes a file.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

KINDS: dict[str, callable] = {}


def kind(make):
    """Lists a function under its name, with `-` for `_`."""
    KINDS[make.__name__.replace("_", "-")] = make
    return make


@kind
def ints():
    return pd.DataFrame(
        {
            "i8": np.array([-128, 0, 127], "int8"),
            "i16": np.array([-32768, 0, 32767], "int16"),
            "i32": np.array([-(2**31), 0, 2**31 - 1], "int32"),
            "i64": np.array([-(2**63), 0, 2**63 - 1], "int64"),
        }
    )


@kind
def uints():
    return pd.DataFrame(
        {
            "u8": np.array([0, 1, 255], "uint8"),
            "u16": np.array([0, 1, 65535], "uint16"),
            "u32": np.array([0, 1, 2**32 - 1], "uint32"),
            "u64": np.array([0, 1, 2**53 + 1], "uint64"),
        }
    )


@kind
def u64_big():
    return pd.DataFrame({"u": np.array([2**63, 2**64 - 1, 0], "uint64")})


@kind
def nullable_ints():
    return pd.DataFrame(
        {
            "Int64": pd.array([1, None, 2**63 - 1], dtype="Int64"),
            "Int16": pd.array([None, -5, 7], dtype="Int16"),
            "UInt8": pd.array([255, 0, None], dtype="UInt8"),
        }
    )


@kind
def float16():
    return pd.DataFrame({"h": np.array([1.5, np.nan, -65504.0, np.inf, 6e-8, -0.0], "float16")})


@kind
def float32():
    return pd.DataFrame({"s": np.array([0.1, np.nan, -np.inf, 1e-45, 3.4e38, -0.0], "float32")})


@kind
def float64():
    return pd.DataFrame({"d": [0.1, np.nan, -np.inf, 5e-324, 1.7976931348623157e308, -0.0, np.inf]})


@kind
def nullable_floats():
    values = pd.arrays.FloatingArray(
        np.array([0.1, np.nan, 3.0]), np.array([False, False, True])
    )
    return pd.DataFrame({"Float64": values, "Float32": pd.array([None, 0.5, -0.0], dtype="Float32")})


@kind
def bools():
    return pd.DataFrame({"b": [True, False, True] * 5})


@kind
def nullable_booleans():
    return pd.DataFrame({"b": pd.array([True, None, False], dtype="boolean")})


@kind
def object_strings():
    return pd.DataFrame({"s": pd.Series(["a", None, "żółw 🐢", ""], dtype="object")})


@kind
def str_default():
    return pd.DataFrame({"s": ["a", None, "żółw 🐢", "", "x" * 300]})


@kind
def string_pyarrow():
    return pd.DataFrame({"s": pd.array(["a", None, "b\x00c"], dtype="string[pyarrow]")})


@kind
def string_python():
    return pd.DataFrame({"s": pd.array(["a", None, "b"], dtype="string[python]")})


@kind
def large_string():
    return pd.DataFrame({"s": pd.Series(["a", None], dtype=pd.ArrowDtype(pa.large_string()))})


@kind
def arrow_dtypes():
    return pd.DataFrame(
        {
            "i": pd.Series([1, None, 2**60], dtype=pd.ArrowDtype(pa.int64())),
            "t": pd.Series(
                [dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc), None, None],
                dtype=pd.ArrowDtype(pa.timestamp("us", tz="UTC")),
            ),
        }
    )


@kind
def category():
    return pd.DataFrame({"c": pd.Categorical(["b", "a", None, "b"], categories=["a", "b", "unused"])})


@kind
def category_ordered():
    return pd.DataFrame(
        {
            "size": pd.Categorical(
                ["L", "S", "M", None], categories=["unused", "S", "M", "L"], ordered=True
            )
        }
    )


@kind
def category_ints():
    return pd.DataFrame({"c": pd.Categorical([3, 1, 3], categories=[1, 2, 3])})


@kind
def datetime_ns():
    times = ["2020-01-01T00:00:00.123456789", "NaT", "1677-09-21T00:12:43.145224193"]
    return pd.DataFrame({"t": np.array(times, "datetime64[ns]")})


@kind
def datetime_us():
    times = ["2020-01-01T00:00:00.123456", "NaT", "0001-01-01"]
    return pd.DataFrame({"t": np.array(times, "datetime64[us]")})


@kind
def datetime_ms():
    times = ["2020-01-01T00:00:00.123", "NaT", "9999-12-31"]
    return pd.DataFrame({"t": np.array(times, "datetime64[ms]")})


@kind
def datetime_s():
    return pd.DataFrame({"t": np.array(["2020-01-01T00:00:01", "NaT"], "datetime64[s]")})


@kind
def datetime_ns_odd():
    return pd.DataFrame({"t": pd.array([1577836800123456789 + i for i in range(5)]).astype("int64").astype("datetime64[ns]")})


@kind
def datetime_tz():
    utc = pd.Series(pd.to_datetime(["2024-03-31T00:30", None, "2024-10-27T00:30"], utc=True))
    return pd.DataFrame(
        {
            "utc": utc,
            "warsaw": utc.dt.tz_convert("Europe/Warsaw"),
            "fixed": utc.dt.tz_convert(dt.timezone(dt.timedelta(hours=5, minutes=30))),
        }
    )


@kind
def timedelta_ns():
    return pd.DataFrame({"d": np.array([1, -86_400_000_000_001, "NaT"], "timedelta64[ns]")})


@kind
def timedelta_s():
    return pd.DataFrame({"d": np.array([1, -86_401, "NaT"], "timedelta64[s]")})


@kind
def period():
    return pd.DataFrame(
        {
            "month": pd.PeriodIndex(["2024-01", "NaT", "1969-12"], freq="M"),
            "day": pd.PeriodIndex(["2024-01-31", "1960-02-29", "NaT"], freq="D"),
        }
    )


@kind
def interval():
    return pd.DataFrame(
        {
            "i": pd.arrays.IntervalArray.from_tuples([(0, 1), (1, 3)], closed="right"),
            "f": pd.arrays.IntervalArray.from_tuples([(0.5, 1.5), None], closed="left"),
        }
    )


@kind
def decimal():
    values = [Decimal("12345678901234567890.12"), None, Decimal("-0.01")]
    return pd.DataFrame({"d": values})


@kind
def decimal_small():
    return pd.DataFrame({"d": [Decimal("1.25"), Decimal("-9.99"), None]})


@kind
def binary():
    return pd.DataFrame({"b": [b"\x00\xff", None, b"", b"abc"]})


@kind
def date():
    return pd.DataFrame({"d": [dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]})


@kind
def time():
    return pd.DataFrame({"t": [dt.time(23, 59, 59, 999999), None, dt.time(0)]})


@kind
def lists():
    return pd.DataFrame(
        {"ints": [[1, 2], [], None, [2**60]], "texts": [["a", None], ["b"], [], None]}
    )


@kind
def lists_of_arrays():
    return pd.DataFrame(
        {
            "floats": [np.array([0.1, np.nan]), np.array([]), None],
            "deep": [[[1], []], [], [[2, 3]]],
        }
    )


@kind
def struct():
    return pd.DataFrame({"s": [{"a": 1, "b": "x"}, None, {"a": None, "b": "y"}]})


@kind
def map():
    values = [[("k", 1), ("l", None)], None, []]
    return pd.DataFrame({"m": pd.Series(values, dtype=pd.ArrowDtype(pa.map_(pa.string(), pa.int64())))})


@kind
def multiindex_rows():
    index = pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["letter", None])
    return pd.DataFrame({"x": [0.5, 1.5, 2.5, 3.5]}, index=index)


@kind
def multiindex_columns():
    columns = pd.MultiIndex.from_tuples([("A", "x"), ("A", "it's"), ("B, ('", "")], names=["top", None])
    return pd.DataFrame([[1, 2, 3], [4, 5, 6]], columns=columns)


@kind
def named_index():
    return pd.DataFrame({"x": [1, 2]}, index=pd.Index(["r1", "r2"], name="row"))


@kind
def unnamed_string_index():
    return pd.DataFrame({"x": [1, 2]}, index=["r1", "r2"])


@kind
def range_step():
    return pd.DataFrame({"x": [1, 2, 3]}, index=pd.RangeIndex(10, 4, -2, name="n"))


@kind
def datetime_index():
    return pd.DataFrame({"x": [1, 2, 3]}, index=pd.date_range("2024-01-01", periods=3, name="day"))


@kind
def datetime_index_tz():
    index = pd.date_range("2024-03-09", periods=3, tz="America/New_York")
    return pd.DataFrame({"x": [1, 2, 3]}, index=index)


@kind
def empty_rows():
    return pd.DataFrame(
        {
            "i": np.array([], "int64"),
            "s": pd.Series([], dtype="str"),
            "t": np.array([], "datetime64[ns]"),
        }
    )


@kind
def zero_columns():
    return pd.DataFrame(index=pd.RangeIndex(3))


@kind
def int_columns():
    return pd.DataFrame([[1, 2], [3, 4]], columns=[10, -2])


@kind
def named_columns():
    return pd.DataFrame([[1, 2]], columns=pd.Index(["a", "b"], name="letters"))


@kind
def all_null():
    return pd.DataFrame({"n": [None, None]}, dtype="object")


@kind
def attrs():
    frame = pd.DataFrame({"x": [1]})
    frame.attrs = {"source": "żółw", "nested": {"n": [1, 2.5, None]}}
    return frame


@kind
def datetime_columns():
    return pd.DataFrame([[1, 2]], columns=pd.DatetimeIndex(["2024-01-01 00:00", "2024-02-01 12:00"]))
