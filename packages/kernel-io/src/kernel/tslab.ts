import type { KernelJson, KernelOutput } from "@scrapbook/core";
import type { Kernel } from "./kernel.ts";

/** What tslab gives the code of cells. */
interface TslabRequire {
  (module: "tslab"): { readonly display: { raw(mime: string, value: unknown): void } };
  (file: string): { readonly lastWriteDisplayData?: unknown };
  readonly cache: Readonly<Record<string, unknown>>;
}

/** Shows one output, metadata included: an internal of tslab, so it may be gone in another version. */
type Write = (content: KernelOutput & { readonly transient: object }) => void;

/**
 * The kernels of tslab (`tslab`, `jslab`), if this is one. Experimental: data goes through tslab's
 * public API; displays need metadata, for which there is an internal function at most.
 */
export function findTslab(): Kernel | undefined {
  const { __tslab__: tslab } = globalThis as { __tslab__?: { require?: TslabRequire } };
  const require = tslab?.require;
  if (require === undefined) return undefined;
  return {
    name: "tslab",
    withoutMetadata:
      findWrite(require) === undefined
        ? "this version of tslab has no way to show something with metadata"
        : undefined,
    send(outputs) {
      // Found anew each time: every cell has its own.
      const write = findWrite(require);
      for (const output of outputs) show(output, require, write);
    },
  };
}

function show(
  { data, metadata }: KernelOutput,
  require: TslabRequire,
  write: Write | undefined,
): void {
  const shown = Object.entries(data);
  const [only] = shown;
  if (shown.length === 1 && only !== undefined && isData(metadata)) {
    require("tslab").display.raw(...only);
  } else if (write !== undefined) {
    write({ data, metadata, transient: {} });
  } else {
    for (const one of shown) require("tslab").display.raw(...one);
  }
}

/** Whether an output has no metadata that is needed: a payload says all of itself. */
function isData({ scrapbook, ...others }: KernelOutput["metadata"]): boolean {
  const { display = false } = (scrapbook ?? {}) as { display?: KernelJson };
  return display === false && Object.keys(others).length === 0;
}

function findWrite(require: TslabRequire): Write | undefined {
  const file = Object.keys(require.cache).find((path) =>
    /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path),
  );
  const write = file === undefined ? undefined : require(file).lastWriteDisplayData;
  return typeof write === "function" ? (write as Write) : undefined;
}
