export { type ComparisonOptions, renderComparison } from "./comparison/render-comparison.ts";
export { displayToHtml } from "./display-to-html.ts";
export type { DisplayOptions } from "./options/display-options.ts";
export type { NumberFormat } from "./options/number-format.ts";
export type { Charts, ReportOptions } from "./options/report-options.ts";
export { displayStyle } from "./page/style-sheet.ts";
export { renderReport } from "./report.ts";
export type { Direction } from "./value/best.ts";
