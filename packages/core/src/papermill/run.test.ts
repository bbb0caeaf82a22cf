import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { Scrapbook } from "../scrapbook/scrapbook.ts";
import { notebookOf } from "../testing/notebook-text.ts";

interface CellShape {
  papermill?: object | null | string;
  type?: string;
  count?: number | null;
  errors?: [ename: unknown, evalue: unknown][];
}

function read(papermill: object | null | undefined, cells: CellShape[] = []) {
  const texts = cells.map(({ papermill: own, type = "code", count = 1, errors = [] }) =>
    JSON.stringify({
      cell_type: type,
      execution_count: count,
      metadata: own === undefined ? {} : { papermill: own },
      outputs: [
        { output_type: "stream", ename: "No" },
        ...errors.map(([ename, evalue]) => ({ output_type: "error", ename, evalue })),
      ],
      source: "",
    }),
  );
  return parseNotebook(
    notebookOf(texts, papermill === undefined ? "{}" : JSON.stringify({ papermill })),
  );
}

const times = { start_time: "2026-01-01T00:00:00", end_time: "2026-01-01T00:00:02" };
const done = { status: "completed", start_time: "2026-01-01T00:00:00", exception: false };
const failed = { status: "failed", exception: true };

describe("a run's status", () => {
  const table: [
    title: string,
    papermill: object | undefined,
    cells: CellShape[],
    status: string,
  ][] = [
    ["without papermill", undefined, [], "none"],
    ["of a finished run", times, [{ papermill: done }], "completed"],
    [
      "of a cell that failed",
      { ...times, exception: true },
      [{ papermill: failed, errors: [["E", "v"]] }],
      "failed",
    ],
    ["of a cell that failed without an output", times, [{ papermill: failed }], "failed"],
    ["of a cell with exception alone", times, [{ papermill: { exception: true } }], "failed"],
    ["of a cell with status alone", times, [{ papermill: { status: "failed" } }], "failed"],
    [
      "of sys.exit()",
      { ...times, exception: true },
      [{ papermill: failed, errors: [["SystemExit", ""]] }],
      "completed",
    ],
    [
      "of sys.exit(0)",
      { ...times, exception: true },
      [{ papermill: failed, errors: [["SystemExit", "0"]] }],
      "completed",
    ],
    [
      "of sys.exit(1)",
      { ...times, exception: true },
      [{ papermill: failed, errors: [["SystemExit", "1"]] }],
      "failed",
    ],
    [
      "of sys.exit(0) after an error",
      times,
      [
        {
          papermill: failed,
          errors: [
            ["E", ""],
            ["SystemExit", "0"],
          ],
        },
      ],
      "failed",
    ],
    [
      "of sys.exit(0) and a failed cell",
      times,
      [
        { papermill: failed, errors: [["SystemExit", "0"]] },
        { papermill: failed, errors: [["E", ""]] },
      ],
      "failed",
    ],
    ["with papermill's exception alone", { ...times, exception: true }, [], "failed"],
    ["with an exception that is not true", { ...times, exception: "true" }, [], "completed"],
    ["of a prepared notebook", { parameters: {} }, [{ papermill: {} }], "none"],
    ["of a run that goes on", { start_time: times.start_time, end_time: null }, [], "partial"],
    ["with an end and no start", { end_time: times.end_time }, [], "completed"],
    ["with a pending cell", times, [{ papermill: { status: "pending" } }], "partial"],
    ["with a running cell", times, [{ papermill: { status: "running" } }], "partial"],
    [
      "of a kernel that died",
      times,
      [{ papermill: { status: "completed" }, count: null }],
      "partial",
    ],
    [
      "of a cell that was counted",
      times,
      [{ papermill: { status: "completed" }, count: 1 }],
      "completed",
    ],
    ["of a cell that was started", times, [{ papermill: done, count: null }], "completed"],
    [
      "of Markdown, which never starts",
      times,
      [{ papermill: { status: "completed" }, type: "markdown", count: null }],
      "completed",
    ],
    ["of a cell without papermill", times, [{ count: null }], "completed"],
    [
      "of a cell whose papermill is odd",
      times,
      [{ papermill: "failed", count: null }],
      "completed",
    ],
  ];
  for (const [title, papermill, cells, status] of table) {
    test(`${title} is ${status}`, () => expect(read(papermill, cells).run.status).toBe(status));
  }
});

describe("a run", () => {
  test("tells what papermill says", () => {
    const papermill = {
      ...times,
      duration: 2.5,
      exception: true,
      version: "2.7.0",
      input_path: "in.ipynb",
      output_path: "out.ipynb",
      parameters: { b: 1, a: 2 },
    };
    const errors: CellShape["errors"] = [
      ["SystemExit", "0"],
      ["ValueError", "bad"],
    ];
    const { run, parameters } = read(papermill, [
      { papermill: done },
      { papermill: failed, errors },
    ]);
    expect(run).toEqual({
      status: "failed",
      exception: true,
      failedCell: {
        index: 1,
        ename: "ValueError",
        evalue: "bad",
        executionCount: 1,
        source: "",
        traceback: [],
      },
      startTime: times.start_time,
      endTime: times.end_time,
      duration: 2.5,
      slowestCell: undefined,
      parameters: { b: 1, a: 2 },
      version: "2.7.0",
      inputPath: "in.ipynb",
      outputPath: "out.ipynb",
    });
    expect(Object.keys(parameters)).toEqual(["b", "a"]);
  });

  test("leaves out what has the wrong type", () => {
    const papermill = { ...times, duration: "1", exception: null, version: 2, input_path: null };
    expect(read(papermill).run).toMatchObject({
      exception: undefined,
      duration: undefined,
      version: undefined,
      inputPath: undefined,
      failedCell: undefined,
    });
  });

  test("has a failed cell without a name where its error has none", () => {
    const cells: CellShape[] = [{ papermill: failed, errors: [[1, null]] }];
    expect(read(times, cells).run.failedCell).toMatchObject({
      index: 0,
      ename: undefined,
      evalue: undefined,
    });
    expect(read({ ...times, exception: true }).run.failedCell).toBeUndefined();
  });
});

