import { expect, test } from "vitest";
import { floatText } from "../json/float-text.ts";
import { defineEncoder, type Encoder } from "./encoder.ts";

/** An encoder whose functions are its class's. */
class Dates implements Encoder<Date, string> {
  readonly name = "date";
  encodable(value: unknown): boolean {
    return value instanceof Date;
  }
  encode(value: Date): string {
    return value.toISOString();
  }
  decode(data: string): Date {
    return new Date(data);
  }
}

test("an encoder is given back as it is", () => {
  const dates = new Dates();
  expect(defineEncoder(dates)).toBe(dates);
});

test.each([undefined, "date", { name: "date" }, { ...new Dates() }])(
  "what is no encoder is refused (%#)",
  (encoder) => {
    expect(() => defineEncoder(encoder as never)).toThrow(
      /\[usage-argument\] This is no encoder: got .*, expected \{ name, encodable, encode, decode \}\./,
    );
  },
);

test("what is no number is marked as no float", () => {
  expect(() => floatText("1" as never)).toThrow('floatText takes a number: got "1"');
});
