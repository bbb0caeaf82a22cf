import { html, type SafeHtml } from "../html.ts";
import { renderNote } from "../note.ts";
import type { RenderMime } from "./part.ts";

/** A library whose charts only its own script can draw, and how its users store a picture too. */
interface ChartLibrary {
  readonly name: string;
  /** What its MIME types start with. */
  readonly mime: RegExp;
  /** What its HTML holds. */
  readonly markup: RegExp;
  /** Python that makes its displays bear a picture. */
  readonly hint: string;
  /** What that needs installed. */
  readonly needs: string;
}

const libraries: readonly ChartLibrary[] = [
  {
    name: "A Plotly chart",
    mime: /^application\/vnd\.plotly\./,
    markup: /plotly/i,
    hint: 'plotly.io.renderers.default = "plotly_mimetype+png"',
    needs: "kaleido",
  },
  {
    name: "A Vega chart",
    mime: /^application\/vnd\.vega(lite)?\./,
    markup: /vega|altair/i,
    hint: 'altair.renderers.enable("png")',
    needs: "vl-convert-python",
  },
  {
    name: "A Bokeh or HoloViews chart",
    mime: /^application\/vnd\.(bokehjs|holoviews)_/,
    markup: /bokeh|holoviews/i,
    hint: "IPython.display.Image(bokeh.io.export_png(plot))",
    needs: "selenium",
  },
];

const widget = /^application\/vnd\.jupyter\.widget-(view|state)\+json$/;
const script = /^(application|text)\/((x-)?javascript|ecmascript)$/;

/** Whether a MIME type is of something that only script could draw. */
export function isScriptMime(mime: string): boolean {
  return widget.test(mime) || script.test(mime) || libraries.some((known) => known.mime.test(mime));
}

/** MIME types that only script could draw: a note how to store a picture. Nothing of them runs. */
export const renderScriptChart: RenderMime = ({ mime }) => {
  const library = libraries.find((known) => known.mime.test(mime));
  if (library !== undefined) return renderLibraryNote(library);
  return widget.test(mime)
    ? renderNote("A widget, which only a running notebook can draw. Glue a picture of it as well.")
    : renderNote("A script, which a report does not run. Glue a picture of what it draws as well.");
};

/** The same for HTML that shows nothing without its script. */
export function renderScriptMarkup(markup: string): SafeHtml {
  const library = libraries.find((known) => known.markup.test(markup));
  return library === undefined
    ? renderNote("HTML that only its script could fill. Glue a picture of what it draws as well.")
    : renderLibraryNote(library);
}

function renderLibraryNote({ name, hint, needs }: ChartLibrary): SafeHtml {
  return renderNote(
    html`${name}, which only its script could draw. To see it here, store a picture too: <code>${hint}</code> (needs ${needs}) before gluing.`,
  );
}
