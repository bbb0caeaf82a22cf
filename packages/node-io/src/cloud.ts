import type { LazyStores } from "@scrapbook/core/io";

/** Stores of `@scrapbook/cloud-io`, loaded when an address of theirs is first met. */
export const cloudStores: LazyStores = {
  package: "@scrapbook/cloud-io",
  schemes: ["s3", "gs", "abs", "abfs", "abfss", "hdfs", "http", "https"],
  load: async () => {
    try {
      // "as string" keeps its types, which are another platform's, out of this package's.
      return await import("@scrapbook/cloud-io" as string);
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      // Where it lacks something itself, its name is there too, but as part of a path.
      const isNamed = /['"]@scrapbook\/cloud-io['"]/.test(String(message));
      const isMissing = code === "ERR_MODULE_NOT_FOUND" && isNamed;
      if (isMissing) return undefined;
      throw error;
    }
  },
};
