import { type OptionRule, wrongArgument } from "@scrapbook/core/internal";

/** More of a name would bury the message. */
const longestName = 60;

/** An option that gives values by scrap name. Its values are checked by {@link checkNamedValues}. */
export function namedValues(expected: string): OptionRule {
  return {
    expected,
    fits: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  };
}

/** Checks each value of such an option. @throws `usage-argument`, with the name whose value is wrong. */
export function checkNamedValues(
  taker: string,
  option: string,
  given: Readonly<Record<string, unknown>> | undefined,
  rule: OptionRule,
): void {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (rule.fits(value)) continue;
    const where = JSON.stringify(name.slice(0, longestName));
    throw wrongArgument(
      `The option ${option} of ${taker} is not right for ${where}`,
      value,
      rule.expected,
    );
  }
}
