"""The kinds of frames that are about the labels of rows and columns; see `frames.py`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinds import kind


@kind
def multiindex_rows():
    """a MultiIndex of rows keeps levels and names"""
    index = pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["letter", None])
    return pd.DataFrame({"x": [0.5, 1.5, 2.5, 3.5]}, index=index)


@kind
def multiindex_columns():
    """a MultiIndex of columns keeps quotes in labels"""
    columns = pd.MultiIndex.from_tuples([("A", "x"), ("A", "it's"), ("B, ('", "")], names=["top", None])
    return pd.DataFrame([[1, 2, 3], [4, 5, 6]], columns=columns)


@kind
def named_index():
    """an index keeps its name"""
    return pd.DataFrame({"x": [1, 2]}, index=pd.Index(["r1", "r2"], name="row"))


@kind
def unnamed_string_index():
    """an index of text without a name is found"""
    return pd.DataFrame({"x": [1, 2]}, index=["r1", "r2"])


@kind
def range_step():
    """a RangeIndex that is stored nowhere is found"""
    return pd.DataFrame({"x": [1, 2, 3]}, index=pd.RangeIndex(10, 4, -2, name="n"))


@kind
def datetime_index():
    """an index of instants keeps its name"""
    return pd.DataFrame({"x": [1, 2, 3]}, index=pd.date_range("2024-01-01", periods=3, name="day"))


@kind
def datetime_index_tz():
    """an index of instants keeps its zone"""
    index = pd.date_range("2024-03-09", periods=3, tz="America/New_York")
    return pd.DataFrame({"x": [1, 2, 3]}, index=index)


@kind
def empty_rows():
    """a frame without rows keeps its dtypes"""
    return pd.DataFrame(
        {
            "i": np.array([], "int64"),
            "s": pd.Series([], dtype="str"),
            "t": np.array([], "datetime64[ns]"),
        }
    )


@kind
def zero_columns():
    """a frame without columns can be read"""
    return pd.DataFrame(index=pd.RangeIndex(3))


@kind
def int_columns():
    """labels that are integers stay integers"""
    return pd.DataFrame([[1, 2], [3, 4]], columns=[10, -2])


@kind
def named_columns():
    """the labels of columns keep their name"""
    return pd.DataFrame([[1, 2]], columns=pd.Index(["a", "b"], name="letters"))


@kind
def datetime_columns():
    """labels that are instants keep their dtype"""
    return pd.DataFrame([[1, 2]], columns=pd.DatetimeIndex(["2024-01-01 00:00", "2024-02-01 12:00"]))


@kind
def float_columns():
    """labels that are floats stay floats"""
    return pd.DataFrame([[1, 2]], columns=[1.5, 2.0])


@kind
def tz_columns():
    """labels that are instants with a zone keep it"""
    return pd.DataFrame([[1, 2]], columns=pd.date_range("2024-03-30", periods=2, tz="Europe/Warsaw"))


@kind
def mixed_columns():
    """labels of mixed kinds come as text"""
    return pd.DataFrame([[1, 2]], columns=["a", 1])


@kind
def multiindex_columns_int():
    """a MultiIndex of columns keeps levels of integers"""
    columns = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["text", "number"])
    return pd.DataFrame([[1, 2]], columns=columns)


@kind
def odd_names():
    """names of columns may be any text"""
    names = ["", " ", "__proto__", "constructor", "10", "2", "a.b", "żółw 🐢", "line\nbreak", "'\""]
    return pd.DataFrame([[float(i) for i in range(len(names))]], columns=names)


@kind
def index_named_as_column():
    """an index may have the name of a column"""
    return pd.DataFrame({"a": [1, 2]}, index=pd.Index([5, 6], name="a"))


@kind
def index_names_twice():
    """two levels of an index may have one name"""
    index = pd.MultiIndex.from_arrays([[1, 2], ["x", "y"]], names=["n", "n"])
    return pd.DataFrame({"a": [1, 2]}, index=index)


@kind
def index_small_ints():
    """an index keeps the width of its integers"""
    return pd.DataFrame({"a": [1, 2]}, index=pd.Index([-1, 1], dtype="int8"))


@kind
def index_with_nan():
    """an index keeps NaN"""
    return pd.DataFrame({"a": [1, 2]}, index=pd.Index([1.5, np.nan]))


@kind
def index_of_ranges():
    """a level of a MultiIndex may be a range"""
    index = pd.MultiIndex.from_arrays([pd.RangeIndex(2, name="r"), ["x", "y"]])
    return pd.DataFrame({"a": [1, 2]}, index=index)


@kind
def index_of_categories():
    """an index of categories keeps them"""
    index = pd.CategoricalIndex(["b", "a"], categories=["c", "b", "a"], ordered=True, name="size")
    return pd.DataFrame({"a": [1, 2]}, index=index)


@kind
def index_of_intervals():
    """an index of intervals keeps them"""
    return pd.DataFrame({"a": [1, 2]}, index=pd.interval_range(0, 2))


@kind
def index_of_periods():
    """an index of periods keeps its frequency"""
    return pd.DataFrame({"a": [1, 2]}, index=pd.period_range("2024Q4", periods=2, freq="Q"))


@kind
def index_alone():
    """a frame of nothing but an index can be read"""
    return pd.DataFrame(index=["r1", "r2"])


@kind
def no_frame():
    """a frame without rows and columns can be read"""
    return pd.DataFrame()
