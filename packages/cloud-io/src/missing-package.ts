import { ScrapbookError } from "@scrapbook/core";

/**
 * Imports a package that only those need who use its scheme.
 *
 * @param addresses what needs it, such as `s3://`.
 * @param load a function around `import("…")`, so that bundlers see the name.
 * @throws (rejects with) `store-scheme` with the command that installs it.
 */
export async function loadPackage<T>(
  name: string,
  addresses: string,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message = "" } = error as { code?: unknown; message?: string };
    // Another module that is missing is that package's own trouble.
    const isMissing = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
    if (!isMissing || !message.includes(name)) throw error;
    throw new ScrapbookError("store-scheme", {
      what: `${addresses} addresses need the package ${name}, which is not installed`,
      hint: `Install it: npm install ${name}`,
    });
  }
}
