import { type Bundle, isBundle } from "../encoder/display.ts";
import { ScrapbookError } from "../error/error.ts";

/**
 * Whether a value is shown, and as which MIME types: all of them, none, those that are listed, or
 * those that are included and not excluded. Naming none is not asking for a display. SPEC §11.1.
 */
export type DisplayChoice = boolean | readonly string[] | DisplayMimes;

/** MIME types to show, and not to show. SPEC §11.1. */
export interface DisplayMimes {
  /** Only these. Default: all. */
  readonly include?: readonly string[] | undefined;
  /** Not these. Default: none. */
  readonly exclude?: readonly string[] | undefined;
}

/**
 * What is shown of a value that looks like `bundle`; `false` for nothing, `undefined` where that
 * was left to the encoder. SPEC §11.1.
 *
 * @throws `usage-argument` for what is no choice, and for a choice of what is not known.
 */
export function chooseDisplay(
  value: unknown,
  display: Bundle | DisplayChoice | undefined,
  bundle: Bundle | undefined,
): Bundle | false | undefined {
  if (display === undefined) return undefined;
  if (!isAsked(display)) return false;
  if (typeof display === "object" && "data" in display) return display;
  const whole = bundle ?? (isBundle(value) ? value : undefined);
  if (whole === undefined) {
    throw new ScrapbookError("usage-argument", {
      what: "It is not known how to show this value",
      hint: "Pass { display: { data } }, or what it looks like as { bundle }.",
    });
  }
  return display === true ? whole : restrict(whole, mimesOf(display));
}

/** Whether a display is asked for. SPEC §11.1. */
export function isAsked(
  display: Bundle | DisplayChoice | undefined,
): display is true | readonly string[] | DisplayMimes | Bundle {
  if (typeof display !== "object" || display === null)
    return display === true || refuseChoice(display);
  if ("data" in display) return true;
  const { include, exclude } = mimesOf(display);
  return include === undefined ? exclude !== undefined : include.length > 0;
}

function restrict(bundle: Bundle, { include, exclude = [] }: DisplayMimes): Bundle {
  const shown = Object.entries(bundle.data).filter(
    ([mime]) => (include?.includes(mime) ?? true) && !exclude.includes(mime),
  );
  return { ...bundle, data: Object.fromEntries(shown) };
}

function mimesOf(choice: readonly string[] | DisplayMimes): DisplayMimes {
  const mimes: DisplayMimes = Array.isArray(choice)
    ? { include: choice }
    : (choice as DisplayMimes);
  const { include = [], exclude = [], ...others } = mimes;
  for (const list of [include, exclude]) if (!Array.isArray(list)) refuseChoice(list);
  const [other] = Object.keys(others);
  if (other !== undefined) refuseChoice(others);
  return mimes;
}

function refuseChoice(display: unknown): false {
  if (display === undefined || display === false) return false;
  throw new ScrapbookError("usage-argument", {
    what: "The option display does not say what to show",
    got: display === null ? "null" : typeof display,
    expected: "a boolean, a list of MIME types, { include, exclude } or { data }",
  });
}
