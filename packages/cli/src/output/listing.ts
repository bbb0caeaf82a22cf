import { describeScrap } from "@scrapbook/core/internal";
import { byteSize } from "../scrap/byte-size.ts";
import type { Terminal } from "../terminal.ts";
import { counted } from "../text/counted.ts";
import { painter } from "../text/paint.ts";
import { visible } from "../text/visible.ts";
import type { ListedScrap } from "./scrap-line.ts";
import { packRow, tablePieces } from "./table.ts";

/** What a list of scraps is about, besides the scraps in it. */
export interface Tally {
  readonly notebooks: number;
  /** Notebooks without scraps. */
  readonly empty: number;
  /** Failed runs. */
  readonly failed: number;
  /** What the list has of each encoder. */
  readonly encoders: ReadonlyMap<string, Listed>;
}

/** How many scraps of a list there are, and how many bytes they take. */
export interface Listed {
  readonly scraps: number;
  readonly bytes: number;
}

const columns = [
  "notebook",
  "name",
  "encoder",
  "value",
  "size",
  "shown",
  "cell",
  "code",
  "preview",
] as const;

/** What a narrow terminal does without, the least important first. */
const spare = ["code", "cell", "shown", "encoder", "preview", "size"] as const;

/** A scrap as a row of the list. It is a text of its own, so that the notebook can be let go. */
export function listingRow({ key, notebook, scrap, bytes }: ListedScrap): string {
  const { kind, size, preview } = describeScrap(scrap);
  return packRow([
    notebook.run.status === "failed" ? `${key} ✗` : key,
    scrap.name,
    scrap.encoder,
    size === "" ? kind : `${kind}, ${size}`,
    byteSize(bytes),
    scrap.mimeTypes.length > 0 ? "yes" : "",
    scrap.cell,
    scrap.codeLine ?? "",
    preview,
  ]);
}

/**
 * The list, and under it what it comes to, in pieces.
 *
 * @param rows by {@link listingRow}.
 */
export function* listing(
  rows: readonly string[],
  tally: Tally,
  terminal: Terminal,
): Generator<string> {
  const width = terminal.isOutTerminal ? terminal.width : undefined;
  const shape = { columns, numeric: new Set(["size", "cell"]), spare };
  if (rows.length > 0) {
    yield* tablePieces(shape, rows, width, painter(terminal.colours));
    yield "\n";
  }
  yield summary(rows.length, tally);
}

/** `24 scraps in 12 notebooks: json 12 (1.2 kB), pandas 12 (1.4 MB). 1 failed run (✗).` */
function summary(listed: number, { notebooks, empty, failed, encoders }: Tally): string {
  const byEncoder = [...encoders].map(
    ([encoder, { scraps, bytes }]) => `${visible(encoder)} ${scraps} (${byteSize(bytes)})`,
  );
  const parts = [
    `${counted(listed, "scrap")} in ${counted(notebooks, "notebook")}${
      byEncoder.length === 0 ? "" : `: ${byEncoder.join(", ")}`
    }.`,
  ];
  if (empty > 0) parts.push(`${counted(empty, "notebook")} without scraps.`);
  if (failed > 0) parts.push(`${counted(failed, "failed run")} (✗).`);
  return `${parts.join(" ")}\n`;
}
