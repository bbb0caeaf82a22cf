import { tableToIPC } from "@uwdata/flechette";
import { typeId } from "../arrow/type.ts";
import { type ArrowSchema, type ArrowTable, readable } from "../arrow/vector.ts";
import { emptySchemaMessage, nullBatchMessage } from "./null-ipc.ts";

/** The pieces of a table's Arrow IPC stream; those that hold values are the table's own bytes. */
export function ipcPieces(table: ArrowTable): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const sink = {
    write: (piece: Uint8Array) => {
      pieces.push(piece);
    },
    pad: (size: number) => {
      pieces.push(new Uint8Array(size));
    },
    finish: () => null,
  };
  // A table here has the shape of flechette's, without its methods.
  tableToIPC(table as never, { format: "stream", sink });
  return pieces;
}

/** A table's Arrow IPC stream. */
export function ipcStream(table: ArrowTable): Uint8Array<ArrayBuffer> {
  const { schema, children } = readable(table);
  if (children.some(({ type }) => type.typeId !== typeId.null)) return joined(ipcPieces(table));
  // flechette leaves out the vectors that are empty here, without which readers give up.
  const first =
    schema.fields.length === 0 ? emptySchemaMessage(schema.metadata) : schemaMessage(schema);
  const batches = (children[0]?.data ?? []).map((_, batch) => nullBatchMessage(table, batch));
  return joined([first, ...batches, endMarker]);
}

const endMarker = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);

/** The message that an IPC stream begins with: what Parquet keeps as `ARROW:schema`. */
export function schemaMessage(schema: ArrowSchema): Uint8Array<ArrayBuffer> {
  const stream = joined(ipcPieces({ schema, children: [] }));
  return stream.slice(0, stream.length - endMarker.length);
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
