import type { ElementRule } from "./element.ts";

/** Attributes of an element as it is built: own names, own or checked values. */
export type BuiltAttributes = Map<"class" | "colspan" | "rowspan" | "span" | "scope", string>;

/** Attributes that change only looks which the report has of its own, or that only styles use. */
const dropped: ReadonlySet<string> = new Set([
  "align",
  "border",
  "cellpadding",
  "cellspacing",
  "class",
  "halign",
  "id",
  "valign",
]);

/** CSS properties of a table's own layout, dropped where their value is a word or a size. */
const droppedProperties: ReadonlySet<string> = new Set([
  "min-width",
  "max-width",
  "width",
  "padding",
  "vertical-align",
  "white-space",
]);

const scopes: ReadonlySet<string> = new Set(["row", "col", "rowgroup", "colgroup"]);
const alignments: ReadonlySet<string> = new Set(["left", "right", "center"]);

/** The attributes that `rule` keeps; `undefined` where there is one that is neither kept nor dropped. */
export function buildAttributes(
  attributes: ReadonlyMap<string, string>,
  rule: ElementRule,
): BuiltAttributes | undefined {
  const built: BuiltAttributes = new Map();
  for (const [name, value] of attributes) {
    if (dropped.has(name)) continue;
    if (name === "style") {
      const alignment = readAlignment(value);
      if (alignment === undefined) return undefined;
      if (alignment !== "") built.set("class", `to-${alignment}`);
    } else if (name === "scope" && rule.attributes.has(name) && scopes.has(value)) {
      built.set(name, value);
    } else if (isSpan(name) && rule.attributes.has(name) && /^[1-9]\d{0,2}$/.test(value)) {
      built.set(name, value);
    } else {
      return undefined;
    }
  }
  return built;
}

function isSpan(name: string): name is "colspan" | "rowspan" | "span" {
  return name === "colspan" || name === "rowspan" || name === "span";
}

/** The text alignment that a `style` asks for, `""` for none; `undefined` where it asks for more. */
function readAlignment(style: string): string | undefined {
  let alignment = "";
  for (const declaration of style.split(";")) {
    if (declaration.trim() === "") continue;
    const [, property = "", value = ""] =
      /^\s*([a-z-]+)\s*:\s*([a-z0-9.%-]+)\s*$/i.exec(declaration) ?? [];
    if (property.toLowerCase() === "text-align" && alignments.has(value.toLowerCase())) {
      alignment = value.toLowerCase();
    } else if (!droppedProperties.has(property.toLowerCase())) {
      return undefined;
    }
  }
  return alignment;
}
