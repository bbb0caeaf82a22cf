import type { KernelJson, KernelOutput } from "@scrapbook/core";
import { setTimer } from "../platform.ts";
import { echoMember, type IopubEcho, openIopubEcho, within } from "./iopub-echo.ts";
import type { Kernel } from "./kernel.ts";

/** What we use of `Deno.jupyter`, a public API. */
interface DenoJupyter {
  broadcast(type: string, content: object): Promise<void>;
}

/** The kernel of `deno jupyter`, if this is one. */
export function findDeno(): Kernel | undefined {
  const jupyter = denoJupyter();
  return (
    jupyter && {
      name: "Deno",
      // Deno reads messages to 128 levels, nine of which are around a payload's data.
      maxDepth: 119,
      send(outputs) {
        // Nothing would come back.
        if (outputs.length === 0) return;
        const sending = sent.then(() => sendAll(jupyter, outputs));
        sent = sending.then(nothing, nothing);
        // Who glues many at once waits once, and not for each before the next.
        return sending.then((arrived) => arrived());
      },
    }
  );
}

/** What has been sent so far: Deno sends calls that overlap in any order. */
let sent: Promise<void> = Promise.resolve();

/** Deno's echo, once it was asked for; `undefined` where there is none. */
let echo: Promise<IopubEcho | undefined> | undefined;

let count = 0;

/** Broadcasts the outputs; what it gives waits until they have left. */
async function sendAll(
  jupyter: DenoJupyter,
  outputs: readonly KernelOutput[],
): Promise<() => Promise<void>> {
  echo ??= openEcho(jupyter);
  const opened = await echo;
  const size = outputs.reduce((sum, { data }) => sum + sizeOf(data), 0);
  const mark = `${++count}`;
  const isSent = opened?.heard(mark);
  for (const [i, { data, metadata }] of outputs.entries()) {
    const isMarked = opened !== undefined && i === outputs.length - 1;
    const transient = isMarked ? { [echoMember]: mark } : {};
    // `Deno.jupyter.display` drops metadata, so the message is sent as it is.
    await jupyter.broadcast("display_data", { data, metadata, transient });
  }
  const longestMs = 10_000 + size / perMillisecond;
  return async () => {
    if (isSent !== undefined && (await within(isSent, longestMs))) return;
    opened?.close();
    echo = Promise.resolve(undefined);
    await new Promise<void>((resolve) => setTimer(resolve, leastMs + size / perMillisecond));
  };
}

const nothing = (): void => {};

/** Without an echo we wait as long as sending takes on a slow machine: characters a millisecond. */
const perMillisecond = 10_000;
const leastMs = 20;

/** Opens the echo, and waits until it hears: a front end that comes late misses what was before. */
async function openEcho(jupyter: DenoJupyter): Promise<IopubEcho | undefined> {
  const opened = await openIopubEcho();
  for (let i = 0; opened !== undefined && i < 100; i++) {
    const mark = `probe ${i}`;
    const isHeard = opened.heard(mark);
    // An update of a display that does not exist changes nothing.
    const transient = { display_id: "scrapbook-probe", [echoMember]: mark };
    await jupyter.broadcast("update_display_data", { data: {}, metadata: {}, transient });
    if (await within(isHeard, 20)) return opened;
  }
  opened?.close();
  return undefined;
}

/** About how many characters a value's JSON has, to a tenth or so: only the order counts. */
function sizeOf(value: KernelJson): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 8;
  let size = 2;
  for (const inner of Object.values(value)) size += sizeOf(inner) + 4;
  return size;
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
