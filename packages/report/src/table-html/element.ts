/** An element that may stand inline: what may stand in it, and which attributes it keeps. */
export interface ElementRule {
  /** As it is written; what comes from a notebook is only compared. */
  readonly name: string;
  readonly children: ReadonlySet<string>;
  /** Whether text other than white space may stand in it. */
  readonly text: boolean;
  /** It has no end tag. */
  readonly empty: boolean;
  readonly attributes: ReadonlySet<string>;
}

const phrasing = ["b", "i", "em", "strong", "u", "s", "small", "sub", "sup", "code", "span", "br"];
const flow = [...phrasing, "div", "p", "table"];
const rowGroups = ["thead", "tbody", "tfoot"];

/** What stands at the top: what may stand in a `<div>`. */
export const rootRule: ElementRule = rule("div", flow);

/**
 * The allow-list. Nothing stands where an HTML parser would move it or close something for it, so that
 * the markup built from these rules parses to the tree that it was built from.
 */
export const elementRules: ReadonlyMap<string, ElementRule> = new Map(
  [
    rootRule,
    rule("p", phrasing),
    ...phrasing.filter((name) => name !== "br").map((name) => rule(name, phrasing)),
    rule("br", [], { text: false, empty: true }),
    rule("table", ["caption", "colgroup", ...rowGroups, "tr"], { text: false }),
    rule("caption", phrasing),
    rule("colgroup", ["col"], { text: false, attributes: ["span"] }),
    rule("col", [], { text: false, empty: true, attributes: ["span"] }),
    ...rowGroups.map((name) => rule(name, ["tr"], { text: false })),
    rule("tr", ["th", "td"], { text: false }),
    rule("th", flow, { attributes: ["colspan", "rowspan", "scope"] }),
    rule("td", flow, { attributes: ["colspan", "rowspan"] }),
  ].map((element) => [element.name, element]),
);

function rule(
  name: string,
  children: readonly string[],
  options: { text?: boolean; empty?: boolean; attributes?: readonly string[] } = {},
): ElementRule {
  return {
    name,
    children: new Set(children),
    text: options.text ?? true,
    empty: options.empty ?? false,
    attributes: new Set(options.attributes ?? []),
  };
}
