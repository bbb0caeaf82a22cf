import { defineEncoder, isScrapbookError, type KernelOutput, type Problem } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { type GlueOptions, glue } from "./glue.ts";
import type { Kernel } from "./kernel/kernel.ts";

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const json = "application/scrapbook.scrap.json+json";

/** A kernel that keeps what it is sent. */
function fakeKernel(more: Partial<Kernel> = {}): Kernel & { readonly sent: KernelOutput[] } {
  const sent: KernelOutput[] = [];
  return { name: "fake", sent, send: (outputs) => void sent.push(...outputs), ...more };
}

/** The bundles that are shown, without those that bear data. */
async function shownOf(value: unknown, options: GlueOptions = {}): Promise<unknown[]> {
  const kernel = fakeKernel();
  await glue("x", value, { ...options, kernel });
  return kernel.sent.filter(({ data }) => !(json in data)).map(({ data }) => data);
}

async function faultOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (isScrapbookError(error)) return `${error.code} ${error.path}`.trim();
    throw error;
  }
  return "none";
}

describe("glue in a kernel", () => {
  test("sends what Python's glue writes, and resolves to nothing", async () => {
    const kernel = fakeKernel();
    expect(await glue("x", { a: [1, null] }, { kernel })).toBeUndefined();
    expect(kernel.sent).toEqual([
      {
        output_type: "display_data",
        data: { [json]: { name: "x", data: { a: [1, null] }, encoder: "json", version: 1 } },
        metadata: { scrapbook: { name: "x", data: true, display: false } },
      },
    ]);
  });

  test("sends before it returns where nothing has to be loaded", () => {
    const kernel = fakeKernel();
    void glue("x", 1, { kernel, display: true });
    expect(kernel.sent).toHaveLength(2);
  });

  test("throws before it returns in a kernel that waits for no promise", () => {
    const kernel = fakeKernel({ endsAtOnce: true });
    expect(() => glue("x", Number.NaN, { kernel })).toThrow("json-non-finite");
  });

  test("loads the encoder before it sends", async () => {
    let isLoaded = false;
    const date = defineEncoder<Date, string>({
      name: "date",
      encodable: (value) => value instanceof Date,
      encode: (value) => (isLoaded ? value.toISOString() : "not loaded"),
      decode: (data) => new Date(data),
      load: async () => {
        isLoaded = true;
      },
    });
    const kernel = fakeKernel();
    await glue("x", new Date(0), { kernel, encoders: [date] });
    expect(JSON.stringify(kernel.sent)).toContain('"data":"1970-01-01T00:00:00.000Z"');
  });

  test("sends nothing of a scrap of which a part is refused", async () => {
    const kernel = fakeKernel({ withoutMetadata: "it has no metadata" });
    expect(await faultOf(glue("x", 1, { kernel, display: true }))).toBe("usage-kernel-limit");
    expect(kernel.sent).toEqual([]);
  });

  test("says why a display is refused, and what to do", async () => {
    const kernel = fakeKernel({ withoutMetadata: "it has no metadata" });
    await expect(glue("x", 1, { kernel, display: true })).rejects.toThrow(
      '[usage-kernel-limit] The display of the scrap "x" cannot be recorded: it has no metadata',
    );
  });

  test("waits for what the kernel sends", async () => {
    let isSent = false;
    const send = async () => {
      await Promise.resolve();
      isSent = true;
    };
    await glue("x", 1, { kernel: fakeKernel({ send }) });
    expect(isSent).toBe(true);
  });
});

