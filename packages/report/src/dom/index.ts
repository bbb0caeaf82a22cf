export type { DisplayOptions } from "../options/display-options.ts";
export type { ChartLibraries, PlotlyLike, VegaEmbedLike } from "./live-chart.ts";
export { type RenderDisplayOptions, renderDisplay } from "./render-display.ts";
