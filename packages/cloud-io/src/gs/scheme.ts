import { bucketName } from "../bucket-name.ts";
import { isOf, type Scheme } from "../scheme.ts";

/** `gs://bucket/key`. */
export const gsScheme: Scheme = {
  name: "gs",
  concurrency: 32,
  lists: true,
  matches: isOf(/^gs:\/\//i),
  nameOf: bucketName,
  // What signs an address has a ? too, and is no pattern.
  patternOf: (location) => (bucketName(location) === location ? location : undefined),
};
