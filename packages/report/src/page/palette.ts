/** The colours of one scheme. Each text colour has AA contrast on each ground; the test computes it. */
export interface Palette {
  /** Behind everything. */
  readonly ground: string;
  /** Behind figures, table heads and code. */
  readonly raised: string;
  /** Text. */
  readonly ink: string;
  /** Text of less weight. */
  readonly muted: string;
  /** Lines between things. */
  readonly line: string;
  /** Links, focus. */
  readonly accent: string;
  readonly good: string;
  readonly goodGround: string;
  readonly warn: string;
  readonly warnGround: string;
  readonly bad: string;
  readonly badGround: string;
}

export const light: Palette = {
  ground: "#fdfdfc",
  raised: "#f4f5f5",
  ink: "#1b2024",
  muted: "#59636c",
  line: "#dfe2e4",
  accent: "#0a5fa8",
  good: "#1a6b47",
  goodGround: "#e4f3ea",
  warn: "#845400",
  warnGround: "#fcf0d6",
  bad: "#a8231b",
  badGround: "#fbe7e4",
};

export const dark: Palette = {
  ground: "#14171a",
  raised: "#1d2226",
  ink: "#e3e6e8",
  muted: "#9da7af",
  line: "#30363b",
  accent: "#7fb8f0",
  good: "#7fd0a5",
  goodGround: "#173528",
  warn: "#e9bd6a",
  warnGround: "#3b2d10",
  bad: "#f59b92",
  badGround: "#431f1c",
};

/** The palette as CSS custom properties. */
export function paletteProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(
      ([name, value]) =>
        `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`,
    )
    .join("");
}
