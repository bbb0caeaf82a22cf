import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EditSession, edit } from "../edit/session.ts";
import { names, notebook as randomNotebook } from "../edit/testing/random-notebook.ts";
import { isScrapbookError } from "../error/error.ts";
import { openBytes } from "../io/open-bytes.ts";
import { joinPieces } from "../json/edit/apply.ts";
import { encode } from "../testing/json-text.ts";
import { dataOutput, jsonMime, notebookText, output } from "../testing/notebook-text.ts";
import { editInPieces } from "./edit-pieces.ts";
import { inflated } from "./testing/inflated.ts";

const options = { source: "a", cellId: () => "0123abcd" };
const bundle = { data: { "text/plain": "a\nb", "image/png": "AAAA" } };

type Change = (session: EditSession) => unknown;

const name = fc.constantFrom(...names, "new");
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(name, fc.constantFrom("drop", "keep", bundle)).map(
    ([scrap, display]): Change =>
      (session) =>
        session.set(scrap, 2.5, { display: display as "drop" }),
  ),
  name.map(
    (scrap): Change =>
      (session) =>
        session.set(scrap, "text"),
  ),
  name.map(
    (scrap): Change =>
      (session) =>
        session.set(scrap, bundle, { encoder: "display" }),
  ),
  fc.tuple(name, fc.nat(3)).map(
    ([scrap, cell]): Change =>
      (session) =>
        session.set(scrap, 1, { cell }),
  ),
  name.map(
    (scrap): Change =>
      (session) =>
        session.remove(scrap),
  ),
  fc.tuple(name, name).map(
    ([from, to]): Change =>
      (session) =>
        session.rename(from, to, { overwrite: true }),
  ),
);

/** The edited bytes, or the first refusal. */
async function outcome(make: () => Promise<Uint8Array> | Uint8Array): Promise<unknown> {
  try {
    return new TextDecoder().decode(await make());
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    return [error.code, error.path, error.offset, error.message];
  }
}

async function inPieces(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const now = openBytes(bytes, { name: "a", maxBytes: bytes.length });
  const { session, pieces } = await editInPieces(now, options, undefined);
  for (const act of changes) act(session);
  const result: Uint8Array[] = [];
  for await (const piece of pieces(session.edits())) result.push(piece);
  return joinPieces(result);
}

function whole(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const session = edit(bytes, options);
  for (const act of changes) act(session);
  return session.toBytes();
}

describe("a notebook that is edited in pieces", () => {
  test("becomes what it becomes when it is edited whole, byte by byte", async () => {
    const changes = fc.array(change, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(randomNotebook, fc.nat(30), changes, async (text, length, made) => {
        const bytes = encode(inflated(text, length));
        const expected = await outcome(() => whole(bytes, made));
        expect(await outcome(() => inPieces(bytes, made))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("says what is wrong where it is in the file", async () => {
    for (const damage of ['"nbformat": 3', '"nbformat": "4"', '"nbformat": 4, ']) {
      const long = dataOutput("x", `"${"x".repeat(5_000)}"`);
      const bytes = encode(notebookText([long]).replace('"nbformat": 4', damage));
      const expected = await outcome(() => whole(bytes, []));
      expect(await outcome(() => inPieces(bytes, []))).toEqual(expected);
    }
  });

  test("gives nobody the bytes that are held in place of it", async () => {
    const bytes = encode(notebookText([dataOutput("x", "1")]));
    const now = openBytes(bytes, { name: "a", maxBytes: bytes.length });
    const { session } = await editInPieces(now, options, undefined);
    session.set("x", 2);
    for (const ask of ["original", "apply", "toBytes", "toObject"] as const) {
      expect(() => {
        const asked = session[ask];
        return typeof asked === "function" && (asked as () => unknown).call(session);
      }).toThrow("inPiecesFrom");
    }
    expect(session.notebook.value("x")).toBe(1);
  });

  test("writes a new display though what stands for the old one is as short", async () => {
    const label = '{"scrapbook": {"data": false, "display": true, "name": "x"}}';
    const shown = output({ "image/png": `"${"A".repeat(2_000_000)}"` }, label);
    const bytes = encode(notebookText([shown]));
    for (const png of ["", "0", "A"]) {
      const display = { data: { "image/png": png } };
      const made: Change[] = [(session) => session.set("x", display, { encoder: "display" })];
      expect(await outcome(() => inPieces(bytes, made))).toBe(
        await outcome(() => whole(bytes, made)),
      );
    }
  });

  test("that holds a payload beyond the limit is refused, and says which", async () => {
    const bytes = encode(notebookText([dataOutput("x", `"${"x".repeat(5_000)}"`)]));
    const now = openBytes(bytes, { name: "a", maxBytes: bytes.length });
    const editing = editInPieces(now, { ...options, maxScrapBytes: 1_000 }, undefined);
    const path = `/cells/0/outputs/0/data/${jsonMime.replace("/", "~1")}/data`;
    await expect(editing).rejects.toMatchObject({ code: "payload-too-large", path });
  });
});