describe("the cell that failed", () => {
  const failing = (source: string, traceback: string) =>
    parseNotebook(
      notebookOf(
        [
          `{"cell_type": "code", "execution_count": 3, "source": ${source}, "metadata": {"papermill": {"exception": true}}, "outputs": [{"output_type": "error", "ename": "E", "evalue": "v", "traceback": ${traceback}}]}`,
        ],
        JSON.stringify({ papermill: times }),
      ),
    ).run.failedCell;

  test("has its execution count, code and traceback", () => {
    expect(failing('["a = 1\\n", "a / 0"]', '["line", "\\u001b[31mE\\u001b[0m: v"]')).toEqual({
      index: 0,
      ename: "E",
      evalue: "v",
      executionCount: 3,
      source: "a = 1\na / 0",
      traceback: ["line", "\u001b[31mE\u001b[0m: v"],
    });
    expect(failing('"a / 0"', '"one"')).toMatchObject({ source: "a / 0", traceback: ["one"] });
  });

  test("leaves out what is no text", () => {
    expect(failing("1", '{"a": 1}')).toMatchObject({ source: undefined, traceback: [] });
    expect(failing('["a", 1]', `["b", ${"1".repeat(4_301)}]`)).toMatchObject({
      source: "a",
      traceback: ["b"],
    });
  });
});

test("the slowest cell is the first of those that took longest", () => {
  const took = (duration: unknown): CellShape => ({ papermill: { ...done, duration } });
  const { run } = read(times, [took(1), took(3), took("9"), took(3), took(2)]);
  expect(run.slowestCell).toEqual({ index: 1, duration: 3 });
  expect(read(times, [{ papermill: done }]).run.slowestCell).toBeUndefined();
});

describe("an integer of too many digits", () => {
  const long = "1".repeat(4_301);
  const cell = (count: string, papermill: string) =>
    `{"cell_type": "code", "execution_count": ${count}, "metadata": {"papermill": ${papermill}}, "outputs": []}`;
  const notebook = parseNotebook(
    notebookOf(
      [
        cell(long, '{"status": "completed", "duration": 1}'),
        cell("2", `{"status": "completed", "duration": ${long}, "start_time": "t"}`),
        cell("3", '{"status": "completed", "duration": 3}'),
      ],
      `{"long": ${long}, "papermill": {"start_time": "a", "end_time": "b", "duration": ${long}, "parameters": {"a/b": [${long}], "x": 1, "x": 2}}}`,
    ),
  );

  test("is a problem with a path, and hides nothing else", () => {
    expect(notebook.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "json-integer-digits /metadata/papermill/duration",
      "json-integer-digits /metadata/papermill/parameters/a~1b",
      "json-integer-digits /cells/0/execution_count",
      "json-integer-digits /cells/1/metadata/papermill/duration",
    ]);
    expect(notebook.parameters).toEqual({ x: 2 });
    expect(notebook.run).toMatchObject({ startTime: "a", endTime: "b", duration: undefined });
    expect(notebook.executionCounts).toEqual([undefined, 2, 3]);
    expect(notebook.cellTiming).toEqual([undefined, 0, 3]);
    expect(notebook.metrics.rows().map(({ cell }) => cell)).toEqual(["Out [2]", "Out [3]"]);
    expect(new Scrapbook([["a", notebook]]).papermillDataframe.length).toBe(1);
  });

  test("is an error with a path where the metadata itself is asked for", () => {
    expect(() => notebook.metadata).toThrow("[json-integer-digits]");
    expect(() => notebook.metadata).toThrow("/metadata");
  });
});

describe("papermill's metadata of the wrong type", () => {
  test("counts as absent and is a problem that nothing throws", () => {
    const notebook = read(null, [{ papermill: "x" }, { papermill: null }]);
    expect(notebook.run.status).toBe("none");
    expect(notebook.parameters).toEqual({});
    expect(notebook.scraps.size).toBe(0);
    expect(notebook.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "notebook-member-type /metadata/papermill",
      "notebook-member-type /cells/0/metadata/papermill",
      "notebook-member-type /cells/1/metadata/papermill",
    ]);
  });

  test("may be parameters, of which null is none", () => {
    expect(read({ parameters: null }).problems).toEqual([]);
    expect(read({ parameters: [1] }).problems).toMatchObject([
      { path: "/metadata/papermill/parameters" },
    ]);
    expect(read({ parameters: [1] }).parameters).toEqual({});
  });
});

test("timings are 0 where papermill wrote none, and absent where nothing was executed", () => {
  const cells: CellShape[] = [
    { papermill: { duration: 1.5 } },
    { papermill: { duration: "x" }, type: "markdown" },
    { papermill: { duration: null } },
    { papermill: {} },
    {},
    { papermill: { duration: 3 }, count: 0 },
    { papermill: { duration: 3 }, count: null },
  ];
  const notebook = read(undefined, cells);
  expect(notebook.cellTiming).toEqual([1.5, "x", null, 0, 0, undefined, undefined]);
  expect(notebook.executionCounts).toEqual([1, 1, 1, 1, 1, 0, null]);
});
