"""What papermill leaves of a run, made by papermill itself: finished, failed, cut off, never begun."""

from __future__ import annotations

import json

import nbformat
import papermills
from shapes import Raw, code, markdown, notebook, write
from suite import ABSENT, Group, glued, raw, shaped
from values import tag

group = Group("run", ["9.2", "9.3"])
NONE = "the reference has no view of a run"
WHY = "papermill writes no such metadata"
MEMBERS = {
    "startTime": "start_time",
    "endTime": "end_time",
    "duration": "duration",
    "exception": "exception",
    "version": "version",
    "inputPath": "input_path",
    "outputPath": "output_path",
}


def ran(
    id: str, description: str, status: str, failed: object = ABSENT, spec: list[str] | None = None
) -> None:
    """A run of papermill's: what `run` tells, as papermill wrote it."""

    def expect(content: bytes) -> dict:
        papermill = json.loads(content)["metadata"].get("papermill", {})
        view = {
            ours: ABSENT if papermill.get(theirs) is None else tag(papermill[theirs])
            for ours, theirs in MEMBERS.items()
        }
        return {"notebook": {"run": {"status": status, **view, "failedCell": failed}}}

    group.case(
        f"run-{id}",
        description,
        papermills.RUNS[id],
        expect=expect,
        requires=["read", "run"],
        none=NONE,
        spec=spec,
    )


ran("finished", "a run that went through is completed", "completed")
ran(
    "failed",
    "a run whose cell raised is failed, and tells the cell",
    "failed",
    {"index": 5, "ename": "ValueError", "evalue": "no such price"},
    ["9.2", "9.3", "9.4"],
)
ran("exit-0", "a run that left by sys.exit(0) is completed", "completed")
ran(
    "exit-1",
    "a run that left by sys.exit(1) is failed",
    "failed",
    {"index": 5, "ename": "SystemExit", "evalue": "1"},
    ["9.2", "9.3", "9.4"],
)
ran("raises-exception", "a cell that was meant to raise does not make a run fail", "completed")
ran("kernel-died", "a run whose kernel died is partial", "partial")
ran("timeout", "a run whose cell timed out is partial", "partial")
ran("killed", "a run of a papermill that was killed is partial", "partial")
ran("no-kernel", "a run whose kernel never started is partial", "partial")
ran("prepared", "a notebook that was only prepared was not run", "none")


def failed_cell(content: bytes) -> dict:
    """The cell that failed, as nbformat reads it."""
    cell = nbformat.reads(content.decode(), as_version=4).cells[5]
    [error] = [output for output in cell.outputs if output.output_type == "error"]
    told = {
        "index": 5,
        "ename": error.ename,
        "evalue": error.evalue,
        "executionCount": tag(cell.execution_count),
        "source": cell.source,
        "traceback": list(error.traceback),
    }
    return {"notebook": {"run": {"failedCell": told}}}


def slowest_cell(content: bytes) -> dict:
    cells = json.loads(content)["cells"]
    durations = [cell["metadata"]["papermill"].get("duration") or 0 for cell in cells]
    index = max(range(len(cells)), key=lambda place: durations[place])
    slowest = tag({"index": index, "duration": durations[index]})
    return {"notebook": {"run": {"slowestCell": slowest}}}


group.case(
    "run-failed-cell",
    "the failed cell tells its execution count, its code and its traceback",
    "run/run-failed.ipynb",
    expect=failed_cell,
    requires=["read", "run"],
    none=NONE,
    spec=["9.4"],
)
group.case(
    "run-slowest-cell",
    "the slowest cell is told with the seconds it took",
    "run/run-finished.ipynb",
    expect=slowest_cell,
    requires=["read", "run"],
    none=NONE,
    spec=["9.2"],
)
group.case(
    "run-none",
    "a notebook that papermill did not run has no run",
    glued('sb.glue("x", 1)'),
    expect={"notebook": {"run": {"status": "none", "failedCell": ABSENT, **dict.fromkeys(MEMBERS, ABSENT)}}},
    requires=["read", "run"],
    none=NONE,
)
for id, description in [
    ("failed", "the scraps glued before a run failed are read"),
    ("kernel-died", "the scraps glued before a kernel died are read"),
    ("killed", "the scraps glued before papermill was killed are read"),
    ("finished", "the scraps of a run that went through are read"),
]:
    group.case(f"run-{id}-scraps", description, f"run/run-{id}.ipynb", spec=["2.1"], text_at=False)
for id, description in [
    ("finished", "timings and counts of a run that went through"),
    ("failed", "timings and counts of a failed run"),
    ("killed", "timings and counts of a run that was killed"),
    ("prepared", "timings and counts of a prepared notebook"),
    ("raises-exception", "timings and counts of a run meant to raise"),
]:
    group.case(
        f"run-{id}-timings",
        f"{description} are as papermill wrote them",
        f"run/run-{id}.ipynb",
        run={"op": "read", "only": ["notebook"]},
        members=["notebook"],
        spec=["9.5"],
    )
