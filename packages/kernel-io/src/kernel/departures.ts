import { ScrapbookError } from "@scrapbook/core";
import { type DenoSystem, newToken, printError, setTimer } from "../platform.ts";
import { type BlockingConnector, blockingConnector } from "./blocking-connector.ts";
import { runAwaited, sleep } from "./connection.ts";
import type { IopubAddress } from "./iopub-address.ts";
import { hearEcho, type Protocol } from "./iopub-echo.ts";

/** Sees to it that what was broadcast leaves the kernel before the cell can end. */
export interface Departures {
  /**
   * So many outputs were broadcast, which took so long. The promise is kept when it has left the kernel;
   * where there is none, it will have left before the cell ends, whatever the cell awaits.
   */
  readonly expect: (count: number, broadcastMs: number) => Promise<void> | undefined;
}

/** How many turns of the microtask queue without anything new end a burst. */
const turnsOfQuiet = 30;
/** After how much broadcasting a burst is waited for, though it goes on: no queue grows forever. */
const longestBurstMs = 250;
/** What took so long to broadcast is large. */
const largeMs = 10;
/** How much longer the kernel is busy with that, at least, and how long with any output. */
const kernelsShare = 4;
const kernelsLeastMs = 0.1;
const attempts = 3;

/** Departures from the kernel at this address; `probe` broadcasts a message that holds the token. */
export function departures(
  deno: DenoSystem,
  address: IopubAddress,
  probe: (token: string) => void,
  { mayBlock }: { readonly mayBlock: boolean },
): Departures {
  const echo = (): Protocol<boolean | undefined> => {
    const token = newToken();
    return hearEcho(token, () => probe(token));
  };
  const connector = mayBlock ? blockingConnector(deno, address) : undefined;
  return connector === undefined
    ? new AwaitedDepartures(() => runAwaited(deno, address, echo()))
    : new BlockingDepartures(connector, () => connector.run(echo()));
}

/** What was broadcast and is still to be waited for. */
class Load {
  #count = 0;
  #broadcastMs = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  get broadcastMs(): number {
    return this.#broadcastMs;
  }

  add(count: number, broadcastMs: number): void {
    this.#count += count;
    this.#broadcastMs += broadcastMs;
  }

  /** Forgets it; for how long nobody need listen: the kernel would copy all once more for who does. */
  take(): number {
    const busyMs = this.#broadcastMs * kernelsShare + this.#count * kernelsLeastMs;
    const isLarge = this.#broadcastMs > largeMs;
    this.#count = 0;
    this.#broadcastMs = 0;
    return isLarge ? busyMs : 0;
  }
}

/**
 * Holds up the thread of the cells. The kernel, which has a thread of its own, is told that a cell
 * has ended when no microtask is left, not before. So the last microtask of a burst waits for all of
 * its outputs at once: nobody waits for one before the next, and what is not awaited is not lost.
 */
class BlockingDepartures implements Departures {
  readonly #connector: BlockingConnector;
  readonly #hear: () => boolean | undefined;
  readonly #load: Load = new Load();
  #latest = 0;

  constructor(connector: BlockingConnector, hear: () => boolean | undefined) {
    this.#connector = connector;
    this.#hear = hear;
  }

  readonly expect = (count: number, broadcastMs: number): undefined => {
    this.#load.add(count, broadcastMs);
    if (this.#load.broadcastMs > longestBurstMs) this.#wait();
    this.#latest++;
    this.#turn(this.#latest, turnsOfQuiet);
  };

  /** Each call has turns of its own, until a later one takes over: an interrupt of the kernel drops microtasks. */
  #turn(call: number, turnsLeft: number): void {
    void Promise.resolve().then(() => {
      if (call !== this.#latest || this.#load.isEmpty) return;
      if (turnsLeft > 0) this.#turn(call, turnsLeft - 1);
      else this.#waitOrPrint();
    });
  }

  #waitOrPrint(): void {
    try {
      this.#wait();
    } catch (error) {
      // The promises of the burst are kept already.
      printError(String(error));
    }
  }

  #wait(): void {
    const restMs = this.#load.take();
    // An interrupt ends this function anywhere.
    setTimer(this.#connector.close, 0);
    if (restMs > 0) this.#connector.sleep(restMs);
    for (let i = 0; i < attempts; i++) {
      const isHeard = this.#hear();
      if (isHeard === true) return;
      if (isHeard === false) break;
    }
    throw unheard();
  }
}

/** Keeps promises when the outputs have left. What is broadcast while it waits, waits together. */
class AwaitedDepartures implements Departures {
  readonly #hear: () => Promise<boolean | undefined>;
  readonly #load: Load = new Load();
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(hear: () => Promise<boolean | undefined>) {
    this.#hear = hear;
  }

  readonly expect = (count: number, broadcastMs: number): Promise<void> => {
    this.#load.add(count, broadcastMs);
    if (this.#next !== undefined) return this.#next;
    const next = this.#last.then(() => {
      this.#next = undefined;
      return this.#wait();
    });
    this.#next = next;
    this.#last = next.catch(() => {});
    return next;
  };

  async #wait(): Promise<void> {
    const restMs = this.#load.take();
    if (restMs > 0) await sleep(restMs);
    for (let i = 0; i < attempts; i++) {
      const isHeard = await this.#hear();
      if (isHeard === true) return;
      if (isHeard === false) break;
    }
    throw unheard();
  }
}

function unheard(): ScrapbookError {
  return new ScrapbookError("usage-kernel-limit", {
    what: "Deno's kernel does not say that what was glued has left it, so outputs may be missing",
    hint: "Look at the notebook, and run the cell again; a front end that does not listen holds the kernel up.",
  });
}
