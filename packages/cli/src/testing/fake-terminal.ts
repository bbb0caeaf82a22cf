import { Readable } from "node:stream";
import { run } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** What a command line did. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly outBytes: Buffer;
  readonly err: string;
}

/** How the terminal of a test differs from a pipe without colours in `cwd`. */
export type FakeTerminal = Partial<Terminal> & { readonly cwd: string; readonly input?: string };

/** Runs a command line without a process. */
export async function runIn(options: FakeTerminal, ...args: string[]): Promise<Outcome> {
  const out: Buffer[] = [];
  let err = "";
  const { input = "", ...more } = options;
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    out: async (text) => void out.push(Buffer.from(text as string)),
    err: (text) => {
      err += text;
    },
    isOutTerminal: false,
    isErrTerminal: false,
    isInTerminal: false,
    width: 100,
    colours: false,
    env: {},
    signal: new AbortController().signal,
    ...more,
  });
  const outBytes = Buffer.concat(out);
  return { code, out: outBytes.toString("utf8"), outBytes, err };
}
