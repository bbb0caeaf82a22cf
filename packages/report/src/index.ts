export { renderReport } from "./report.ts";
export type { Charts, ReportOptions } from "./report-options.ts";
