import { expect, test } from "vitest";
import { blocks, isRun } from "./blocks.ts";

const markdown = `# Title

\`\`\`ts
console.log(1);
\`\`\`

\`\`\`text
1
\`\`\`

Then

\`\`\`sh no-run
pip install scrapbook
\`\`\`
`;

test("a block knows its place, its code and what it prints", () => {
  expect(blocks("README.md", markdown)[0]).toEqual({
    where: "README.md:3",
    language: "ts",
    words: [],
    code: "console.log(1);\n",
    prints: "1\n",
  });
});

test("a block is run unless it is marked", () => {
  expect(blocks("README.md", markdown).map(isRun)).toEqual([true, false]);
});
