import { type SafeHtml, trustedHtml } from "../html.ts";
import { type BuiltAttributes, buildAttributes } from "./attributes.ts";
import { type ElementRule, elementRules, rootRule } from "./element.ts";
import { stylesOnlyDataframes } from "./style-block.ts";
import { normaliseText } from "./text.ts";
import { tokenise } from "./tokenise.ts";

/** Deeper nesting is no table that somebody reads; parsers flatten it from 512 on. */
const deepest = 32;

/** A longer cell is no number, and is not looked at as one. */
const longestNumber = 60;

/** An element that has begun. */
interface Open {
  readonly rule: ElementRule;
  readonly attributes: BuiltAttributes;
  readonly section: "thead" | "tbody" | undefined;
  markup: string;
}

/**
 * A table as libraries write it (pandas, Polars, tabulate), built anew from checked tokens: elements of
 * the allow-list, properly nested, with `colspan`, `rowspan`, `span` and `scope`. `undefined` for HTML
 * that holds anything else, or no text: nothing is cut out of it to make it fit.
 */
export function renderTableHtml(markup: string): SafeHtml | undefined {
  const tokens = tokenise(markup);
  if (tokens === undefined) return undefined;
  const root: Open = { rule: rootRule, attributes: new Map(), section: undefined, markup: "" };
  const stack: Open[] = [root];
  let holdsText = false;
  for (const token of tokens) {
    const top = stack.at(-1) as Open;
    if (token.kind === "text") {
      const isBlank = /^[ \t\n\r\f]*$/.test(token.text);
      if (!isBlank && !top.rule.text) return undefined;
      holdsText ||= !isBlank;
      if (top.rule.text) top.markup += normaliseText(token.text);
    } else if (token.kind === "style") {
      if (top.rule !== rootRule || !stylesOnlyDataframes(token.css)) return undefined;
    } else if (token.kind === "start") {
      const rule = top.rule.children.has(token.name) ? elementRules.get(token.name) : undefined;
      const attributes = rule && buildAttributes(token.attributes, rule);
      if (rule === undefined || attributes === undefined) return undefined;
      const section = rule.name === "thead" || rule.name === "tbody" ? rule.name : top.section;
      const opened = { rule, attributes, section, markup: "" };
      if (rule.empty) top.markup += startTag(opened);
      else if (stack.push(opened) > deepest) return undefined;
    } else {
      if (stack.length === 1 || top.rule.name !== token.name) return undefined;
      stack.pop();
      (stack.at(-1) as Open).markup += element(top);
    }
  }
  return stack.length === 1 && holdsText ? trustedHtml(root.markup) : undefined;
}

/** The element, its cells told apart: numbers from text, heads of columns from heads of rows. */
function element(open: Open): string {
  const { rule, attributes, section, markup } = open;
  if (rule.name === "td" && !attributes.has("class") && isNumber(markup)) {
    attributes.set("class", "number");
  }
  if (rule.name === "th" && section !== undefined && !attributes.has("scope")) {
    attributes.set("scope", section === "thead" ? "col" : "row");
  }
  return `${startTag(open)}${markup}</${rule.name}>`;
}

function startTag({ rule, attributes }: Pick<Open, "rule" | "attributes">): string {
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`);
  return `<${rule.name}${written.join("")}>`;
}

/** Whether a cell's markup is a number, as libraries write one. */
function isNumber(markup: string): boolean {
  return (
    markup.length <= longestNumber &&
    /^\s*[-+\u2212]?(\d[\d,_]*(\.\d*)?(e[-+]?\d+)?|\.\d+|inf|nan)\s*%?\s*$/i.test(markup)
  );
}
