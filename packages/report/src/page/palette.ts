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
  /** Bars of the small pictures. */
  readonly bar: string;
  /** A terminal's sixteen colours, on {@link raised}. */
  readonly terminal: readonly string[];
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
  bar: "#9fb4c7",
  // biome-ignore format: as a terminal numbers them
  terminal: [
    "#1b2024", "#a8231b", "#1a6b47", "#845400", "#1f56a8", "#8a2f86", "#0b6672", "#59636c",
    "#4a5259", "#b3261e", "#1d7350", "#8a5a00", "#2a5fb0", "#93388f", "#106d79", "#59636c",
  ],
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
  bar: "#4e6478",
  // biome-ignore format: as a terminal numbers them
  terminal: [
    "#9da7af", "#f59b92", "#7fd0a5", "#e9bd6a", "#8fbcf2", "#dfa3dc", "#7fcfd9", "#e3e6e8",
    "#9da7af", "#f7aba3", "#95dab4", "#f0cb86", "#a5caf5", "#e8b5e5", "#97dae2", "#ffffff",
  ],
};

/** The palette as CSS custom properties. */
export function paletteProperties({ terminal, ...colours }: Palette): string {
  const named = Object.entries(colours).map(
    ([name, value]) =>
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`,
  );
  return [...named, ...terminal.map((value, number) => `--t${number}:${value};`)].join("");
}
