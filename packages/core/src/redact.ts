/**
 * What packages need before they load anything else: what messages may show of an address, and the
 * check of options. `@scrapbook/core/io` has both too.
 *
 * @packageDocumentation
 */

export { checkOptions, type OptionRule } from "./error/check-options.ts";
export { redact } from "./io/redact.ts";
