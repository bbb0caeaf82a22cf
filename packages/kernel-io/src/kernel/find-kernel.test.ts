import { afterEach, describe, expect, test } from "vitest";
import { fakeDeno } from "../testing/fake-deno.ts";
import { findKernel } from "./find-kernel.ts";

const globals = globalThis as unknown as Record<string, unknown>;
const names = ["Deno", "__tslab__", "$$"] as const;
const output = (name: string, display: boolean) => ({
  data: display ? { "text/plain": "shown" } : { "application/scrapbook.scrap.json+json": { name } },
  metadata: { scrapbook: { name, data: !display, display } },
});

afterEach(() => {
  for (const name of names) delete globals[name];
});

/** tslab's `require`, which records what is shown. */
function fakeTslab(shown: unknown[], internal: object): object {
  const file = "/x/node_modules/tslab/dist/jupyter.js";
  const display = { raw: (mime: string, value: unknown) => shown.push({ [mime]: value }) };
  const require = (id: string) => (id === "tslab" ? { display } : internal);
  return { require: Object.assign(require, { cache: { [file]: {} } }) };
}

describe("the kernel", () => {
  test("is none in plain Node", () => {
    expect(findKernel()).toBeUndefined();
  });

  test("is none in Deno outside of a notebook, where the property throws", () => {
    globals.Deno = {
      get jupyter() {
        throw new Error("only available in `deno jupyter`");
      },
    };
    expect(findKernel()).toBeUndefined();
  });

  test("Deno broadcasts data and metadata when it is asked to, in order", () => {
    const { events } = fakeDeno();
    const outputs = [output("x", false), output("x", true)];
    void findKernel()?.send(outputs);
    const contents = outputs.map((one) => JSON.stringify({ ...one, transient: {} }));
    expect(events).toEqual(contents);
  });

  test("Deno broadcasts one after the other where that takes a promise", async () => {
    let underWay = 0;
    const { events } = fakeDeno({
      broadcasting: async () => {
        expect(++underWay).toBe(1);
        await Promise.resolve();
        underWay--;
      },
    });
    const outputs = [output("x", false), output("x", true)];
    await Promise.all([findKernel()?.send(outputs), findKernel()?.send(outputs)]);
    const contents = outputs.map((one) => JSON.stringify({ ...one, transient: {} }));
    const shown = events.filter((event) => event.startsWith("{"));
    expect(shown).toEqual([...contents, ...contents]);
  });

  test("Deno waits for nothing where nothing is sent", () => {
    const { events } = fakeDeno({ command: "deno" });
    expect(findKernel()?.send([])).toBeUndefined();
    expect(events).toEqual([]);
  });

  test("Deno shows nothing where its channel is not found", () => {
    const { events } = fakeDeno({ command: "deno" });
    expect(() => findKernel()?.send([output("x", false)])).toThrow("usage-kernel-limit");
    expect(events).toEqual([]);
  });

  test("Deno goes on after a message that could not be sent", async () => {
    let count = 0;
    const broadcasting = () =>
      count++ === 0 ? Promise.reject(new Error("no connection")) : undefined;
    const { events } = fakeDeno({ broadcasting });
    const [x, y] = [output("x", false), output("y", false)];
    await expect(findKernel()?.send([x])).rejects.toThrow("no connection");
    await findKernel()?.send([y]);
    const contents = [x, y].map((one) => JSON.stringify({ ...one, transient: {} }));
    expect(events.slice(0, 2)).toEqual(contents);
  });

  test("tslab shows data through its public API, and displays through an internal", () => {
    const shown: unknown[] = [];
    globals.__tslab__ = fakeTslab(shown, {
      lastWriteDisplayData: (content: unknown) => shown.push(content),
    });
    const [data, display] = [output("x", false), output("x", true)];
    const kernel = findKernel();
    expect(kernel?.withoutMetadata).toBeUndefined();
    kernel?.send([data, display]);
    expect(shown).toEqual([data.data, { ...display, transient: {} }]);
  });

  test("tslab without the internal still shows data, and no metadata", () => {
    const shown: unknown[] = [];
    globals.__tslab__ = fakeTslab(shown, {});
    const kernel = findKernel();
    expect(kernel?.withoutMetadata).toContain("this version of tslab");
    const both = { data: { ...output("x", false).data, "text/plain": "x: 1" }, metadata: {} };
    kernel?.send([both]);
    expect(shown).toEqual(Object.entries(both.data).map(([mime, value]) => ({ [mime]: value })));
  });

  test("IJavascript shows data alone, each in a display of its own", () => {
    const shown: unknown[] = [];
    const ids = new Set<string>();
    globals.$$ = {
      async() {},
      display: (id: string) => {
        ids.add(id);
        return { mime: (bundle: object) => shown.push(bundle) };
      },
    };
    const kernel = findKernel();
    const outputs = [output("x", false), output("y", false)];
    expect(kernel?.send(outputs)).toBeUndefined();
    expect(shown).toEqual(outputs.map(({ data }) => data));
    expect(ids.size).toBe(2);
    expect(kernel?.withoutMetadata).toContain("drops the metadata");
  });

  test("is none where $$ is somebody else's", () => {
    globals.$$ = () => undefined;
    expect(findKernel()).toBeUndefined();
  });
});
