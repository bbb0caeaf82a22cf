"""What a payload must be, and which versions are read."""

from shapes import JSON, Members, Raw, code, holding, notebook, payload, write
from suite import OWN, Group, at, glued, raw, scrap, shaped

group = Group("payload", ["3.1"])
case = group.case
P = at(0, 0, JSON)
WHY = "glue writes no such payload"


def held(value: object):
    return shaped(WHY, code(holding(value)))


case("payload-version-1", "a payload of version 1 is read", glued('sb.glue("x", [1, 2])'))
case(
    "payload-extra-members",
    "further members mean nothing",
    held(payload(more=1, Version=2, reference={"name": 1})),
)
case(
    "payload-members-in-any-order",
    "the members may stand in any order",
    raw(
        "Jupyter sorts keys",
        write(notebook(code(holding({"version": 1, "encoder": "json", "data": 1, "name": "x"}))), sort=False),
    ),
)
case(
    "payload-duplicate-members",
    "of a member that occurs twice the last counts",
    held(
        Members(
            ("name", "y"),
            ("data", None),
            ("encoder", 1),
            ("version", 3),
            ("name", "x"),
            ("data", 1),
            ("encoder", "json"),
            ("version", 1),
        )
    ),
    text_at=False,
)
case(
    "payload-data-nan",
    "NaN is a number, and valid data",
    held(payload(data=Raw("NaN"))),
)
case(
    "payload-data-30-digits",
    "an integer of 30 digits is valid data",
    glued('sb.glue("x", 123456789012345678901234567890)'),
)

# -- not objects
for word, value, note in [
    ("array", [payload()], "an array"),
    ("empty-array", [], "an empty array"),
    ("string", "x", "a string"),
    ("number", 1, "a number"),
    ("true", True, "true"),
    ("null", None, "null"),
]:
    case(
        f"payload-is-{word}",
        f"a payload that is {note} is an error",
        held(value),
        spec=["12.4.1"],
        error=("payload-not-object", P),
        differs=OWN,
    )

# -- members
MEMBERS = {"spec": ["3.1", "12.4.1"]}
case(
    "payload-empty",
    "an empty payload lacks its version first",
    held({}),
    error=("payload-version-missing", P),
    **MEMBERS,
)
for member in ("name", "data", "encoder"):
    case(
        f"payload-{member}-missing",
        f"a payload without {member} is an error",
        held(payload(**{member: ...})),
        error=("payload-member-missing", P),
        **MEMBERS,
    )
case(
    "payload-all-but-version-missing",
    "name is the first member that is missed",
    held({"version": 1}),
    error=("payload-member-missing", P),
    **MEMBERS,
)
for word, value, note in [("number", 1, "a number"), ("null", None, "null"), ("array", ["x"], "an array")]:
    case(
        f"payload-name-is-{word}",
        f"a name that is {note} is an error",
        held(payload(name=value)),
        error=("payload-member-type", P + "/name"),
        **MEMBERS,
    )
for word, value, note in [
    ("number", 1, "a number"),
    ("null", None, "null"),
    ("object", {}, "an object"),
    ("true", True, "true"),
]:
    case(
        f"payload-encoder-is-{word}",
        f"an encoder that is {note} is an error",
        held(payload(encoder=value)),
        error=("payload-member-type", P + "/encoder"),
        **MEMBERS,
    )
case(
    "payload-data-is-null",
    "data that is null is an error",
    held(payload(data=None)),
    error=("payload-member-type", P + "/data"),
    **MEMBERS,
)
case(
    "payload-name-before-data",
    "a wrong name is told before missing data",
    held(payload(name=1, data=...)),
    error=("payload-member-type", P + "/name"),
    spec=["12.4.1"],
)
case(
    "payload-version-before-name",
    "a wrong version is told before a missing name",
    held(payload(name=..., version=True)),
    error=("payload-version-invalid", P + "/version"),
    spec=["12.4.1"],
)
case(
    "payload-first-bad-one-is-told",
    "the first bad payload is told, in the order of outputs",
    shaped(
        WHY, code(holding(payload())), code(holding(payload("y", None)), holding(payload("z", version=...)))
    ),
    error=("payload-member-type", at(1, 0, JSON, "data")),
    spec=["12.4"],
)
case(
    "payload-one-bad-hides-all",
    "one bad payload makes all scraps fail when reading is strict",
    shaped(WHY, code(holding(payload("good")), holding(payload("bad", encoder=...)))),
    error=("payload-member-missing", at(0, 1, JSON)),
    spec=["12.5"],
)

