import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeDeno, removeFakeDeno } from "../testing/fake-deno.ts";
import { findKernel } from "./find-kernel.ts";
import type { Kernel } from "./kernel.ts";

const printed = vi.spyOn(console, "error");

beforeEach(() => {
  printed.mockReset().mockImplementation(() => {});
});

afterEach(removeFakeDeno);

function send(kernel: Kernel | undefined, name: string): Promise<void> | void {
  return kernel?.send([{ data: { "text/plain": name }, metadata: {} }]);
}

/** Which outputs were broadcast before each probe. */
function bursts(events: readonly string[]): string[] {
  const sent = events.flatMap((event) => /"text\/plain":"(\w+)"/.exec(event)?.[1] ?? event);
  return sent
    .filter((event) => /^\w$|^probe$/.test(event))
    .join("")
    .split("probe");
}

/** Everything that was queued, and what that queues. */
const allTurns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("departures that hold up the thread", () => {
  test("are waited for once, at the end of a burst that nobody awaits", async () => {
    const { events } = fakeDeno();
    for (const name of "abc") void send(findKernel(), name);
    expect(events).not.toContain("connect");
    await allTurns();
    expect(bursts(events)).toEqual(["abc", ""]);
    expect(events).toContain(`address ${[2, 0, 2, 1, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]}`);
  });

  test("are waited for once, though each is awaited before the next", async () => {
    const { events } = fakeDeno();
    for (const name of "abcdefghij") {
      await send(findKernel(), name);
      for (let i = 0; i < 10; i++) await undefined;
    }
    await allTurns();
    expect(bursts(events)).toEqual(["abcdefghij", ""]);
  });

  test("are waited for in each burst, before its last microtask", async () => {
    const { events } = fakeDeno();
    for (const name of "ab") {
      void send(findKernel(), name);
      for (let i = 0; i < 100; i++) await undefined;
      expect(events.at(-1)).toBe("close");
    }
    expect(bursts(events)).toEqual(["a", "b", ""]);
  });

  test("connect anew where the connection is refused", async () => {
    const { events } = fakeDeno({ endedConnections: 2 });
    void send(findKernel(), "a");
    await allTurns();
    expect(events.filter((event) => event === "connect")).toHaveLength(3);
    expect(printed).not.toHaveBeenCalled();
  });

  test("are probed again where a probe was lost", async () => {
    const { events } = fakeDeno({ lostProbes: 3 });
    void send(findKernel(), "a");
    await allTurns();
    expect(events.filter((event) => event === "probe")).toHaveLength(4);
  });

  test.each([
    ["refuses all connections", { endedConnections: 3 }],
    ["says nothing", { lostProbes: Number.POSITIVE_INFINITY }],
  ])("print an error where the kernel %s", async (_, setting) => {
    fakeDeno(setting);
    await send(findKernel(), "a");
    await allTurns();
    expect(printed).toHaveBeenCalledWith(expect.stringContaining("[usage-kernel-limit]"));
  });
});

describe.each([
  ["another system", { os: "darwin" }],
  ["no permission to call libraries", { isForeign: false }],
  ["a host that is no address of IPv4", { file: { ip: "localhost", iopub_port: 513 } }],
])("departures with %s", (_, setting) => {
  test("keep the promise when the output has left", async () => {
    const { events } = fakeDeno(setting);
    await send(findKernel(), "a");
    expect(bursts(events)).toEqual(["a", ""]);
    expect(events.at(-1)).toBe("close");
  });

  test("wait together for calls at the same time", async () => {
    const { events } = fakeDeno(setting);
    const first = [..."abc"].map((name) => send(findKernel(), name));
    await Promise.resolve();
    const next = [..."de"].map((name) => send(findKernel(), name));
    await Promise.all([...first, ...next]);
    expect(bursts(events).join(" ").trim()).toMatch(/^abc(de| de)$/);
  });
});

describe("departures that are awaited", () => {
  test("connect anew where the connection is refused", async () => {
    const { events } = fakeDeno({ os: "darwin", endedConnections: 2 });
    await send(findKernel(), "a");
    expect(events.filter((event) => event === "connect")).toHaveLength(3);
  });

  test("reject where all connections are refused, and go on", async () => {
    fakeDeno({ os: "darwin", endedConnections: 3 });
    await expect(send(findKernel(), "a")).rejects.toThrow("[usage-kernel-limit]");
    await send(findKernel(), "b");
  });

  test("reject where the kernel says nothing for a minute", async () => {
    vi.useFakeTimers();
    fakeDeno({ os: "darwin", lostProbes: Number.POSITIVE_INFINITY });
    const sending = Promise.allSettled([send(findKernel(), "a")]);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    const [{ reason }] = (await sending) as [PromiseRejectedResult];
    expect(reason).toMatchObject({ code: "usage-kernel-limit" });
  });
});
