import type { KernelOutput } from "@scrapbook/core";
import { after, type Maybe } from "../maybe.ts";
import { type DenoSystem, denoSystem, nowMs } from "../platform.ts";
import { type Departures, departures } from "./departures.ts";
import { findIopub, type IopubAddress } from "./iopub-address.ts";
import type { Kernel } from "./kernel.ts";

/** What we use of `Deno.jupyter`, a public API. */
interface DenoJupyter {
  /** Gives a promise in kernels before Deno 2.8.2. */
  broadcast(type: string, content: object): Promise<void> | undefined;
}

/** The kernel of `deno jupyter`, if this is one. */
export function findDeno(): Kernel | undefined {
  const jupyter = denoJupyter();
  if (jupyter === undefined) return undefined;
  if (known?.jupyter !== jupyter) known = { jupyter, kernel: denoKernel(jupyter) };
  return known.kernel;
}

/** The kernel that was found last: it knows what is still on its way. */
let known: { readonly jupyter: DenoJupyter; readonly kernel: Kernel } | undefined;

function denoKernel(jupyter: DenoJupyter): Kernel {
  let address: IopubAddress | undefined;
  let leaving: Departures | undefined;
  let last: Maybe<void>;
  const probe = (token: string): void => {
    // An update of a display that does not exist changes nothing.
    const content = { data: {}, metadata: {}, transient: { display_id: token } };
    const broadcast: Maybe<void> = jupyter.broadcast("update_display_data", content);
    if (broadcast instanceof Promise) broadcast.catch(() => {});
  };
  return {
    name: "Deno",
    // Deno reads messages to 128 levels, nine of which are around a payload's data.
    maxDepth: 119,
    send(outputs) {
      if (outputs.length === 0) return;
      const system = denoSystem() as DenoSystem;
      address ??= findIopub();
      const start = nowMs();
      const broadcast = after(last, () => broadcastAll(jupyter, outputs));
      const isPromised = broadcast instanceof Promise;
      // Where broadcasts overlap they may go in any order.
      last = isPromised ? broadcast.catch(() => {}) : undefined;
      // A kernel that needs this thread for sending must not be held up.
      leaving ??= departures(system, address, probe, { mayBlock: !isPromised });
      const { expect } = leaving;
      return after(broadcast, () => expect(outputs.length, nowMs() - start));
    },
  };
}

function broadcastAll(jupyter: DenoJupyter, outputs: readonly KernelOutput[]): Maybe<void> {
  return outputs.reduce<Maybe<void>>((done, { data, metadata }) => {
    // `Deno.jupyter.display` drops metadata, so the message is sent as it is.
    const content = { data, metadata, transient: {} };
    return after(done, () => jupyter.broadcast("display_data", content));
  }, undefined);
}

function denoJupyter(): DenoJupyter | undefined {
  const { Deno: deno } = globalThis as { Deno?: { jupyter?: Partial<DenoJupyter> } };
  try {
    const { jupyter } = deno ?? {};
    return typeof jupyter?.broadcast === "function" ? (jupyter as DenoJupyter) : undefined;
  } catch {
    // Outside `deno jupyter` the property throws.
    return undefined;
  }
}
