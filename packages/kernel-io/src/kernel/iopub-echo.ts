import { utf8Decoder, utf8Encoder } from "@scrapbook/core/internal";

/** What a protocol asks of a connection: to write bytes, or to read for so many milliseconds. */
export type ConnectionStep = Uint8Array | number;

/** What reading gave: bytes, none in that time, or the connection's end. */
export type ReadBytes = Uint8Array | "none" | "end";

/** How long a protocol runs until it gives its result, over any kind of connection. */
export type Protocol<T> = Generator<ConnectionStep, T, ReadBytes>;

/** How long ZMTP's greeting is. */
const greetingLength = 64;
const firstWaitMs = 5;
const longestWaitMs = 500;
/** For how long the kernel may say nothing at all: a front end that does not listen holds it up. */
const longestSilenceMs = 60_000;

/**
 * Waits until the kernel has sent all that it was asked to show so far. `false` where the kernel says
 * nothing for long, `undefined` where the connection ends.
 *
 * `Deno.jupyter.broadcast` queues a message, and what ends a cell overtakes the queue: what is left
 * in it is in no notebook. So we listen to the kernel's iopub channel as one front end more, and
 * `probe` broadcasts a message with `token` in it. The kernel sends one queued message after the
 * other, each to all front ends: when the probe comes, all before it have been sent.
 *
 * Speaks ZMTP 3.0 as a SUB socket: https://rfc.zeromq.org/spec/23/.
 */
export function* hearEcho(token: string, probe: () => void): Protocol<boolean | undefined> {
  yield greeting();
  for (let length = 0; length <= greetingLength; ) {
    const bytes = yield firstWaitMs;
    if (typeof bytes === "string") break;
    length += bytes.length;
  }
  probe();
  let text = "";
  let silenceMs = 0;
  for (let waitMs = firstWaitMs; silenceMs < longestSilenceMs; ) {
    const bytes = yield waitMs;
    if (bytes === "end") return undefined;
    if (bytes === "none") {
      // The kernel may not have known us yet when it sent the probe.
      silenceMs += waitMs;
      waitMs = Math.min(waitMs * 2, longestWaitMs);
      probe();
    } else {
      silenceMs = 0;
      text = text.slice(-token.length) + utf8Decoder.decode(bytes);
      if (text.includes(token)) return true;
    }
  }
  return false;
}

/** Greets as a subscriber of everything. The other side reads it in its own time. */
function greeting(): Uint8Array {
  const ready = utf8Encoder.encode("\u0005READY\u000bSocket-Type\0\0\0\u0003SUB");
  const subscribe = [0, 1, 1];
  const bytes = new Uint8Array(greetingLength + 2 + ready.length + subscribe.length);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  bytes.set(utf8Encoder.encode("NULL"), 12);
  bytes.set([4, ready.length], greetingLength);
  bytes.set(ready, greetingLength + 2);
  bytes.set(subscribe, greetingLength + 2 + ready.length);
  return bytes;
}
