import { isOf, type Scheme } from "../scheme.ts";
import { hdfsName } from "./name.ts";

/** `hdfs://host/path`. */
export const hdfsScheme: Scheme = {
  name: "hdfs",
  concurrency: 32,
  lists: true,
  matches: isOf(/^hdfs:\/\//i),
  nameOf: hdfsName,
};
