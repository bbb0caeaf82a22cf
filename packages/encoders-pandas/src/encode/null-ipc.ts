import type { ArrowTable } from "../arrow/vector.ts";
import { utf8Encoder } from "../platform.ts";
import { FlatBuilder } from "./flat-builder.ts";

/** Arrow's metadata version 5, and its kinds of messages. */
const version5 = 4;
const schemaHeader = 1;
const recordBatchHeader = 3;

/** The schema of a table without columns, with the empty vector of fields that readers ask for. */
export function emptySchemaMessage(
  metadata: ReadonlyMap<string, string> | null,
): Uint8Array<ArrayBuffer> {
  const builder = new FlatBuilder();
  const pairs = [...(metadata ?? [])].map(([key, value]) => {
    const texts = [key, value].map((text) => builder.text(utf8Encoder.encode(text)));
    return builder.table(texts.map((text) => ({ kind: "offset", value: text })));
  });
  const custom = builder.offsets(pairs);
  const fields = builder.offsets([]);
  const schema = builder.table([
    undefined,
    { kind: "offset", value: fields },
    { kind: "offset", value: custom },
  ]);
  return message(builder, schemaHeader, schema);
}

/** The record batch of a table whose columns are all of the null type, with the empty vector of buffers. */
export function nullBatchMessage({ children }: ArrowTable, batch: number): Uint8Array<ArrayBuffer> {
  const builder = new FlatBuilder();
  const length = BigInt(children[0]?.data[batch]?.length ?? 0);
  const buffers = builder.longs([]);
  const nodes = builder.longs(children.map(() => [length, length]));
  const header = builder.table([
    { kind: "int64", value: length },
    { kind: "offset", value: nodes },
    { kind: "offset", value: buffers },
  ]);
  return message(builder, recordBatchHeader, header);
}

/** A message without a body, as IPC streams hold it: a marker, its length, itself. */
function message(builder: FlatBuilder, kind: number, header: number): Uint8Array<ArrayBuffer> {
  const root = builder.table([
    { kind: "int16", value: version5 },
    { kind: "int8", value: kind },
    { kind: "offset", value: header },
    { kind: "int64", value: 0n },
  ]);
  const body = builder.finish(root);
  const padded = Math.ceil(body.length / 8) * 8;
  const bytes = new Uint8Array(8 + padded);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xffffffff, true);
  view.setUint32(4, padded, true);
  bytes.set(body, 8);
  return bytes;
}
