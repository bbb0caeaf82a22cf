import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EngineSource } from "./engine-source.ts";
import { compile, compileSync } from "./source.ts";

const file = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
const bytes = readFileSync(file);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const unavailable = (what: RegExp) =>
  expect.objectContaining({ code: "encoder-unavailable", message: expect.stringMatching(what) });

const isModule = expect.objectContaining({ [Symbol.toStringTag]: "WebAssembly.Module" });

describe("what is there is compiled at once", () => {
  test.each<[string, Parameters<typeof compileSync>[0]]>([
    ["the file that comes with the package", undefined],
    ["bytes", bytes],
    ["an ArrayBuffer", new Uint8Array(bytes).buffer],
    ["a URL of a file", new URL(`file://${file}`)],
    ["the text of such a URL", `file://${file}`],
    ["a module", new WebAssembly.Module(bytes)],
  ])("%s", async (_, source) => {
    expect(compileSync(source)).toEqual(isModule);
    expect(await compile(source)).toEqual(isModule);
    expect(new EngineSource(source).engine).toBeDefined();
  });
});

describe("what must be fetched", () => {
  const answer =
    (headers: Record<string, string>, status = 200) =>
    async () =>
      new Response(new Uint8Array(bytes), { status, headers });

  test("is compiled while it arrives, where it is declared as wasm", async () => {
    vi.stubGlobal("fetch", answer({ "content-type": "application/wasm" }));
    const streaming = vi.spyOn(WebAssembly, "compileStreaming");
    expect(await compile("https://example.org/parquet.wasm")).toEqual(isModule);
    expect(streaming).toHaveBeenCalledOnce();
  });

  test("is compiled also where a server knows no wasm", async () => {
    vi.stubGlobal("fetch", answer({ "content-type": "application/octet-stream" }));
    expect(await compile("https://example.org/parquet.wasm")).toEqual(isModule);
  });

  test("is not there until it is loaded, and an engine says so", async () => {
    vi.stubGlobal("fetch", answer({ "content-type": "application/wasm" }));
    const engines = new EngineSource("https://example.org/parquet.wasm");
    expect(() => engines.engine).toThrow(unavailable(/Await load\(\)/));
    await engines.load();
    expect(engines.engine).toBe(engines.engine);
  });

  test("is asked for once, and again after a failure", async () => {
    const fetch = vi.fn(answer({}, 404));
    vi.stubGlobal("fetch", fetch);
    const engines = new EngineSource("https://example.org/parquet.wasm");
    const [first, second] = await Promise.allSettled([engines.load(), engines.load()]);
    expect(fetch).toHaveBeenCalledOnce();
    expect(first).toEqual(second);
    await expect(engines.load()).rejects.toThrow(unavailable(/answers 404/));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test("that is no wasm is told with its URL", async () => {
    vi.stubGlobal("fetch", async () => new Response("<html>"));
    await expect(compile("https://example.org/x")).rejects.toThrow(unavailable(/example\.org\/x/));
  });
});

describe("a platform", () => {
  test("without WebAssembly is told", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => compileSync(bytes)).toThrow(unavailable(/this platform does not have/));
    await expect(compile(bytes)).rejects.toThrow(unavailable(/does not have/));
  });

  describe("that forbids compiling", () => {
    beforeEach(() => {
      const refuse = function Module() {
        throw new WebAssembly.CompileError("code generation disallowed by embedder");
      };
      vi.stubGlobal("WebAssembly", { ...own(WebAssembly), Module: refuse });
    });

    test("is told which directive it needs", async () => {
      expect(() => compileSync(bytes)).toThrow(unavailable(/'wasm-unsafe-eval'/));
      await expect(compile(bytes)).rejects.toThrow(unavailable(/'wasm-unsafe-eval'/));
    });
  });

  test("without Node's files asks the network", () => {
    vi.stubGlobal("process", undefined);
    expect(compileSync(undefined)).toBeUndefined();
  });
});

/** Members of a namespace object are not enumerable. */
const own = (namespace: object): object =>
  Object.fromEntries(
    Object.getOwnPropertyNames(namespace).map((name) => [name, Reflect.get(namespace, name)]),
  );
