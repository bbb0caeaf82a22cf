import { afterEach, describe, expect, test } from "vitest";
import { echoMember, openIopubEcho, within } from "./iopub-echo.ts";

const globals = globalThis as unknown as { Deno?: unknown };
const file = { transport: "tcp", ip: "127.0.0.1", iopub_port: 7 };
const text = new TextEncoder();

afterEach(() => {
  delete globals.Deno;
});

/** A kernel whose iopub channel gives these pieces, one a read, and then ends. */
function fakeDeno(
  pieces: readonly Uint8Array[],
  command = "deno\0--conn\0/k.json",
  connection = file,
) {
  const written: number[] = [];
  const queue = [...pieces];
  const connected: unknown[] = [];
  globals.Deno = {
    readTextFile: async (path: string) =>
      path === "/k.json" ? JSON.stringify(connection) : command,
    connect: async (options: unknown) => {
      connected.push(options);
      return {
        read: async (into: Uint8Array) => {
          const piece = queue.shift();
          if (piece === undefined) return null;
          into.set(piece);
          return piece.length;
        },
        write: async (bytes: Uint8Array) => {
          // As a socket may: less than it was given.
          const some = bytes.subarray(0, 10);
          for (const byte of some) written.push(byte);
          return some.length;
        },
        close() {},
      };
    },
  };
  return { written, connected };
}

function short(content: string): Uint8Array {
  const bytes = text.encode(content);
  return Uint8Array.of(0, bytes.length, ...bytes);
}

function long(content: string): Uint8Array {
  const bytes = text.encode(content);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length));
  const frame = new Uint8Array(9 + bytes.length);
  frame[0] = 2;
  frame.set(length, 1);
  frame.set(bytes, 9);
  return frame;
}

const marked = (mark: string, before = "") =>
  `{"data":"${before}","transient":{"${echoMember}":"${mark}"}}`;
const greeting = new Uint8Array(64);

describe("the echo", () => {
  test("hears the marks of short frames and long ones, however they are cut", async () => {
    const stream = [
      greeting,
      short("READY"),
      short(marked("1")),
      long(marked("2", "x".repeat(70_000))),
    ];
    const bytes = new Uint8Array(await new Blob(stream as BlobPart[]).arrayBuffer());
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += 1_000) pieces.push(bytes.slice(at, at + 1_000));
    const { connected } = fakeDeno(pieces);
    const echo = await openIopubEcho();
    await Promise.all([echo?.heard("1"), echo?.heard("2")]);
    expect(connected).toEqual([{ hostname: "127.0.0.1", port: 7 }]);
  });

  test("greets as a subscriber of everything, though the socket takes few bytes at once", async () => {
    const { written } = fakeDeno([greeting]);
    await openIopubEcho();
    const sent = String.fromCharCode(...written.slice(12, 16), ...written.slice(66));
    expect(sent).toBe("NULL\u0005READY\u000bSocket-Type\0\0\0\u0003SUB\0\u0001\u0001");
  });

  test("takes a mark for its own alone, and none from what a value holds", async () => {
    fakeDeno([greeting, short(`{"data":"\\"${echoMember}\\":\\"1\\""}`), short(marked("2"))]);
    const echo = await openIopubEcho();
    const first = echo?.heard("1") ?? Promise.resolve();
    await echo?.heard("2");
    expect(await within(first, 1)).toBe(false);
  });

  test("waits no longer than it is told where the connection has ended", async () => {
    fakeDeno([greeting]);
    const echo = await openIopubEcho();
    expect(await within(echo?.heard("1") ?? Promise.resolve(), 1)).toBe(false);
  });

  const without: [why: string, command: string, connection: typeof file][] = [
    ["the kernel was started another way", "deno\0repl", file],
    ["the channel is no TCP port", "deno\0--conn\0/k.json", { ...file, transport: "ipc" }],
  ];
  test.each(without)("is none where %s", async (_, command, connection) => {
    fakeDeno([greeting], command, connection);
    expect(await openIopubEcho()).toBeUndefined();
  });

  test("is none where files cannot be read, and outside of Deno", async () => {
    expect(await openIopubEcho()).toBeUndefined();
    globals.Deno = {
      connect: async () => undefined,
      readTextFile: async () => {
        throw new Error("no permission");
      },
    };
    expect(await openIopubEcho()).toBeUndefined();
  });
});
