import { createDataFrame, type DataFrame } from "@scrapbook/encoders-pandas";
import { typedColumn } from "./csv-column.ts";
import { checkNames, csvRecords } from "./csv-records.ts";

/**
 * A DataFrame from CSV, typed as pandas' `read_csv` does.
 *
 * @throws `usage-argument` for what is no CSV, and for two columns of one name.
 */
export function frameOfCsv(bytes: Uint8Array): DataFrame {
  const { head, rows } = csvRecords(bytes);
  checkNames(head);
  return createDataFrame({
    columns: head.map(
      (name, index) => [name, typedColumn(rows.map((row) => row[index] ?? ""))] as const,
    ),
  });
}