PARAMETERS = {"spec": ["9.1"], "run": {"op": "read", "only": ["notebook"]}}
group.case(
    "run-parameters",
    "parameters are papermill's, in their order",
    papermills.RUNS["parameters"],
    members=["notebook"],
    **PARAMETERS,
)
group.case(
    "run-parameters-none",
    "a run without parameters has none",
    papermills.RUNS["no-parameters"],
    members=["notebook"],
    **PARAMETERS,
)


# -- shapes: every row of the table, and odd metadata
def cell(status: str | None = None, **more: object) -> dict:
    papermill = {
        "status": status,
        "exception": False,
        "start_time": "2020-01-01T00:00:00",
        "end_time": "2020-01-01T00:00:01",
        "duration": 1.0,
    }
    outputs = more.pop("outputs", [])
    count = more.pop("count", 1)
    return code(*outputs, metadata={"papermill": papermill | more}) | {"execution_count": count}


def failure(name: str = "ValueError", value: str = "no") -> dict:
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": []}


FULL = {
    "start_time": "2020-01-01T00:00:00",
    "end_time": "2020-01-01T00:00:02",
    "duration": 2.0,
    "exception": None,
}


def status(
    id: str,
    description: str,
    expected: str,
    cells: list,
    papermill: object = ...,
    failed: object = ABSENT,
    spec: list[str] | None = None,
    **view: object,
) -> None:
    metadata = {} if papermill is None else {"papermill": FULL if papermill is ... else papermill}
    group.case(
        f"run-status-{id}",
        description,
        shaped(WHY, *cells, metadata=metadata),
        expect={"notebook": {"run": {"status": expected, "failedCell": failed, **view}}},
        requires=["read", "run"],
        none=NONE,
        spec=spec or ["9.3"],
    )


at0 = {"index": 0, "ename": "ValueError", "evalue": "no"}
LONG = Raw("1" * 4301)
group.case(
    "run-long-integers",
    "an integer of too many digits is absent and a problem, and hides nothing else",
    raw(
        WHY,
        write(
            notebook(
                cell("completed", count=LONG),
                cell("completed", duration=LONG, count=2),
                cell("completed", count=3),
                metadata={
                    "own": LONG,
                    "papermill": FULL | {"duration": LONG, "parameters": {"a/b": [LONG], "c": 1}},
                },
            )
        ),
    ),
    expect={
        "problems": [
            {"code": "json-integer-digits", "path": path}
            for path in [
                "/metadata/papermill/duration",
                "/metadata/papermill/parameters/a~1b",
                "/cells/0/execution_count",
                "/cells/1/metadata/papermill/duration",
            ]
        ],
    },
    run={"op": "read", "only": ["problems"]},
    requires=["read", "run", "lenient"],
    none="the reference cannot read the notebook",
    spec=["9", "10.1", "15"],
)
status(
    "failed-by-status",
    "a cell whose status is failed makes a run fail",
    "failed",
    [cell("failed", outputs=[failure()])],
    failed=at0,
)
status(
    "failed-by-exception",
    "a cell whose exception is true makes a run fail",
    "failed",
    [cell("completed", exception=True, outputs=[failure()])],
    failed=at0,
)
status(
    "failed-without-error",
    "a failed cell without an error tells its index alone",
    "failed",
    [cell("failed")],
    failed={"index": 0, "ename": ABSENT, "evalue": ABSENT},
    spec=["9.4"],
)
status(
    "failed-twice",
    "of two failed cells the first is told",
    "failed",
    [cell("completed"), cell("failed", outputs=[failure("E", "1")]), cell("failed", outputs=[failure()])],
    failed={"index": 1, "ename": "E", "evalue": "1"},
    spec=["9.4"],
)
status(
    "quiet-exit-no-value",
    "a SystemExit without a value is a quiet exit",
    "completed",
    [cell("failed", outputs=[failure("SystemExit", "")])],
    FULL | {"exception": True},
)
status(
    "quiet-exit-then-failure",
    "a failure after a quiet exit makes a run fail",
    "failed",
    [cell("failed", outputs=[failure("SystemExit", "0")]), cell("failed", outputs=[failure()])],
    failed=at0 | {"index": 1},
)
status(
    "exit-with-other-error",
    "a quiet exit beside another error is a failure",
    "failed",
    [cell("failed", outputs=[failure("SystemExit", "0"), failure()])],
    failed=at0,
    spec=["9.3", "9.4"],
)
status(
    "exception-alone",
    "an exception of the notebook alone makes a run fail",
    "failed",
    [cell("completed")],
    FULL | {"exception": True},
    exception=True,
)
status(
    "exception-false",
    "an exception that is false is none",
    "completed",
    [cell("completed")],
    FULL | {"exception": False},
    exception=False,
)
status(
    "exception-text",
    "an exception that is no boolean counts as absent",
    "completed",
    [cell("completed")],
    FULL | {"exception": "yes"},
    exception=ABSENT,
    spec=["9.2", "9.3"],
)
status(
    "no-times",
    "without times there was no run",
    "none",
    [cell("completed")],
    {"exception": None},
    startTime=ABSENT,
    endTime=ABSENT,
)
status(
    "no-end",
    "a run without an end is partial",
    "partial",
    [cell("completed")],
    FULL | {"end_time": None},
    endTime=ABSENT,
)
status(
    "pending",
    "a run with a pending cell is partial",
    "partial",
    [cell("completed"), cell("pending", start_time=None, count=None)],
)
status(
    "running",
    "a run with a running cell is partial",
    "partial",
    [cell("completed"), cell("running", count=None)],
)
status(
    "not-started",
    "a completed code cell that never started was not run",
    "partial",
    [cell("completed"), cell("completed", start_time=None, count=None)],
)
status(
    "not-started-markdown",
    "a markdown cell that never started does no harm",
    "completed",
    [cell("completed"), markdown(metadata={"papermill": {"status": "completed", "start_time": None}})],
)
status(
    "failed-before-end",
    "a failure is told though the run has no end",
    "failed",
    [cell("failed", outputs=[failure()])],
    FULL | {"end_time": None},
    failed=at0,
)
status(
    "cells-alone", "cells' metadata alone makes no run", "none", [cell("failed", outputs=[failure()])], None
)
status(
    "members-of-wrong-types",
    "members of wrong types count as absent",
    "none",
    [cell()],
    {"start_time": 1, "end_time": [], "duration": "2", "version": 1, "input_path": None, "output_path": {}},
    duration=ABSENT,
    startTime=ABSENT,
    version=ABSENT,
    inputPath=ABSENT,
    outputPath=ABSENT,
    spec=["9", "9.2"],
)
status(
    "not-an-object",
    "metadata.papermill that is no object counts as absent",
    "none",
    [cell()],
    [1],
    spec=["9", "9.3"],
)
status(
    "cell-not-an-object",
    "a cell's papermill that is no object counts as absent",
    "completed",
    [code(metadata={"papermill": "failed"})],
    spec=["9", "9.3"],
)

