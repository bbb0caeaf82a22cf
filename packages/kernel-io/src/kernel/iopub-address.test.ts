import { afterEach, describe, expect, test } from "vitest";
import { fakeDeno, removeFakeDeno } from "../testing/fake-deno.ts";
import { findIopub } from "./iopub-address.ts";

afterEach(removeFakeDeno);

const address = { hostname: "127.0.0.1", port: 513 };

describe("the iopub channel", () => {
  test.each([
    ["linux", "deno\0jupyter\0--kernel\0--conn\0/k.json\0"],
    ["linux", "deno\0jupyter\0--conn=/k.json\0--kernel\0"],
    ["darwin", "deno jupyter --kernel --conn /k.json\n"],
    ["darwin", "deno jupyter --conn=/k.json --kernel\n"],
    ["windows", '"C:\\deno.exe" jupyter --kernel --conn "/k.json"\r\n'],
  ])("is found on %s by %j", (os, command) => {
    fakeDeno({ os, command });
    expect(findIopub()).toEqual(address);
  });

  test.each([
    ["darwin", "ps -ww -o args= -p 42"],
    ["windows", "(Get-CimInstance Win32_Process -Filter ProcessId=42).CommandLine"],
  ])("is asked of a program on %s", (os, program) => {
    const { events } = fakeDeno({ os });
    findIopub();
    expect(events).toEqual([expect.stringContaining(program)]);
  });

  test("is found by a path with spaces", () => {
    fakeDeno({ os: "darwin", command: "deno jupyter --kernel --conn /a b/k.json\n" });
    expect(() => findIopub()).toThrow(
      expect.objectContaining({ cause: new Error("no file /a b/k.json") }),
    );
  });

  test.each([
    ["the kernel was started another way", { command: "deno\0repl\0" }],
    ["the file is not there", { command: "deno\0jupyter\0--conn\0/other.json\0" }],
    ["the file is no JSON", { file: "{" }],
    ["the file names no port", { file: { ip: "127.0.0.1" } }],
  ])("is refused where %s", (_, setting) => {
    fakeDeno(setting);
    expect(() => findIopub()).toThrow("[usage-kernel-limit] The connection file of Deno's kernel");
  });
});
