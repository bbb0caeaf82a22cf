import { describe, expect, test } from "vitest";
import type { ScanEngine } from "../json/tape.ts";
import { testEngine } from "../testing/test-engine.ts";
import { simdEngine } from "./engine.ts";

describe("the engine in WebAssembly", () => {
  test("is there, and the same each time", () => {
    expect(simdEngine()).toBeTypeOf("function");
    expect(simdEngine()).toBe(simdEngine());
  });

  test("lends a tape that says the same, until it is called again", () => {
    const engine = simdEngine() as ScanEngine;
    const bytes = new TextEncoder().encode('{"cells":[{"outputs":[1,2]},{}],"nbformat":4}');
    const own = engine(bytes);
    const { positions, ends, length } = engine(bytes, { lend: true });
    expect(length).toBe(own.length);
    expect([...positions.subarray(0, length)]).toEqual([...own.positions]);
    expect([...ends.subarray(0, length)]).toEqual([...own.ends]);
    engine(new TextEncoder().encode("[[]]"), { lend: true });
    expect(positions[1]).toBe(1);
    expect(own.positions[1]).not.toBe(1);
  });

  testEngine(simdEngine() as ScanEngine);
});
