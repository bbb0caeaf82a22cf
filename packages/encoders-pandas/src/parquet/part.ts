import { utf8Decoder, utf8Encoder } from "../platform.ts";
import { type ArrowHint, arrowHintText } from "./arrow-hint.ts";
import { parquetPieces } from "./file.ts";
import { type Footer, list } from "./footer.ts";
import type { RootColumn } from "./root-columns.ts";
import {
  struct,
  type ThriftList,
  type ThriftStruct,
  type ThriftValue,
  thriftType,
  withField,
} from "./thrift.ts";

const { i32, binary, list: listType, struct: structType } = thriftType;
const arrowSchema = "ARROW:schema";

/** What {@link partOf} keeps. */
export interface Part {
  readonly columns: readonly RootColumn[];
  /** The Arrow schema of the columns; undefined to leave it out. */
  readonly hint: ArrowHint | undefined;
}

/** The same file with some of its columns alone: its data is shared, its footer is another. */
export function partOf(
  parquet: Uint8Array,
  footer: Footer,
  { columns, hint }: Part,
): readonly Uint8Array[] {
  const source = footer.struct;
  const leaves = <T>(all: readonly T[]): T[] =>
    columns.flatMap(({ firstLeaf, lastLeaf }) => all.slice(firstLeaf, lastLeaf));
  const [root] = list(source, 2) as readonly [ThriftStruct];
  const schema = [withField(root, 5, i32, columns.length)];
  const groups = list(source, 4).map((group) => {
    const kept = new Map([...group].filter(([id]) => id !== sortingColumns));
    return withField(kept, 1, listType, structs(leaves(list(group, 1))));
  });
  const pairs = list(source, 5).filter((pair) => keyOf(pair) !== arrowSchema);
  if (hint !== undefined) pairs.push(pairOf(arrowSchema, arrowHintText(hint)));
  let part = withField(
    source,
    2,
    listType,
    structs([...schema, ...columns.flatMap(({ elements }) => elements)]),
  );
  part = withField(part, 4, listType, structs(groups));
  part = withField(part, 5, listType, structs(pairs));
  const orders = list(part, columnOrders);
  if (orders.length > 0) part = withField(part, columnOrders, listType, structs(leaves(orders)));
  return parquetPieces([parquet.subarray(0, footer.start)], part);
}

/** Members of a row group and of the footer that go by the positions of columns. */
const sortingColumns = 4;
const columnOrders = 7;

/** The value of one of the footer's key-value pairs. */
export function keyValue({ struct: source }: Footer, key: string): Uint8Array | undefined {
  const pair = list(source, 5).find((one) => keyOf(one) === key);
  return pair && bytesOf(pair.get(2)?.value);
}

const structs = (items: readonly ThriftStruct[]): ThriftList => ({ of: structType, items });

const keyOf = (pair: ThriftStruct): string => utf8Decoder.decode(bytesOf(pair.get(1)?.value));

const bytesOf = (value: ThriftValue | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(0);

const pairOf = (key: string, value: string): ThriftStruct =>
  struct([
    [1, binary, utf8Encoder.encode(key)],
    [2, binary, utf8Encoder.encode(value)],
  ]);
