import { EditSession } from "../edit/session.ts";
import { wrongArgument } from "../error/check-options.ts";
import { isScrapbookError } from "../error/error.ts";
import { applyEdits, type Edit } from "../json/edit/apply.ts";
import { prepareEncoders } from "../notebook/load-encoders.ts";
import { delay } from "../platform.ts";
import { withEngine } from "./engine.ts";
import { checkVerb, type EditNotebookOptions, editNotebookRules } from "./options.ts";
import { type IOSetup, type Route, routeTo } from "./router.ts";
import type { OpenedObject, Pieces, Version } from "./store.ts";
import { conflict } from "./store-error.ts";
import { versionOf } from "./version.ts";

/** What an edit did. */
export interface EditResult {
  /** Whether anything had to be written. */
  readonly isChanged: boolean;
  /** What was changed, against the bytes as they were before. */
  readonly edits: readonly Edit[];
  /** The notebook's version now. `undefined` where its store has none. */
  readonly version: Version | undefined;
}

/** Makes changes in a session; what it gives is awaited, and otherwise ignored. */
export type Change = (session: EditSession) => unknown;

/** Changes the scraps of one notebook. See `IO.editNotebook`. */
export async function editNotebook(
  setup: IOSetup,
  given: unknown,
  change: Change,
  options: EditNotebookOptions = {},
): Promise<EditResult> {
  checkVerb("editNotebook", options, editNotebookRules, setup);
  checkChange("editNotebook", change);
  const route = await routeTo("editNotebook", given, options.stores ?? [], setup);
  await prepareEncoders(options.encoders);
  return editRoute(route, change, withEngine(options, setup), setup);
}

/** @throws `usage-argument` for what is no function. */
export function checkChange(verb: string, change: unknown): void {
  if (typeof change === "function") return;
  throw wrongArgument(
    `${verb} takes a function that makes the changes`,
    change,
    "such as (session) => session.set(name, value)",
  );
}

/** From this size on, in bytes, a notebook is edited in pieces. */
const defaultInPiecesFrom = 64 * 1024 * 1024;

/** The first wait after a conflict, in milliseconds; each further one may be twice as long. */
const firstWait = 10;
const longestWait = 1_000;

/** Edits what lies at a location, anew where somebody else was faster. */
export async function editRoute(
  { store, location }: Route,
  change: Change,
  options: EditNotebookOptions,
  setup: IOSetup,
): Promise<EditResult> {
  const { retries = 10, signal } = options;
  for (let attempt = 0; ; attempt++) {
    const editing = new Attempt({ store, location }, change, options, setup);
    try {
      const written = await store.replace(location, (now) => editing.make(now), options);
      return { ...editing.result, ...written };
    } catch (error) {
      // What the caller's function throws is the caller's, even if it looks like a store's error.
      if (editing.thrown !== undefined) throw editing.thrown.error;
      const isConflict = isScrapbookError(error) && error.code === "store-conflict";
      if (!isConflict || editing.isFinal || attempt >= retries) throw error;
      await delay(Math.random() * Math.min(longestWait, firstWait * 2 ** attempt), signal);
    }
  }
}

/** One attempt at a change, and what became of it. */
class Attempt {
  result: EditResult = { isChanged: false, edits: [], version: undefined };
  /** Whether another attempt would end as this did. */
  isFinal = false;
  thrown: { readonly error: unknown } | undefined;
  readonly #route: Route;
  readonly #change: Change;
  readonly #options: EditNotebookOptions;
  readonly #setup: IOSetup;

  constructor(route: Route, change: Change, options: EditNotebookOptions, setup: IOSetup) {
    this.#route = route;
    this.#change = change;
    this.#options = options;
    this.#setup = setup;
  }

  async make(now: OpenedObject): Promise<Pieces | undefined> {
    const { store, location } = this.#route;
    const { source = store.nameOf(location), inPiecesFrom = defaultInPiecesFrom } = this.#options;
    const options = { ...this.#options, source };
    const { editInPieces, pieceScanner } = this.#setup;
    if (now.canReadTwice && (now.size ?? 0) >= inPiecesFrom && editInPieces !== undefined) {
      const edit = await editInPieces();
      const { session, pieces } = await edit(now, options, pieceScanner?.());
      const edits = await this.#edits(session, () => now.version, source);
      return edits && pieces(edits);
    }
    const bytes = await now.read();
    const session = (): EditSession => new EditSession(bytes, options);
    const edits = await this.#edits(session, () => versionOf(store, now, bytes), source);
    return edits && [...applyEdits(bytes, edits)];
  }

  /** The edits that the change comes to; `undefined` for none. */
  async #edits(
    given: EditSession | (() => EditSession),
    version: () => Version | undefined,
    source: string,
  ): Promise<readonly Edit[] | undefined> {
    const { expect } = this.#options;
    if (expect !== undefined && version() !== expect) {
      this.isFinal = true;
      throw conflict(source, "another version");
    }
    const session = typeof given === "function" ? given() : given;
    try {
      await this.#change(session);
    } catch (error) {
      this.thrown = { error };
      throw error;
    }
    session.end();
    const edits = session.edits();
    const isChanged = edits.length > 0;
    this.result = { isChanged, edits, version: isChanged ? undefined : version() };
    return isChanged ? edits : undefined;
  }
}
