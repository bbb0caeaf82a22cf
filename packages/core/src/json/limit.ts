/** What hostile input is held to where the caller says nothing else. SPEC §15. */

/** The deepest nesting of containers. */
export const defaultMaxDepth = 10_000;

/** The most problems of a notebook that are kept. */
export const defaultMaxProblems = 1_000;

/** The most digits of an integer, as Python's `sys.int_info.default_max_str_digits`. */
export const defaultMaxIntegerDigits = 4_300;
