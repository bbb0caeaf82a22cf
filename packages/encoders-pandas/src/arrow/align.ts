import { sliceVector } from "./slice.ts";
import type { ArrowColumn } from "./vector.ts";

/** The same columns of one length, with batches that end at the same rows: columns may come from several tables. */
export function alignBatches(columns: readonly ArrowColumn[]): readonly ArrowColumn[] {
  const ends = columns.map(endsOf);
  const all = [...new Set(ends.flat())].sort((a, b) => a - b);
  return columns.map((column, i) =>
    ends[i]?.length === all.length ? column : { ...column, data: splitAt(column, all) },
  );
}

function endsOf({ data }: ArrowColumn): number[] {
  let end = 0;
  return data.map(({ length }) => {
    end += length;
    return end;
  });
}

function splitAt({ data }: ArrowColumn, ends: readonly number[]): ArrowColumn["data"] {
  let first = 0;
  return data.flatMap((vector) => {
    const start = first;
    first += vector.length;
    let from = start;
    return ends
      .filter((end) => end > start && end <= first)
      .map((end) => {
        const part = sliceVector(vector, from - start, end - from);
        from = end;
        return part;
      });
  });
}
