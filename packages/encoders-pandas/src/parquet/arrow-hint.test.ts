import { describe, expect, test } from "vitest";
import { kinds, parquetOf } from "../testing/payload.ts";
import { arrowHintText, readArrowHint, wasOtherDictionary } from "./arrow-hint.ts";
import { readFooter } from "./footer.ts";
import { keyValue } from "./part.ts";
import { rootColumns } from "./root-columns.ts";

const hintText = (kind: string) => keyValue(readFooter(parquetOf(kind)), "ARROW:schema");

/** Which of a file's columns were dictionaries of anything but text and bytes. */
function others(kind: string): boolean[] {
  const hint = readArrowHint(hintText(kind));
  return hint?.fields.map((field) => wasOtherDictionary(hint, field)) ?? [];
}

describe("the Arrow schema beside Parquet's own", () => {
  test.each(kinds.filter((kind) => hintText(kind) !== undefined))(
    "of %s has a field for every column",
    (kind) => {
      const hint = readArrowHint(hintText(kind));
      expect(hint?.fields).toHaveLength(rootColumns(readFooter(parquetOf(kind))).length);
    },
  );

  test("tells dictionaries of text and bytes from all others", () => {
    expect(others("pandas3-category-of-bools")).toEqual([true, true, true, true, false]);
    expect(others("pandas2-category-of-times")).toEqual([true, true]);
    expect(others("pandas3-category-of-bytes")).toEqual([false]);
    expect(others("pandas3-ints")).toEqual([false, false, false, false]);
  });

  test("has as many fields as are kept of it, in their order", () => {
    const hint = readArrowHint(hintText("pandas3-category-of-bools"));
    if (hint === undefined) throw new Error("there is none");
    const [flag, , , , word] = hint.fields as number[];
    const text = arrowHintText({ ...hint, fields: [word as number, flag as number] });
    const kept = readArrowHint(Buffer.from(text));
    expect(kept?.fields).toEqual([word, flag]);
  });

  test("that is damaged is none, or is read within its bytes", () => {
    const text = hintText("pandas3-category-of-bools") as Uint8Array;
    const bytes = Buffer.from(Buffer.from(text).toString(), "base64");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 0xff;
      const hint = readArrowHint(Buffer.from(changed.toString("base64")));
      for (const field of hint?.fields ?? []) wasOtherDictionary(hint as never, field);
    }
    expect(readArrowHint(Buffer.from("no base64!"))).toBeUndefined();
    expect(readArrowHint(undefined)).toBeUndefined();
  });
});
