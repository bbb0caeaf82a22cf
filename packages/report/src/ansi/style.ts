import { css as cssColour, readableColour } from "./readable.ts";

/** A colour: one of the terminal's sixteen, which the page's scheme chooses, or red, green, blue. */
export type TerminalColour = number | readonly [red: number, green: number, blue: number];

/** How a terminal shows text from here on. */
export interface TerminalStyle {
  readonly front: TerminalColour | undefined;
  readonly back: TerminalColour | undefined;
  readonly flags: ReadonlySet<Flag>;
  /** The style after a sequence's numbers, such as `1;31`. */
  apply(numbers: string): TerminalStyle;
  /** Our own class names, and CSS of numbers alone. */
  toMarkup(): { readonly classes: string; readonly css: string };
}

type Flag = "bold" | "dim" | "italic" | "underline" | "inverse" | "strike";

const flags: ReadonlyMap<number, Flag> = new Map([
  [1, "bold"],
  [2, "dim"],
  [3, "italic"],
  [4, "underline"],
  [7, "inverse"],
  [9, "strike"],
]);

/** What a number takes back. */
const ends: ReadonlyMap<number, readonly Flag[]> = new Map([
  [22, ["bold", "dim"]],
  [23, ["italic"]],
  [24, ["underline"]],
  [27, ["inverse"]],
  [29, ["strike"]],
]);

/** Whether text looks as it would without any sequence. */
export function isPlain({ front, back, flags }: TerminalStyle): boolean {
  return front === undefined && back === undefined && flags.size === 0;
}

/** The plain style. */
export function createStyle(
  front?: TerminalColour,
  back?: TerminalColour,
  set: ReadonlySet<Flag> = new Set(),
): TerminalStyle {
  return {
    front,
    back,
    flags: set,
    apply: (numbers) => applyNumbers(numbers, front, back, set),
    toMarkup: () => markupOf(front, back, set),
  };
}

function applyNumbers(
  numbers: string,
  startFront: TerminalColour | undefined,
  startBack: TerminalColour | undefined,
  start: ReadonlySet<Flag>,
): TerminalStyle {
  let [front, back, set] = [startFront, startBack, new Set(start)];
  const codes = numbers.slice(0, 200).split(/[;:]/).map(Number);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const flag = flags.get(code);
    if (code === 0) [front, back, set] = [undefined, undefined, new Set()];
    else if (flag !== undefined) set.add(flag);
    else if (ends.has(code)) for (const ended of ends.get(code) ?? []) set.delete(ended);
    else if (code === 38 || code === 48) {
      const { colour, used } = readColour(codes.slice(i + 1));
      i += used;
      if (code === 38) front = colour ?? front;
      else back = colour ?? back;
    } else if (code === 39) front = undefined;
    else if (code === 49) back = undefined;
    else if (code >= 30 && code <= 37) front = code - 30;
    else if (code >= 40 && code <= 47) back = code - 40;
    else if (code >= 90 && code <= 97) front = code - 90 + 8;
    else if (code >= 100 && code <= 107) back = code - 100 + 8;
  }
  return createStyle(front, back, set);
}

/** `5;n` of 256 colours, `2;r;g;b` of all. */
function readColour(codes: readonly number[]): {
  readonly colour: TerminalColour | undefined;
  readonly used: number;
} {
  const [mode, ...values] = codes;
  if (mode === 5 && values.length > 0) return { colour: paletteColour(byte(values[0])), used: 2 };
  if (mode !== 2 || values.length < 3) return { colour: undefined, used: 0 };
  return { colour: [byte(values[0]), byte(values[1]), byte(values[2])], used: 4 };
}

function paletteColour(index: number): TerminalColour {
  if (index < 16) return index;
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (value: number) => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}

function byte(value: number | undefined): number {
  return Math.min(Math.max(Math.trunc(Number(value) || 0), 0), 255);
}

function markupOf(
  front: TerminalColour | undefined,
  back: TerminalColour | undefined,
  set: ReadonlySet<Flag>,
): { classes: string; css: string } {
  const classes = [...set].map((flag) => `t-${flag}`);
  const css: string[] = [];
  // On a ground of its own, text is as its author chose it.
  const isFree = back === undefined && !set.has("inverse");
  for (const [colour, name, property] of [
    [front, "f", "color"],
    [back, "b", "background-color"],
  ] as const) {
    if (typeof colour === "number") classes.push(`t-${name}${colour}`);
    else if (colour !== undefined) {
      css.push(
        `${property}:${isFree && name === "f" ? readableColour(colour) : cssColour(colour)}`,
      );
    }
  }
  return { classes: classes.join(" "), css: css.join(";") };
}
