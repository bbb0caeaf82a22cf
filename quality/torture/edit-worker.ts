/** Applies changes that are asked for in JSON lines on stdin, through core; answers on stdout. */
import { createInterface } from "node:readline";
import { type EditSession, edit, isScrapbookError, parseNotebook } from "@scrapbook/core";

/** A change, as `model_edits.py` writes it. */
type Change =
  | {
      readonly op: "set";
      readonly name: string;
      readonly value: unknown;
      readonly display: string;
      readonly overwrite: boolean;
    }
  | { readonly op: "remove"; readonly name: string }
  | {
      readonly op: "rename";
      readonly name: string;
      readonly to: string;
      readonly overwrite: boolean;
    }
  | {
      readonly op: "copy";
      readonly name: string;
      readonly to: string;
      readonly overwrite: boolean;
    };

interface Request {
  readonly notebook: string;
  readonly other: string;
  readonly note: string | null;
  readonly cell: number | null;
  readonly changes: readonly Change[];
}

const bundle = {
  data: { "text/plain": "first\nsecond", "application/json": { "1.5": [1.5] } },
  metadata: { own: true },
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  process.stdout.write(`${JSON.stringify(answer(request))}\n`);
}

function answer({ notebook, other, note, cell, changes }: Request): object {
  const bytes = Buffer.from(notebook, "base64");
  let refused: (string | null)[] = [];
  try {
    const session = edit(bytes, note === null ? {} : { trace: { at: "now", note } });
    const source = parseNotebook(Buffer.from(other, "base64"), { strict: false });
    refused = changes.map((change) => refusal(() => apply(session, change, source, cell)));
    const edits = session.edits().map((one) => [one.start, one.end, one.bytes.length]);
    const result = Buffer.from(session.toBytes()).toString("base64");
    return { refused, edits, result };
  } catch (error) {
    return { refused, error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

function apply(
  session: EditSession,
  change: Change,
  other: ReturnType<typeof parseNotebook>,
  cell: number | null,
): void {
  if (change.op === "remove") session.remove(change.name);
  else if (change.op === "rename") {
    session.rename(change.name, change.to, { overwrite: change.overwrite });
  } else if (change.op === "copy")
    session.copy({ from: other, name: change.name, as: change.to, overwrite: change.overwrite });
  else if (change.display === "only") {
    session.set(change.name, bundle, { encoder: "display", overwrite: change.overwrite });
  } else {
    const display = change.display === "bundle" ? bundle : (change.display as "drop" | "keep");
    const { name, value, overwrite } = change;
    session.set(name, value, { display, overwrite, cell: cell ?? undefined });
  }
}

/** The code of the error by which a change is refused. Any other error is a failure. */
function refusal(change: () => void): string | null {
  try {
    change();
    return null;
  } catch (error) {
    if (isScrapbookError(error)) return error.code;
    throw error;
  }
}
