import { bucketName } from "../bucket-name.ts";
import { isOf, type Scheme } from "../scheme.ts";

/** `s3://bucket/key`. */
export const s3Scheme: Scheme = {
  name: "s3",
  concurrency: 32,
  lists: true,
  matches: isOf(/^s3:\/\//i),
  nameOf: bucketName,
  // What signs an address has a ? too, and is no pattern.
  patternOf: (location) => (bucketName(location) === location ? location : undefined),
};
