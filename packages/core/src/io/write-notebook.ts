import { describeValue, wrongArgument } from "../error/check-options.ts";
import { ScrapbookError, withSource } from "../error/error.ts";
import { joinPieces } from "../json/edit/apply.ts";
import { toBytes } from "../notebook/notebook-input.ts";
import { checkNotebook } from "../notebook/parse-notebook.ts";
import { withEngine } from "./engine.ts";
import { checkVerb, type WriteNotebookOptions, writeNotebookRules } from "./options.ts";
import { type IOSetup, routeTo } from "./router.ts";
import type { Pieces, Written } from "./store.ts";

/** What a notebook can be written from. */
export type NotebookContent = string | Uint8Array | Pieces;

/** Writes a notebook whole. See `IO.writeNotebook`. */
export async function writeNotebook(
  setup: IOSetup,
  given: unknown,
  content: NotebookContent,
  options: WriteNotebookOptions = {},
): Promise<Written> {
  checkVerb("writeNotebook", options, writeNotebookRules, setup);
  const { store, location } = await routeTo("writeNotebook", given, options.stores ?? [], setup);
  const source = store.nameOf(location);
  const pieces = piecesOf(content, source);
  if (options.check === false) {
    return store.write(location, Array.isArray(pieces) ? pieces : checked(pieces), options);
  }
  const whole = Array.isArray(pieces) ? pieces : [await gather(pieces)];
  try {
    checkNotebook(
      whole.length === 1 ? (whole[0] as Uint8Array) : joinPieces(whole),
      withEngine({}, setup),
    );
  } catch (error) {
    throw withHint(withSource(error, source));
  }
  return store.write(location, whole, options);
}

/** The pieces of any content. A list is checked at once, before anything else is done with it. */
function piecesOf(content: unknown, source: string): Uint8Array[] | Pieces {
  if (typeof content === "string") return [toBytes(content, source)];
  if (content instanceof Uint8Array) return [content];
  if (Array.isArray(content)) {
    for (const piece of content) checkPiece(piece);
    return content;
  }
  const isPieces =
    typeof content === "object" &&
    content !== null &&
    (Symbol.iterator in content || Symbol.asyncIterator in content);
  if (isPieces) return content as Pieces;
  throw wrongArgument("writeNotebook takes a notebook's bytes", content, bytesExpected);
}

const bytesExpected = "a Uint8Array, text, or pieces that are each a Uint8Array";

function checkPiece(piece: unknown): void {
  if (piece instanceof Uint8Array) return;
  throw new ScrapbookError("usage-argument", {
    what: "A piece of the notebook is not bytes",
    got: typeof piece === "string" ? "text" : describeValue(piece),
    expected: "a Uint8Array",
  });
}

async function* checked(pieces: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    checkPiece(piece);
    yield piece;
  }
}

/** Copies pieces, which may lie in a buffer that is used again, into one array. */
async function gather(pieces: Pieces): Promise<Uint8Array> {
  const copies: Uint8Array[] = [];
  for await (const piece of checked(pieces)) copies.push(piece.slice());
  return joinPieces(copies);
}

function withHint(error: unknown): unknown {
  if (!(error instanceof ScrapbookError)) return error;
  return new ScrapbookError(error.code, {
    ...error.details,
    hint: "Nothing was written. To write it anyway, set { check: false }.",
  });
}
