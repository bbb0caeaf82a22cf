/** A value of a frame: what JSON has, and bigints, bytes and dates. */
export type Cell =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Uint8Array
  | readonly Cell[]
  | { readonly [name: string]: Cell };

/** Gives the value at an index, null where there is none. */
export type CellReader = (index: number) => Cell;
