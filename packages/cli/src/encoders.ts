import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type AnyEncoder, isScrapbookError, ScrapbookError } from "@scrapbook/core";
import type { Terminal } from "./terminal.ts";

/**
 * The encoders of a command: pandas, whose engine is loaded when a notebook holds a DataFrame, and
 * those of the user's own modules.
 *
 * @throws (rejects with) `usage-argument` for a module that cannot be loaded or exports no encoder.
 */
export async function userEncoders(
  modules: readonly string[],
  { cwd }: Pick<Terminal, "cwd">,
): Promise<readonly AnyEncoder[]> {
  const own = await Promise.all(modules.map((file) => encodersOf(resolve(cwd, file), file)));
  return [lazyPandas(), ...own.flat()];
}

async function encodersOf(path: string, name: string): Promise<AnyEncoder[]> {
  let exported: Record<string, unknown>;
  try {
    exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    throw new ScrapbookError("usage-argument", {
      what: "The encoder module cannot be loaded",
      source: name,
      got: isScrapbookError(error) ? error.message : String(error).slice(0, 80),
      cause: error,
    });
  }
  const encoders = Object.values(exported).flat().filter(isEncoder);
  if (encoders.length > 0) return encoders;
  throw new ScrapbookError("usage-argument", {
    what: "The module exports no encoder",
    source: name,
    expected: "an export made with defineEncoder of @scrapbook/core",
  });
}

function isEncoder(value: unknown): value is AnyEncoder {
  if (typeof value !== "object" || value === null) return false;
  const { name, decode, encode } = value as Record<string, unknown>;
  return typeof name === "string" && typeof decode === "function" && typeof encode === "function";
}

/** pandas, whose WebAssembly is compiled only where a notebook needs it. */
function lazyPandas(): AnyEncoder {
  let loaded: AnyEncoder | undefined;
  const ready = (): AnyEncoder => {
    if (loaded !== undefined) return loaded;
    throw new ScrapbookError("encoder-unavailable", { what: "The encoder pandas is not loaded" });
  };
  return {
    name: "pandas",
    load: async () => {
      const { pandas } = await import("@scrapbook/encoders-pandas");
      const encoder: AnyEncoder = pandas();
      await encoder.load?.();
      loaded = encoder;
    },
    encodable: (value) => loaded?.encodable(value) === true,
    encode: (value) => ready().encode(value),
    decode: (data) => ready().decode(data),
  };
}