ONLY = {"run": {"op": "read", "only": ["notebook"]}}
NULL = "the reference fails with an AttributeError"
group.case(
    "run-papermill-null",
    "metadata.papermill that is null counts as absent",
    shaped(WHY, code(), metadata={"papermill": None}),
    expect={"notebook": {"parameters": {"$object": []}, "cellTiming": [{"$number": "0.0"}]}},
    differs=NULL,
    spec=["9", "9.1"],
    **ONLY,
)
group.case(
    "run-cell-papermill-null",
    "a cell's papermill that is null counts as absent",
    shaped(WHY, code(metadata={"papermill": None})),
    expect={"notebook": {"cellTiming": [{"$number": "0.0"}]}},
    differs=NULL,
    spec=["9.5"],
    **ONLY,
)
group.case(
    "run-parameters-null",
    "parameters that are null are none",
    shaped(WHY, code(), metadata={"papermill": {"parameters": None}}),
    expect={"notebook": {"parameters": {"$object": []}}},
    differs="the reference gives None",
    spec=["9.1"],
    **ONLY,
)
group.case(
    "run-parameters-array",
    "parameters that are no object count as absent",
    shaped(WHY, code(), metadata={"papermill": {"parameters": [1]}}),
    expect={"notebook": {"parameters": {"$object": []}}},
    differs="the reference gives the array",
    spec=["9", "9.1"],
    **ONLY,
)
group.case(
    "run-parameters-odd",
    "parameters keep their order, their names and their numbers",
    raw(
        WHY,
        write(
            notebook(
                metadata={
                    "papermill": {
                        "parameters": {
                            "b": Raw("1.0"),
                            "__proto__": {"a": None},
                            "10": Raw("123456789012345678901234567890"),
                            "": "x",
                        }
                    }
                }
            ),
            sort=False,
        ),
    ),
    expect={
        "notebook": {
            "parameters": {
                "$object": [
                    ["b", {"$number": "1.0"}],
                    ["__proto__", {"$object": [["a", None]]}],
                    ["10", {"$number": "123456789012345678901234567890"}],
                    ["", "x"],
                ]
            }
        }
    },
    spec=["9.1", "10.1"],
    **ONLY,
)
TIMES = {"members": ["notebook"], "spec": ["9.5"], **ONLY}


def timed(id: str, description: str, *cells: object) -> None:
    group.case(f"run-timing-{id}", description, shaped(WHY, *cells), **TIMES)


timed("missing", "a counted cell without a duration took 0.0", code(), code(metadata={"papermill": {}}))
timed(
    "as-it-stands",
    "a duration is given as it stands",
    cell(duration=1),
    cell(duration="2 s"),
    cell(duration=None),
    cell(duration=[1]),
)
timed(
    "not-counted",
    "a cell without a count has no timing",
    cell(count=None),
    cell(count=0),
    markdown(metadata={"papermill": {"duration": 1.5}}),
)
timed(
    "odd-counts",
    "a count is given as it stands",
    cell(count="3"),
    cell(count=-1),
    cell(count=1.5),
    cell(count=True),
    cell(count=""),
    cell(count=[]),
)
timed(
    "markdown-with-count",
    "a markdown cell with a count has a timing",
    markdown(execution_count=2, metadata={"papermill": {"duration": 1.5}}),
)
