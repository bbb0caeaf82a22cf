import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { edit } from "../edit/session.ts";
import { utf8Decoder } from "../platform.ts";
import { createNotebook } from "./create-notebook.ts";
import { parseNotebook } from "./parse-notebook.ts";

const script = `
import json, sys, tempfile, os, warnings
warnings.simplefilter("ignore")
import nbformat, scrapbook
text = sys.stdin.buffer.read().decode()
notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
nbformat.validate(notebook)
path = os.path.join(tempfile.mkdtemp(), "new.ipynb")
open(path, "w").write(text)
read = scrapbook.read_notebook(path)
shown = {name: dict(scrap.display["data"]) for name, scrap in read.scraps.items() if scrap.display}
print(json.dumps([nbformat.writes(notebook) + "\\n" == text, {n: s.data for n, s in read.scraps.items()}, shown]))
`;

function readByPython(text: string): unknown {
  const python = process.env.SCRAPBOOK_PYTHON ?? "";
  return JSON.parse(execFileSync(python, ["-c", script], { input: text }).toString());
}

test("Python takes a new notebook for a valid one, and would write the same text", () => {
  const metadata = { kernelspec: { name: "python3", display_name: "Python 3" } };
  expect(readByPython(createNotebook())).toEqual([true, {}, {}]);
  expect(readByPython(createNotebook({ metadata }))).toEqual([true, {}, {}]);
});

test("Python reads what was set in a new notebook, pictures given as bytes too", () => {
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
  const bundle = { data: { "image/png": picture, "text/plain": "<Figure>" } };
  const bytes = edit(createNotebook())
    .set("distance", 0.12)
    .set("nothing", [Number.NaN], { nonFinite: "null" })
    .set("chart", bundle, { encoder: "display" })
    .toBytes();
  const [isSame, values, shown] = readByPython(utf8Decoder.decode(bytes)) as [
    boolean,
    Record<string, unknown>,
    Record<string, Record<string, unknown>>,
  ];
  expect(isSame).toBe(true);
  expect(values).toEqual({ distance: 0.12, nothing: [null], chart: null });
  expect(shown.chart?.["image/png"]).toBe("iVBORwD/");
  const read = parseNotebook(bytes).scraps.get("chart")?.bytes("image/png");
  expect(read).toEqual(picture);
});
