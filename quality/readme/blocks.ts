/** A fenced block of code in a Markdown file. */
export interface Block {
  /** `README.md:12`: the file, and the line where the block starts. */
  readonly where: string;
  readonly language: string;
  /** The words after the language: `no-run`. */
  readonly words: readonly string[];
  readonly code: string;
  /** The text block right after it: what it prints. */
  readonly prints: string | undefined;
}

const fence =
  /^```(\w+)([^\n]*)\n([\s\S]*?)^```[ \t]*$(?:\s*^```text[ \t]*\n([\s\S]*?)^```[ \t]*$)?/gm;

/** The blocks of a Markdown file, in order. */
export function blocks(file: string, markdown: string): Block[] {
  return [...markdown.matchAll(fence)].map((match) => {
    const [, language = "", words = "", code = "", prints] = match;
    const line = markdown.slice(0, match.index).split("\n").length;
    return {
      where: `${file}:${line}`,
      language,
      words: words.split(/\s+/).filter((word) => word !== ""),
      code,
      prints,
    };
  });
}

/** Whether a block is run: it is TypeScript, JavaScript or a command, and is not marked `no-run`. */
export function isRun({ language, words }: Block): boolean {
  return ["ts", "js", "sh"].includes(language) && !words.includes("no-run");
}
