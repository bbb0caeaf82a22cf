import { wrongArgument } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import type { StandardIssue } from "../error/standard-issue.ts";

/**
 * What is used of Standard Schema (version 1), which zod, valibot, arktype and others implement:
 * a type of our own, so that no schema library is needed to compile against this package.
 */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
  };
}

/** What a schema's `validate` gives: a value, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** Whether a value is a schema. */
export function isSchema(value: unknown): value is StandardSchema {
  return typeof Object(Object(value)["~standard"]).validate === "function";
}

/** What a schema says of a value. @throws `usage-argument` for what is no schema. */
export function validate<T>(
  schema: StandardSchema<T>,
  value: unknown,
): StandardResult<T> | Promise<StandardResult<T>> {
  if (isSchema(schema)) return schema["~standard"].validate(value) as StandardResult<T>;
  throw wrongArgument("This is no schema", schema, "one of zod, valibot, arktype or the like");
}

/** {@link validate} for schemas that need nothing to wait for. @throws `usage-argument` for others. */
export function validateNow<T>(schema: StandardSchema<T>, value: unknown): StandardResult<T> {
  const result = validate(schema, value);
  if (!("then" in result)) return result;
  // What it comes to is nobody's business any more.
  result.catch(() => {});
  throw new ScrapbookError("usage-argument", {
    what: "This schema is asynchronous",
    hint: "Use await scraps.parseAsync(schema).",
  });
}

/** The error for what does not fit its schema. */
export function invalid(
  what: string,
  source: string | undefined,
  issues: readonly StandardIssue[],
  hint?: string,
): ScrapbookError {
  const got = issues.map((issue) => `${issuePath(issue)}: ${issue.message}`).join("; ");
  return new ScrapbookError("notebook-scraps-invalid", { what, source, got, hint, issues });
}

/** `prices.0.close`, or `scraps` where the issue names no member. */
export function issuePath({ path }: StandardIssue): string {
  const keys = (path ?? []).map((part) => String(typeof part === "object" ? part.key : part));
  return keys.length === 0 ? "scraps" : keys.join(".");
}
