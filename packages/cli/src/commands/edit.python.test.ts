import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();
const python = process.env.SCRAPBOOK_PYTHON ?? "";
const script = fileURLToPath(new URL("../testing/frames.py", import.meta.url));

interface Case {
  readonly title: string;
  /** Python that makes the frame. */
  readonly frame: string;
  /** What the person finds in the CSV, and writes in its place. */
  readonly from: string;
  readonly to: string;
  /** The same change in Python, to the frame `f`. */
  readonly change: string;
}

const cases: readonly Case[] = [
  {
    title: "an index of dates",
    frame: `pd.DataFrame({"v": [1, 2]}, index=pd.DatetimeIndex(["2024-01-02", "2024-01-03"], name="date"))`,
    from: "2024-01-03,2",
    to: "2024-01-04,3",
    change: `f.loc["2024-01-03", "v"] = 3; f = f.rename({pd.Timestamp("2024-01-03"): pd.Timestamp("2024-01-04")})`,
  },
  {
    title: "instants in a zone without a name, of which one row goes",
    frame: `pd.DataFrame({"v": [1.5, 0.1]}, index=pd.date_range("2024-03-09 12:00", periods=2, tz="America/New_York"))`,
    from: "2024-03-09 12:00:00-05:00,1.5\n",
    to: "",
    change: "f = f.iloc[1:]",
  },
  {
    title: "an index of two levels, one without a name",
    frame: `pd.DataFrame({"v": [1, 2]}, index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["k", None]))`,
    from: "b,2,2",
    to: "b,2,5",
    change: "f.iloc[1, 0] = 5",
  },
  {
    title: "a range with a name and steps, which gets a row",
    frame: `pd.DataFrame({"v": [1, 2]}, index=pd.RangeIndex(10, 20, 5, name="r"))`,
    from: "15,2\n",
    to: "15,7\n20,8\n",
    change: `f = pd.DataFrame({"v": [1, 7, 8]}, index=pd.RangeIndex(10, 25, 5, name="r"))`,
  },
  {
    title: "labels of text that look like numbers",
    frame: `pd.DataFrame({"v": [1, 2]}, index=["01", "02"])`,
    from: "02,2",
    to: "03,2",
    change: `f = f.rename({"02": "03"})`,
  },
  {
    title: "rows counted from 0",
    frame: `pd.DataFrame({"v": [1, 2]})`,
    from: "2\n",
    to: "2\n3\n",
    change: `f = pd.DataFrame({"v": [1, 2, 3]})`,
  },
  {
    title: "dtypes that CSV does not have",
    frame: `pd.DataFrame({
      "c": pd.Categorical(["x", "y"], ["y", "x"], ordered=True), "i": pd.array([1, None], "Int8"),
      "f": pd.array([0.5, 1], "float32"), "t": pd.to_datetime(["2024-01-02 03:04:05.678", None]),
      "d": pd.to_timedelta(["1 days", "2 days"]), "o": [Decimal("1.50"), Decimal("2.25")],
      "day": [datetime.date(2024, 1, 2), None], "text": ["", "b"],
    }, index=pd.Index([1.5, 2.5], name="x"))`,
    from: "2.5,y,,1.0,,2 days,2.25,,b",
    to: "2.5,x,3,0.1,2024-02-03 04:05,3 days 01:00:00,3.75,2024-05-06,",
    change: `for name, value in {
      "c": "x", "i": 3, "f": 0.1, "t": pd.Timestamp("2024-02-03 04:05"), "d": pd.Timedelta("3 days 01:00:00"),
      "o": Decimal("3.75"), "day": datetime.date(2024, 5, 6), "text": "" }.items(): f.loc[2.5, name] = value`,
  },
  {
    title: "columns of two levels",
    frame: `pd.DataFrame([[1, 2.5]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")], names=["l", "m"]), index=pd.Index(["k"], name="key"))`,
    from: "k,1,",
    to: "k,9,",
    change: "f.iloc[0, 0] = 9",
  },
  {
    title: "columns that are numbers",
    frame: `pd.DataFrame({1: [1, 2], 2: ["a", "b"]}, index=pd.Index(["k", "m"], name="key"))`,
    from: "m,2,b",
    to: "m,2,c",
    change: `f.iloc[1, 1] = "c"`,
  },
];

const told = JSON.stringify(cases.map(({ title, frame, change }) => [title, frame, change]));
const ask = (task: string, notebook: string) =>
  execFileSync(python, [script, task, notebook, told]).toString();

test("pandas reads what was edited with the index, the names and the dtypes as before", async () => {
  const notebook = space.at("FRAMES.ipynb");
  ask("write", notebook);
  for (const { title, from, to } of cases) {
    const editor = space.at("editor.mjs");
    writeFileSync(
      editor,
      `import { readFileSync, writeFileSync } from "node:fs";
       const text = readFileSync(process.argv[2], "utf8");
       if (!text.includes(${JSON.stringify(from)})) { console.error(text); process.exit(1); }
       writeFileSync(process.argv[2], text.replace(${JSON.stringify(from)}, ${JSON.stringify(to)}));`,
    );
    const env = { EDITOR: `"${process.execPath}" "${editor}"` };
    expect(await space.runAs({ env }, "edit", "FRAMES.ipynb", title, "-q")).toMatchObject({
      code: 0,
      err: "",
    });
  }
  expect(JSON.parse(ask("compare", notebook))).toEqual({});
});

test("a DataFrame that set replaces hands on its index", async () => {
  const notebook = space.at("FRAMES.ipynb");
  ask("write", notebook);
  for (const { title, from, to } of cases.slice(0, 3)) {
    const { out } = await space.run("get", "FRAMES.ipynb", title, "-f", "csv");
    writeFileSync(space.at("new.csv"), out.replace(from, to));
    const { code } = await space.run("set", "FRAMES.ipynb", title, "--csv", space.at("new.csv"));
    expect(code).toBe(0);
  }
  const differences = Object.keys(JSON.parse(ask("compare", notebook)));
  expect(differences).toEqual(cases.slice(3).map(({ title }) => title));
});
