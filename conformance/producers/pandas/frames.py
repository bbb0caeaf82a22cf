"""The kinds of frames that the cases are made of: one function a kind, the same under pandas 2 and 3.

Here are those of values, in `labels.py` those of labels. Every function returns a new frame, and its
docstring says what holds of it. Nothing here writes a file.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from kinds import kind


@kind
def ints():
    """integers of every width keep their extremes"""
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
    """unsigned integers of every width keep their extremes"""
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
    """unsigned integers beyond 2^63 stay exact"""
    return pd.DataFrame({"u": np.array([2**63, 2**64 - 1, 0], "uint64")})


@kind
def nullable_ints():
    """Int64 and its like keep missing values and width"""
    return pd.DataFrame(
        {
            "Int64": pd.array([1, None, 2**63 - 1], dtype="Int64"),
            "Int16": pd.array([None, -5, 7], dtype="Int16"),
            "UInt8": pd.array([255, 0, None], dtype="UInt8"),
        }
    )


@kind
def float16():
    """half floats keep infinity, -0.0 and subnormals"""
    return pd.DataFrame({"h": np.array([1.5, np.nan, -65504.0, np.inf, 6e-8, -0.0], "float16")})


@kind
def float32():
    """single floats keep infinity, -0.0 and subnormals"""
    return pd.DataFrame({"s": np.array([0.1, np.nan, -np.inf, 1e-45, 3.4e38, -0.0], "float32")})


@kind
def float64():
    """floats keep infinity, -0.0 and subnormals"""
    return pd.DataFrame({"d": [0.1, np.nan, -np.inf, 5e-324, 1.7976931348623157e308, -0.0, np.inf]})


@kind
def nullable_floats():
    """Float64 keeps NaN apart from missing values"""
    values = pd.arrays.FloatingArray(
        np.array([0.1, np.nan, 3.0]), np.array([False, False, True])
    )
    return pd.DataFrame({"Float64": values, "Float32": pd.array([None, 0.5, -0.0], dtype="Float32")})


@kind
def bools():
    """booleans stay booleans"""
    return pd.DataFrame({"b": [True, False, True] * 5})


@kind
def nullable_booleans():
    """boolean keeps missing values"""
    return pd.DataFrame({"b": pd.array([True, None, False], dtype="boolean")})


@kind
def object_strings():
    """objects that are text come as pandas has them"""
    return pd.DataFrame({"s": pd.Series(["a", None, "żółw 🐢", ""], dtype="object")})


@kind
def str_default():
    """the default text of a pandas version stays text"""
    return pd.DataFrame({"s": ["a", None, "żółw 🐢", "", "x" * 300]})


@kind
def string_pyarrow():
    """string[pyarrow] stays string"""
    return pd.DataFrame({"s": pd.array(["a", None, "b\x00c"], dtype="string[pyarrow]")})


@kind
def string_python():
    """string[python] stays string"""
    return pd.DataFrame({"s": pd.array(["a", None, "b"], dtype="string[python]")})


@kind
def large_string():
    """large_string[pyarrow] keeps its name"""
    return pd.DataFrame({"s": pd.Series(["a", None], dtype=pd.ArrowDtype(pa.large_string()))})


@kind
def arrow_dtypes():
    """Arrow dtypes keep their names"""
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
    """categories keep their order and the unused ones"""
    return pd.DataFrame({"c": pd.Categorical(["b", "a", None, "b"], categories=["a", "b", "unused"])})


@kind
def category_ordered():
    """ordered categories stay ordered"""
    return pd.DataFrame(
        {
            "size": pd.Categorical(
                ["L", "S", "M", None], categories=["unused", "S", "M", "L"], ordered=True
            )
        }
    )


@kind
def category_ints():
    """categories of integers come as integers"""
    return pd.DataFrame({"c": pd.Categorical([3, 1, 3], categories=[1, 2, 3])})


@kind
def datetime_ns():
    """instants keep nanoseconds"""
    times = ["2020-01-01T00:00:00.123456789", "NaT", "1677-09-21T00:12:43.145224193"]
    return pd.DataFrame({"t": np.array(times, "datetime64[ns]")})


@kind
def datetime_us():
    """instants keep microseconds and the year 1"""
    times = ["2020-01-01T00:00:00.123456", "NaT", "0001-01-01"]
    return pd.DataFrame({"t": np.array(times, "datetime64[us]")})


@kind
def datetime_ms():
    """instants keep milliseconds and the year 9999"""
    times = ["2020-01-01T00:00:00.123", "NaT", "9999-12-31"]
    return pd.DataFrame({"t": np.array(times, "datetime64[ms]")})


@kind
def datetime_s():
    """instants of seconds come as milliseconds"""
    return pd.DataFrame({"t": np.array(["2020-01-01T00:00:01", "NaT"], "datetime64[s]")})


@kind
def datetime_ns_odd():
    """odd nanoseconds stay exact"""
    return pd.DataFrame({"t": pd.array([1577836800123456789 + i for i in range(5)]).astype("int64").astype("datetime64[ns]")})


@kind
def datetime_tz():
    """instants keep their time zones"""
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
    """durations keep nanoseconds and their sign"""
    return pd.DataFrame({"d": np.array([1, -86_400_000_000_001, "NaT"], "timedelta64[ns]")})


@kind
def timedelta_s():
    """durations of seconds stay durations of seconds"""
    return pd.DataFrame({"d": np.array([1, -86_401, "NaT"], "timedelta64[s]")})


@kind
def period():
    """periods keep their frequency"""
    return pd.DataFrame(
        {
            "month": pd.PeriodIndex(["2024-01", "NaT", "1969-12"], freq="M"),
            "day": pd.PeriodIndex(["2024-01-31", "1960-02-29", "NaT"], freq="D"),
        }
    )


@kind
def interval():
    """intervals keep their ends and which are closed"""
    return pd.DataFrame(
        {
            "i": pd.arrays.IntervalArray.from_tuples([(0, 1), (1, 3)], closed="right"),
            "f": pd.arrays.IntervalArray.from_tuples([(0.5, 1.5), None], closed="left"),
        }
    )


@kind
def decimal():
    """decimals keep all their digits"""
    values = [Decimal("12345678901234567890.12"), None, Decimal("-0.01")]
    return pd.DataFrame({"d": values})


@kind
def decimal_small():
    """small decimals keep their scale"""
    return pd.DataFrame({"d": [Decimal("1.25"), Decimal("-9.99"), None]})


@kind
def binary():
    """bytes stay bytes"""
    return pd.DataFrame({"b": [b"\x00\xff", None, b"", b"abc"]})


@kind
def date():
    """dates stay dates"""
    return pd.DataFrame({"d": [dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]})


@kind
def time():
    """times of day keep microseconds"""
    return pd.DataFrame({"t": [dt.time(23, 59, 59, 999999), None, dt.time(0)]})


@kind
def lists():
    """lists keep empty, missing and large items"""
    return pd.DataFrame(
        {"ints": [[1, 2], [], None, [2**60]], "texts": [["a", None], ["b"], [], None]}
    )


@kind
def lists_of_arrays():
    """lists of arrays and of lists keep their shape"""
    return pd.DataFrame(
        {
            "floats": [np.array([0.1, np.nan]), np.array([]), None],
            "deep": [[[1], []], [], [[2, 3]]],
        }
    )


@kind
def struct():
    """structs keep missing members"""
    return pd.DataFrame({"s": [{"a": 1, "b": "x"}, None, {"a": None, "b": "y"}]})


@kind
def map():
    """maps keep their pairs in order"""
    values = [[("k", 1), ("l", None)], None, []]
    return pd.DataFrame({"m": pd.Series(values, dtype=pd.ArrowDtype(pa.map_(pa.string(), pa.int64())))})


@kind
def all_null():
    """a column of nothing but None stays one"""
    return pd.DataFrame({"n": [None, None]}, dtype="object")


@kind
def attrs():
    """attrs stay attrs"""
    frame = pd.DataFrame({"x": [1]})
    frame.attrs = {"source": "żółw", "nested": {"n": [1, 2.5, None]}}
    return frame


@kind
def objects_of_bools():
    """objects that are booleans or None stay objects"""
    return pd.DataFrame({"b": pd.Series([True, None], dtype="object")})


@kind
def objects_of_ints():
    """objects that are integers or None come as floats"""
    return pd.DataFrame({"i": pd.Series([1, None], dtype="object")})


@kind
def category_of_bytes():
    """categories of bytes keep their order"""
    return pd.DataFrame({"c": pd.Categorical([b"x", b"y", b"x"], categories=[b"y", b"x"])})


@kind
def category_of_bools():
    """categories of booleans come as booleans"""
    return pd.DataFrame(
        {
            "flag": pd.Categorical([True, False, None]),
            "sure": pd.Categorical([True, False, True], ordered=True),
            "one": pd.Categorical([None, True, True], categories=[True]),
            "none": pd.Categorical([None, None, None], categories=[True, False]),
            "word": pd.Categorical(["b", None, "a"], categories=["b", "a", "unused"]),
        }
    )


@kind
def category_of_bools_alone():
    """a single column of boolean categories is read"""
    return pd.DataFrame({"flag": pd.Categorical([True, None, False])})


@kind
def category_of_nothing():
    """no categories at all come as missing values"""
    none = pd.Categorical.from_codes([-1, -1], categories=pd.Index([], dtype="object"))
    return pd.DataFrame({"n": none, "word": pd.Categorical(["a", None])})


@kind
def category_of_decimals():
    """categories of decimals come as decimals"""
    values = [Decimal("1.50"), None, Decimal("-2.25")]
    return pd.DataFrame({"d": pd.Categorical(values), "i": [1, 2, 3]})


@kind
def category_of_times():
    """categories of times come as counts and in UTC"""
    instants = pd.to_datetime(["2024-03-31T00:30", None, "2024-10-27T01:30"])
    return pd.DataFrame(
        {
            "duration": pd.Categorical(pd.to_timedelta([1, 2, 1], unit="s")),
            "instant": pd.Categorical(instants.tz_localize("Europe/Warsaw")),
        }
    )


@kind
def category_many():
    """more than 128 categories keep their order"""
    words = [f"c{i:03}" for i in range(300)]
    return pd.DataFrame({"c": pd.Categorical(words[::-1], categories=words)})


@kind
def category_all_missing():
    """categories stay where every value is missing"""
    return pd.DataFrame({"c": pd.Categorical([None, None], categories=["a", "b"])})


@kind
def nested_deep():
    """lists of structs of lists keep their shape"""
    rows = [[{"k": [1, 2], "v": None}, {"k": [], "v": "x"}], [], None]
    return pd.DataFrame({"n": pd.Series(rows, dtype="object")})


@kind
def lists_of_dates():
    """lists of dates, decimals and bytes keep them"""
    return pd.DataFrame(
        {
            "dates": [[dt.date(2024, 2, 29)], None],
            "decimals": [[Decimal("1.50"), None], []],
            "bytes": [[b"\x00"], [b""]],
        }
    )


@kind
def periods_of_time():
    """periods of every frequency keep their ordinals"""
    spans = {"Y": "2024", "Q": "2024Q3", "W": "2024-02-29", "B": "2024-02-29", "h": "2024-02-29 23:00"}
    spans |= {"min": "2024-02-29 23:59", "s": "2024-02-29 23:59:59", "ms": "2024-02-29", "ns": "2024-02-29"}
    return pd.DataFrame({freq: pd.PeriodIndex([span, "1960-01-01"], freq=freq) for freq, span in spans.items()})


@kind
def attrs_odd():
    """attrs keep NaN, large integers and any key"""
    frame = pd.DataFrame({"x": [1]})
    frame.attrs = {"": float("nan"), "__proto__": 2**70, "list": [True, None, -0.5, "\u2028"]}
    return frame


@kind
def long_text():
    """long text stays whole"""
    return pd.DataFrame({"s": ["żó" * 5_000, "b"]})


@kind
def many_rows():
    """many rows keep their runs and their nulls"""
    n = 500
    return pd.DataFrame(
        {
            "run": np.repeat(np.arange(5, dtype="int64"), n // 5),
            "null": pd.array([None if i % 7 == 0 else i for i in range(n)], dtype="Int32"),
            "flag": pd.array([None if i % 11 == 0 else i % 3 == 0 for i in range(n)], dtype="boolean"),
        }
    )
