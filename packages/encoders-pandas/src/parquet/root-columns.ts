import { type Footer, integer, lies, list } from "./footer.ts";
import type { ThriftStruct } from "./thrift.ts";

/** A column of the file as its reader sees it: with all that is nested in it. */
export interface RootColumn {
  readonly name: Uint8Array;
  /** Its elements of the schema: itself, then what is nested in it. */
  readonly elements: readonly ThriftStruct[];
  /** The position of its first leaf, and of the one after its last: each has a chunk in every row group. */
  readonly firstLeaf: number;
  readonly lastLeaf: number;
}

/** @throws `encoder-decode-failed` for a schema whose nesting contradicts itself. */
export function rootColumns({ struct }: Footer): readonly RootColumn[] {
  const elements = list(struct, 2);
  const columns: RootColumn[] = [];
  let leaf = 0;
  for (let at = 1; at < elements.length; ) {
    const start = at;
    const firstLeaf = leaf;
    // The schema is a tree in one list: each element is followed by its children.
    for (let left = 1; left > 0; left--, at++) {
      const element = elements[at];
      if (element === undefined) throw lies("a column's schema is cut off");
      if (element.has(5)) left += integer(element, 5);
      else leaf++;
    }
    const name = elements[start]?.get(4)?.value;
    columns.push({
      name: name instanceof Uint8Array ? name : new Uint8Array(0),
      elements: elements.slice(start, at),
      firstLeaf,
      lastLeaf: leaf,
    });
  }
  return columns;
}
