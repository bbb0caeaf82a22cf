import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);

/**
 * Pythons with pandas 3 and pandas 2, by name, as far as they are there.
 *
 * @throws when one is missing and `SCRAPBOOK_REQUIRE` is `all`.
 */
export function judgePythons(): ReadonlyMap<string, string> {
  const own = fileURLToPath(new URL(".venv/bin/python", root));
  const found = new Map<string, string>();
  const python = process.env.SCRAPBOOK_PYTHON || (existsSync(own) ? own : undefined);
  if (python !== undefined) found.set("pandas 3", python);
  const second = process.env.SCRAPBOOK_PYTHON_PANDAS2;
  if (found.size + (second ? 1 : 0) < 2 && process.env.SCRAPBOOK_REQUIRE === "all") {
    throw new Error("set SCRAPBOOK_PYTHON and SCRAPBOOK_PYTHON_PANDAS2: both are required");
  }
  if (second) found.set("pandas 2", second);
  else process.stderr.write("left out: what pandas 2 reads (set SCRAPBOOK_PYTHON_PANDAS2)\n");
  return found;
}

/** What a judge says of a file: the frame in tagged form, or what pandas raises. */
export type Description = { readonly frame: unknown } | { readonly raises: string };

/** A pandas that reads what we wrote, in a process of its own. */
export class Judge {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #errors = "";

  constructor(python: string) {
    const script = fileURLToPath(new URL("judge.py", import.meta.url));
    this.#process = spawn(python, [script]);
    this.#process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#errors += text;
    });
    // It ends with this process, also where nobody closes it.
    this.#process.unref();
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** The frame that pandas reads of a file. */
  describe(parquet: Uint8Array): Promise<Description> {
    return this.#ask({ ask: "describe", parquet: text(parquet) }) as Promise<Description>;
  }

  /** How the frames of two files differ to `assert_frame_equal`; undefined where they do not. */
  async compare(left: Uint8Array, right: Uint8Array): Promise<string | undefined> {
    const answer = await this.#ask({ ask: "compare", left: text(left), right: text(right) });
    return (answer as { readonly different?: string }).different;
  }

  close(): void {
    this.#process.stdin.end();
  }

  async #ask(question: object): Promise<object> {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const { done, value } = await this.#lines.next();
    if (done === true) throw new Error(`the judge ended: ${this.#errors}`);
    return JSON.parse(value);
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
