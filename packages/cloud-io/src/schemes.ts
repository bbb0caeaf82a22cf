import { azureScheme } from "./azure/scheme.ts";
import { githubScheme } from "./github/scheme.ts";
import { gsScheme } from "./gs/scheme.ts";
import { hdfsScheme } from "./hdfs/scheme.ts";
import { httpScheme } from "./http/scheme.ts";
import { s3Scheme } from "./s3/scheme.ts";
import type { Scheme } from "./scheme.ts";

/** All schemes. Taken from here, they are one file of the package, which loads faster than one for each. */
export const schemes: Readonly<Record<"azure" | "github" | "gs" | "hdfs" | "http" | "s3", Scheme>> =
  {
    azure: azureScheme,
    github: githubScheme,
    gs: gsScheme,
    hdfs: hdfsScheme,
    http: httpScheme,
    s3: s3Scheme,
  };
