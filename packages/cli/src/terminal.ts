import type { Readable } from "node:stream";
import { fileFailure } from "./output/file-failure.ts";

/** What a command sees of the world it runs in: handed to it, so that tests can bring their own. */
export interface Terminal {
  readonly stdin: Readable;
  /** Writes results. Resolves when the reader has room for more; rejects with EPIPE where it is gone. */
  out(text: string | Uint8Array): Promise<void>;
  /** Writes what is not a result: warnings, progress, errors. */
  err(text: string): void;
  /** Whether results go to a person: tables are fitted to {@link width}. */
  readonly isOutTerminal: boolean;
  /** Whether messages go to a person: progress is shown, questions are asked. */
  readonly isErrTerminal: boolean;
  /** Whether somebody can answer a question. */
  readonly isInTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** Whether results are coloured. */
  readonly colours: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The terminal of this process. */
export function processTerminal(signal: AbortSignal): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // A write that fails rejects its own promise; without a listener it would end the process as well.
  for (const stream of [stdout, stderr]) stream.on("error", () => {});
  return {
    stdin,
    out: (text) => write(stdout, text),
    err: (text) => void stderr.write(text),
    isOutTerminal: stdout.isTTY === true,
    isErrTerminal: stderr.isTTY === true,
    isInTerminal: stdin.isTTY === true,
    width: Number(env.COLUMNS) || stdout.columns || 80,
    colours: wantsColours(env, stdout.isTTY === true),
    env,
    cwd: process.cwd(),
    signal,
  };
}

/** Colours on a terminal only, unless `NO_COLOR` or `FORCE_COLOR` says otherwise. */
export function wantsColours(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if ((env.NO_COLOR ?? "") !== "") return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env.TERM !== "dumb";
}

function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject((error as NodeJS.ErrnoException).code === "EPIPE" ? error : notWritten(error));
    });
  });
}

const notWritten = (error: Error) => fileFailure("standard output", error);
