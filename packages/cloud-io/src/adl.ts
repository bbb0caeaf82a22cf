import { ScrapbookError } from "@scrapbook/core";
import { redact, type Store } from "@scrapbook/core/io";

/** `adl://`: says what became of it. Its methods all reject with `store-scheme`. */
export function adl(): Store {
  const refuse = async (location: string): Promise<never> => {
    throw new ScrapbookError("store-scheme", {
      what: "adl:// addresses no longer work: Azure Data Lake Gen1 was retired in 2024",
      source: redact(location),
      hint: "Its successor's addresses begin with abfss://.",
    });
  };
  return {
    name: "adl",
    matches: (location): location is string =>
      typeof location === "string" && /^adl:\/\//i.test(location),
    nameOf: redact,
    can: refuse,
    kindOf: refuse,
    open: refuse,
    write: refuse,
    replace: refuse,
  };
}