# -- versions
VERSION = {"spec": ["3.2"]}
V = P + "/version"
for word, text in [
    ("1.0", "1.0"),
    ("1e0", "1e0"),
    ("10e-1", "10e-1"),
    ("nearly-1", "1.00000000000000000001"),
]:
    case(
        f"payload-version-{word.replace('.', '-')}",
        f"a version written {text} is version 1",
        held(payload(version=Raw(text))),
        members=["scraps", "warnings"],
        **VERSION,
    )
for word, text in [("2", "2"), ("1e3", "1e3"), ("2-to-64", "18446744073709551616"), ("2-0", "2.0")]:
    case(
        f"payload-version-{word}",
        f"version {text} is read as version 1, with a warning",
        held(payload(version=Raw(text))),
        expect={
            "scraps": [scrap("x", 1, source="1")],
            "warnings": [{"code": "payload-version-newer", "path": V}],
        },
        **VERSION,
    )
case(
    "payload-version-later-still-checked",
    "a payload of a later version is checked as version 1",
    held(payload(version=2, data=...)),
    error=("payload-member-missing", P),
    **VERSION,
)
case(
    "payload-version-later-twice",
    "each payload of a later version gives a warning, in order",
    shaped(WHY, code(holding(payload("b", version=2)), holding(payload("a", version=3)))),
    expect={
        "scraps": [scrap("b", 1), scrap("a", 1)],
        "warnings": [{"code": "payload-version-newer", "path": at(0, i, JSON, "version")} for i in (0, 1)],
    },
    **VERSION,
)
case(
    "payload-version-missing",
    "a payload without a version is an error",
    held(payload(version=...)),
    error=("payload-version-missing", P),
    **VERSION,
)
case(
    "payload-version-true",
    "true is no version",
    held(payload(version=True)),
    error=("payload-version-invalid", V),
    **VERSION,
)
for word, text in [("0", "0"), ("minus-0", "-0"), ("minus-0-0", "-0.0"), ("minus-1", "-1")]:
    case(
        f"payload-version-{word}",
        f"version {text} is not supported",
        held(payload(version=Raw(text))),
        error=("payload-version-unsupported", V),
        differs="the reference has no schema for it, and fails with a ValueError",
        **VERSION,
    )
case(
    "payload-version-false",
    "false is no version",
    held(payload(version=False)),
    error=("payload-version-invalid", V),
    differs="the reference takes false for 0, and fails with a ValueError",
    **VERSION,
)
for word, value, note in [("string", "1", '"1"'), ("null", None, "null"), ("array", [1], "an array")]:
    case(
        f"payload-version-{word}",
        f"a version that is {note} is an error",
        held(payload(version=value)),
        error=("payload-version-invalid", V),
        differs=OWN,
        **VERSION,
    )
for word, text in [("half", "0.5"), ("nan", "NaN")]:
    case(
        f"payload-version-{word}",
        f"{text} is no version",
        held(payload(version=Raw(text))),
        error=("payload-version-invalid", V),
        differs="the reference has no schema for it, and fails with a ValueError",
        **VERSION,
    )
for word, text in [("1-5", "1.5"), ("1e400", "1e400"), ("infinity", "Infinity")]:
    case(
        f"payload-version-{word}",
        f"{text} is no version",
        held(payload(version=Raw(text))),
        error=("payload-version-invalid", V),
        differs="the reference takes it for a later version",
        **VERSION,
    )
case(
    "payload-version-told",
    "a scrap tells its payload's version",
    shaped(WHY, code(holding(payload("a")), holding(payload("b", version=7)))),
    expect={"scraps": [{"name": "a", "version": 1}, {"name": "b", "version": 7}]},
    differs="the reference forgets the version",
    **VERSION,
)
