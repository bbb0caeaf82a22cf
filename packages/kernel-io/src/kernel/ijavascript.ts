import type { Kernel } from "./kernel.ts";

/** What we use of IJavascript's `$$`, its public API. */
interface Session {
  display(id: string): { mime(bundle: object): void };
  async(): void;
}

/** The kernel of IJavascript, if this is one. */
export function findIJavascript(): Kernel | undefined {
  if (session() === undefined) return undefined;
  return {
    name: "IJavascript",
    endsAtOnce: true,
    withoutMetadata:
      "IJavascript drops the metadata of everything that is shown, a display's name too",
    send(outputs) {
      // A display of its own for each: `$$.mime` would end the cell, and can be used once.
      for (const { data } of outputs) session()?.display(`scrapbook-${counter++}`).mime(data);
    },
  };
}

let counter = 0;

/** Each cell has its own `$$`. */
function session(): Session | undefined {
  const { $$: session } = globalThis as { $$?: Partial<Session> };
  const isSession = typeof session?.display === "function" && typeof session.async === "function";
  return isSession ? (session as Session) : undefined;
}
