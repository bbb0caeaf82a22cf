import { expect, test } from "vitest";
import { createDataFrame } from "./encode/create-frame.ts";
import { pandas } from "./pandas.ts";
import { toParquet } from "./parquet.ts";
import { decoded, frameOf } from "./testing/payload.ts";

test("a frame that was read gives back the stored bytes, a part of it others", () => {
  const frame = frameOf("pandas3-ints");
  expect(toParquet(frame)).toEqual(frame.parquetBytes);
  expect(frame.head(1).parquetBytes).toBeUndefined();
  expect(decoded(toParquet(frame.head(1))).rows()).toEqual(frame.rows().slice(0, 1));
  expect(createDataFrame([]).parquetBytes).toBeUndefined();
});

test("a part of a frame that was read is encoded with toParquet alone", () => {
  const part = frameOf("pandas3-ints").head(1);
  expect(() => pandas().encode(part)).toThrow(
    expect.objectContaining({
      code: "encoder-unavailable",
      message: expect.stringContaining("pandas({ toParquet })"),
    }),
  );
  const encoder = pandas({ toParquet });
  expect(encoder.decode(encoder.encode(part)).rows()).toEqual(part.rows());
});

test("a frame that was made brings along what encodes it, and so do its parts", () => {
  const made = createDataFrame({ columns: { x: [1, 2, 3] } });
  expect(decoded(Buffer.from(pandas().encode(made), "base64")).rows()).toEqual(made.rows());
  expect(
    pandas()
      .decode(pandas().encode(made.head(2)))
      .rows(),
  ).toEqual(made.head(2).rows());
});
