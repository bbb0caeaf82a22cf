export type { EmitOptions, GluedOutput } from "./emit.ts";
export { type GlueOptions, glue } from "./glue.ts";
export type { Kernel } from "./kernel/kernel.ts";
export { type ReglueOptions, reglue } from "./reglue.ts";
export { type ScrapsReportOptions, scrapsReport } from "./scraps-report.ts";
