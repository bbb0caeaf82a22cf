import { describe, expect, test } from "vitest";
import { hearEcho, type ReadBytes } from "./iopub-echo.ts";

const text = new TextEncoder();
const token = "0123456789";

/** Runs the protocol over what reading gives, one after the other, and then nothing. */
function hear(reads: readonly ReadBytes[]) {
  const probes: number[] = [];
  const written: number[] = [];
  let waitedMs = 0;
  let asked = 0;
  const protocol = hearEcho(token, () => probes.push(asked));
  let step = protocol.next();
  while (step.done !== true) {
    if (typeof step.value === "number") {
      waitedMs += step.value;
      step = protocol.next(reads[asked++] ?? "none");
    } else {
      written.push(...step.value);
      step = protocol.next("none");
    }
  }
  return { result: step.value, probes, written, waitedMs };
}

const greeting = new Uint8Array(64);
const ready = text.encode("\u0004\u001cREADY");

describe("hearing an echo", () => {
  test("greets as a subscriber of everything", () => {
    const { written } = hear(["end"]);
    const sent = String.fromCharCode(...written.slice(12, 16), ...written.slice(66));
    expect(sent).toBe("NULL\u0005READY\u000bSocket-Type\0\0\0\u0003SUB\0\u0001\u0001");
    expect(written.slice(64, 66)).toEqual([4, 25]);
  });

  test("probes once the kernel has greeted, and hears the token however it is cut", () => {
    const message = text.encode(`${"x".repeat(1_000)}"display_id":"${token}"`);
    const cut = [message.subarray(0, 1_018), message.subarray(1_018, 1_020), message.slice(1_020)];
    expect(hear([greeting, ready, ...cut])).toMatchObject({ result: true, probes: [2] });
  });

  test("does not take another token for its own", () => {
    const other = text.encode(token.slice(1));
    expect(hear([greeting, ready, other, "end"]).result).toBeUndefined();
  });

  test("probes again while nothing comes, less and less often", () => {
    const none = Array<"none">(10).fill("none");
    const { result, probes } = hear([greeting, ready, ...none, text.encode(token)]);
    expect(result).toBe(true);
    expect(probes).toHaveLength(11);
  });

  test("gives up after a minute of silence", () => {
    const { result, waitedMs } = hear([greeting, ready]);
    expect(result).toBe(false);
    expect(waitedMs).toBeGreaterThan(60_000);
  });

  test("goes on for as long as something comes", () => {
    const hour = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? "none" : text.encode("x")));
    expect(hear([greeting, ready, ...hour, text.encode(token)]).result).toBe(true);
  });

  test("tells that the connection has ended", () => {
    expect(hear([greeting, ready, "end"]).result).toBeUndefined();
  });
});