describe("glue outside of a kernel", () => {
  test("warns, and gives the outputs as a kernel would get them", async () => {
    const warnings: Problem[] = [];
    const outputs = await glue("x", 2n ** 40n, { onWarning: (warning) => warnings.push(warning) });
    expect(outputs).toMatchObject([{ data: { [json]: { data: 2 ** 40 } } }]);
    expect(warnings).toMatchObject([{ code: "usage-no-kernel" }]);
    expect(warnings[0]?.message).toContain("No kernel detected for 'glue'");
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  const faults: [name: string, value: unknown, fault: string][] = [
    ["undefined", undefined, "encoder-not-encodable"],
    ["null", null, "encoder-not-encodable"],
    ["a function", () => 1, "encoder-not-encodable"],
    ["a symbol", Symbol("x"), "encoder-not-encodable"],
    ["a map", new Map(), "encoder-not-encodable"],
    ["bytes of no picture", Uint8Array.of(1), "encoder-not-encodable"],
    ["undefined inside", { a: [undefined] }, "json-unsupported-value /a/0"],
    ["a date inside", { "a/b": new Date() }, "json-unsupported-value /a~1b"],
    ["a cycle", cycle, "json-cycle /0"],
    ["NaN", [Number.NaN], "json-non-finite /0"],
    ["a long integer", { a: 2n ** 64n }, "json-unsupported-value /a"],
    ["half a character", ["\ud800"], "json-lone-surrogate /0"],
  ];
  test.each(faults)("refuses %s", async (_, value, fault) => {
    expect(await faultOf(glue("x", value))).toBe(fault);
  });

  test("names the display encoder where no encoder takes the value", async () => {
    await expect(glue("x", new Set())).rejects.toThrow('encoder: "display"');
  });

  test("writes NaN as it is told, and refuses what no kernel carries", async () => {
    expect(await glue("x", [Number.NaN], { nonFinite: "string" })).toMatchObject([
      { data: { [json]: { data: ["NaN"] } } },
    ]);
    expect(await faultOf(glue("x", [Number.NaN], { nonFinite: "literal" }))).toBe(
      "json-non-finite /0",
    );
  });
});

describe("what is shown", () => {
  const media = { "text/html": "<b>", "text/plain": "b" };
  const displayable = { [Symbol.for("Jupyter.display")]: () => media };
  const later = { [Symbol.for("Jupyter.display")]: async () => media };
  const svg = { outerHTML: '<svg width="1"></svg>', localName: "svg" };
  const standing = '<svg xmlns="http://www.w3.org/2000/svg" width="1"></svg>';
  const values: [name: string, value: unknown, options: GlueOptions, shown: unknown[]][] = [
    ["a value with Jupyter.display", displayable, {}, [media]],
    ["a value with Jupyter.display that takes its time", later, {}, [media]],
    ["an SVG element, with the namespace it needs", svg, {}, [{ "image/svg+xml": standing }]],
    [
      "another element",
      { outerHTML: "<figure></figure>", localName: "figure" },
      {},
      [{ "text/html": "<figure></figure>" }],
    ],
    ["the bytes of a PNG", png, {}, [{ "image/png": "iVBORw0KGgo=" }]],
    [
      "a data URL",
      "data:image/png;base64,iVBORw0KGgo=",
      { encoder: "display" },
      [{ "image/png": "iVBORw0KGgo=" }],
    ],
    [
      "a data URL of text",
      "data:image/svg+xml;charset=utf-8,%3Csvg/%3E",
      { encoder: "display" },
      [{ "image/svg+xml": "<svg/>" }],
    ],
    [
      "a data URL of text in base64",
      "data:text/html;base64,PGI+w6Q8L2I+",
      { encoder: "display" },
      [{ "text/html": "<b>ä</b>" }],
    ],
    [
      "SVG as text",
      '<svg width="1"></svg>',
      { encoder: "display" },
      [{ "image/svg+xml": standing }],
    ],
    ["any other text", "x", { encoder: "display" }, [{ "text/plain": "x" }]],
    ["a bundle", { data: media }, { encoder: "display" }, [media]],
    [
      "a value as JSON where that is asked for",
      [1, 2],
      { display: true },
      [{ "text/plain": "[1, 2]" }],
    ],
    [
      "a set by its name where that is asked for",
      new Set(),
      { display: true },
      [{ "text/plain": "[object Set]" }],
    ],
    [
      "the MIME types that are listed",
      displayable,
      { display: ["text/html"] },
      [{ "text/html": "<b>" }],
    ],
    [
      "the MIME types that are not excluded",
      displayable,
      { display: { exclude: ["text/html"] } },
      [{ "text/plain": "b" }],
    ],
    [
      "what the caller says",
      1,
      { display: { data: { "text/html": "1" } } },
      [{ "text/html": "1" }],
    ],
    ["what the caller says it looks like", 1, { display: true, bundle: { data: media } }, [media]],
    ["nothing where that is said", displayable, { display: false }, []],
    ["nothing of data", 1, {}, []],
  ];
  test.each(values)("is %s", async (_, value, options, shown) => {
    expect(await shownOf(value, options)).toEqual(shown);
  });

  test("is refused where a data URL is damaged", async () => {
    for (const url of ["data:image/png;base64,***", "data:text/html,%"]) {
      expect(await faultOf(glue("x", url, { encoder: "display" }))).toBe("usage-argument");
    }
  });
});

describe("the text beside a payload", () => {
  const texts: [fallback: GlueOptions["fallback"], text: string | undefined][] = [
    [undefined, undefined],
    [false, undefined],
    [true, 'x: {"a": 1}'],
    ["one", "one"],
  ];
  test.each(texts)("of %j is %j", async (fallback, text) => {
    const [output] = (await glue("x", { a: 1 }, { fallback })) ?? [];
    expect(output?.data["text/plain"]).toBe(text);
  });

  test("is cut, and stands beside no display", async () => {
    const outputs = await glue("x", "y".repeat(200), { fallback: true, display: ["n/a"] });
    expect(outputs?.map(({ data }) => data["text/plain"])).toEqual([
      `x: "${"y".repeat(99)}…`,
      undefined,
    ]);
  });
});

test("a value that a given encoder takes is recorded, though it could be shown", async () => {
  class Frame {
    readonly rows = 3;
    get [Symbol.for("Jupyter.display")](): () => object {
      return () => ({ "text/plain": "a table" });
    }
  }
  const frames = defineEncoder<Frame, number>({
    name: "frames",
    encodable: (value) => value instanceof Frame,
    encode: ({ rows }) => rows,
    decode: () => new Frame(),
  });
  const outputs = await glue("prices", new Frame(), { encoders: [frames] });
  expect(outputs).toHaveLength(1);
  expect(JSON.stringify(outputs?.[0]?.data)).toContain('"name":"prices","data":3');
});

test("an option that does not exist is refused, and nothing is recorded", async () => {
  const kernel = fakeKernel();
  const options = { kernel, dispaly: true } as GlueOptions;
  await expect(glue("x", 1, options)).rejects.toThrow(
    '[usage-argument] glue has no option "dispaly": expected encoder, display,',
  );
  expect(kernel.sent).toEqual([]);
  for (const encoders of [["pandas"], {}] as never[]) {
    expect(await faultOf(glue("x", 1, { kernel, encoders }))).toBe("usage-argument");
  }
});
