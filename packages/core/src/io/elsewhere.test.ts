import { expect, test } from "vitest";
import { withSource } from "../error/error.ts";
import { receiveError, sendError } from "../error/sent-error.ts";
import { receiveNotebook, sendNotebook } from "../notebook/sent-notebook.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import { createIO } from "./create-io.ts";
import type { NotebookReader } from "./elsewhere.ts";
import { memoryStore } from "./memory-store.ts";

const text = notebookText([dataOutput("x", "1"), dataOutput("f", '"a"', "frames")]);

/** Reads by what another thread would be sent, and notes how. */
function noting(): { reader: NotebookReader; seen: unknown[] } {
  const seen: unknown[] = [];
  return {
    seen,
    reader: async (opened, { options, retain, version }) => {
      seen.push([options.source, retain]);
      try {
        const sent = sendNotebook(await opened.read(), { ...options, retain });
        return receiveNotebook(structuredClone(sent), options, version);
      } catch (error) {
        throw withSource(receiveError(structuredClone(sendError(error))), options.source);
      }
    },
  };
}

test("a package's reader reads for the verbs that read, and encoders are loaded here", async () => {
  const { reader, seen } = noting();
  const store = memoryStore(Object.entries({ "a.ipynb": text, "b.ipynb": text, "c.ipynb": "[" }));
  const io = createIO<string>({ stores: [store], reader });
  let loads = 0;
  const frames = {
    name: "frames",
    encodable: () => false,
    encode: () => 0,
    decode: (data: string) => `${data}!`,
    load: async () => {
      loads++;
    },
  };
  const one = await io.readNotebook("memory://a.ipynb", { encoders: [frames], source: "A" });
  expect([one.value("x"), one.value("f"), one.source, loads]).toEqual([1, "a!", "A", 1]);
  expect(one.version).toBe(
    (await createIO<string>({ stores: [store] }).readNotebook("memory://a.ipynb")).version,
  );

  const cache = new Map();
  const options = { onError: "collect", cache } as const;
  for (let round = 0; round < 2; round++) {
    const book = await io.readNotebooks("memory://", options);
    expect([...book.keys(), ...book.errors.keys()]).toEqual(["a", "b", "c"]);
    expect(book.errors.get("c")).toMatchObject({
      code: "json-truncated",
      source: "memory://c.ipynb",
    });
  }
  const parts = (name: string): unknown => [`memory://${name}.ipynb`, "parts"];
  expect(seen).toEqual([["A", "file"], parts("a"), parts("b"), parts("c"), parts("c")]);
});
