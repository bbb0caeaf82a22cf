"""Numbers at every edge, with the text that stands in the file."""

from shapes import JSON, Raw, code, data, notebook, write
from suite import Group, at, failing, glued, raw, scrap, shaped

group = Group("numbers", ["10.1"])
case = group.case
TEXT = "Python's json writes no such text"

for word, source, note in [
    ("zero", "0", "the number 0 is read"),
    ("minus-one", "-1", "the number -1 is read"),
    ("2-53-less-1", "2**53 - 1", "2^53 - 1 is exact"),
    ("2-53", "2**53", "2^53 is exact"),
    ("2-53-and-1", "2**53 + 1", "2^53 + 1 is exact"),
    ("minus-2-53-less-1", "-2**53 - 1", "-2^53 - 1 is exact"),
    ("2-63", "2**63", "2^63 is exact"),
    ("minus-2-63", "-2**63", "-2^63 is exact"),
    ("2-64", "2**64", "2^64 is exact"),
    ("30-digits", "123456789012345678901234567890", "an integer of 30 digits is exact"),
    ("400-digits", "10**399 + 7", "an integer beyond every double is exact"),
    ("4300-digits", "10**4299 + 1", "an integer of 4,300 digits is exact"),
    ("1-0", "1.0", "1.0 keeps its text"),
    ("0-1", "0.1 + 0.2", "0.1 + 0.2 keeps its digits"),
    ("minus-0-0", "-0.0", "-0.0 is the negative zero"),
    ("1e16", "1e16", "1e16 is a number with a fraction part"),
    ("1e-05", "0.00001", "a small number is written with an exponent"),
    ("1e22", "1e22", "1e22 is read"),
    ("max", "1.7976931348623157e308", "the largest double is read"),
    ("min", "5e-324", "the smallest double is read"),
    ("2-53-float", "2.0**53", "an integral double is read"),
]:
    case(f"numbers-{word}", note, glued(f'sb.glue("x", {source})'))

for word, text, note in [
    ("minus-0", "-0", "-0 is the integer 0"),
    ("1E5", "1E5", "a capital E is an exponent's"),
    ("1e-plus", "1e+2", "an exponent may have a sign"),
    ("1-00", "1.00", "zeros at the end of a fraction are kept in the source"),
    ("leading-exponent-zero", "1e005", "zeros may lead an exponent"),
    ("1e400", "1e400", "1e400 is infinite"),
    ("minus-1e400", "-1e400", "-1e400 is minus infinity"),
    ("1e-400", "1e-400", "1e-400 is 0"),
    ("minus-1e-400", "-1e-400", "-1e-400 is the negative zero"),
    ("nan", "NaN", "NaN is a number"),
    ("infinity", "Infinity", "Infinity is a number"),
    ("minus-infinity", "-Infinity", "-Infinity is a number"),
    ("rounding", "9007199254740993.0", "a double is the nearest one to its text"),
    (
        "many-fraction-digits",
        "0.1000000000000000055511151231257827021181583404541015625",
        "digits beyond a double are rounded",
    ),
]:
    case(f"numbers-{word.lower()}", note, shaped(TEXT, code(data("x", Raw(text)))))

case(
    "numbers-in-array",
    "numbers in an array keep their kinds and values",
    glued('sb.glue("x", [1, 1.0, 2**60, -0.0, 1e300])'),
)
case(
    "numbers-in-object",
    "numbers in an object keep their kinds and values",
    glued('sb.glue("x", {"a": 1.0, "b": [10**20, {"c": 1e-9}]})'),
)
case(
    "numbers-non-finite-inside",
    "NaN and infinities may stand inside",
    shaped(TEXT, code(data("x", [Raw("NaN"), {"a": Raw("-Infinity")}, Raw("1e999")]))),
)
case("numbers-bool-is-none", "true and false are no numbers", glued('sb.glue("x", [True, False, 1, 0])'))
case(
    "numbers-numpy-float",
    "a numpy float is glued as the number it is",
    glued('import numpy\nsb.glue("x", numpy.float64(0.5))'),
)
case(
    "numbers-nan-from-kernel",
    "NaN glued from a kernel arrives as text",
    glued('import warnings\nwarnings.simplefilter("ignore")\nsb.glue("x", float("nan"))'),
)
case(
    "numbers-inf-in-list-from-kernel",
    "an infinity in a list from a kernel arrives as text",
    glued('import warnings\nwarnings.simplefilter("ignore")\nsb.glue("x", [float("inf"), 1.5])'),
)

DIGITS = {"spec": ["10.1", "12.6"]}
LIMIT = "Python's json refuses the digits while it reads the file"
FAILS = failing("json-integer-digits", at(0, 0, JSON))
case(
    "numbers-4301-digits",
    "the value of an integer of 4,301 digits fails, others are read",
    shaped(TEXT, code(data("x", Raw("1" + "0" * 4300)), data("y", 1))),
    expect={"scraps": [scrap("x", FAILS), scrap("y", 1)]},
    differs=LIMIT,
    **DIGITS,
)
case(
    "numbers-4301-digits-inside",
    "digits beyond the limit inside an array fail as well",
    shaped(TEXT, code(data("x", [1, Raw("-" + "9" * 4301)]))),
    expect={"scraps": [scrap("x", FAILS)]},
    differs=LIMIT,
    **DIGITS,
)
case(
    "numbers-4301-digits-of-fraction",
    "the limit is for integers: digits of a fraction are any number",
    shaped(TEXT, code(data("x", Raw("0." + "1" * 5000)))),
    text_at=False,
    **DIGITS,
)
case(
    "numbers-minus-4300-digits",
    "a sign is no digit",
    shaped(TEXT, code(data("x", Raw("-1" + "0" * 4299)))),
    **DIGITS,
)
case(
    "numbers-many-digits-elsewhere",
    "a number that nobody asks for may have any length",
    raw(TEXT, write(notebook(code(data("x", 1)), metadata={"big": Raw("1" * 5000)}))),
    run={"op": "read", "only": ["scraps"]},
    expect={"scraps": [scrap("x", 1)]},
    differs=LIMIT,
    spec=["12.2", "15"],
)
