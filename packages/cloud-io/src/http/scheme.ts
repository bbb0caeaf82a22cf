import { redact } from "@scrapbook/core/redact";
import { isOf, type Scheme } from "../scheme.ts";

/** `http://` and `https://`. `?` and `[` belong to URLs: nothing here is a pattern. */
export const httpScheme: Scheme = {
  name: "http",
  concurrency: 32,
  lists: false,
  matches: isOf(/^https?:\/\//i),
  nameOf: redact,
  patternOf: () => undefined,
};
