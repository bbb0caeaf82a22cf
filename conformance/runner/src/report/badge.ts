import type { Level } from "../suite/case.ts";
import { escapeMarkup } from "./escape.ts";
import { isComplete, type LevelScore } from "./report.ts";

/**
 * A badge for one level, as SVG: passed of the level's total. It is green only where the level is
 * complete, so that an implementation that declares nothing shows a red nought.
 */
export function formatBadge(level: Level, score: LevelScore): string {
  const left = `scrapbook ${level}`;
  const right = `${score.passed} of ${score.total}`;
  const [leftWidth, rightWidth] = [widthOf(left), widthOf(right)];
  const width = leftWidth + rightWidth;
  const label = escapeMarkup(`${left}: ${right}`);
  const text = (content: string, from: number, size: number): string =>
    `  <text x="${from + size / 2}" y="14" text-anchor="middle">${escapeMarkup(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}">`,
    `  <title>${label}</title>`,
    `  <rect width="${width}" height="20" rx="3" fill="#555"/>`,
    `  <path d="M${leftWidth} 0h${rightWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${leftWidth}z" fill="${colorOf(score)}"/>`,
    `  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    text(left, 0, leftWidth),
    text(right, leftWidth, rightWidth),
    "  </g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Dark enough for white text: each has a contrast of at least 4.5 to 1. */
function colorOf(score: LevelScore): string {
  if (isComplete(score)) return "#2e7d32";
  return score.passed > 0 ? "#8a6100" : "#b3261e";
}

/** 11 pixels of Verdana take about 7 a character; the margins are 6 on each side. */
function widthOf(text: string): number {
  return text.length * 7 + 12;
}
