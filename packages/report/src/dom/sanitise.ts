import createDOMPurify from "dompurify";
import { type SafeHtml, trustedHtml } from "../html.ts";
import { stylesOnlyDataframes } from "../table-html/style-block.ts";

/** Text, lists, tables and pictures: what needs no script and loads nothing. All of it stands in a body. */
const tags =
  "a abbr b bdi blockquote body br caption cite code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(
    " ",
  );

const attributes =
  "align alt colspan datetime dir height href lang open reversed rowspan scope span src start style title valign width".split(
    " ",
  );

/** Pictures that stand in the markup. */
const picture = /^data:image\/(?:png|gif|jpeg|webp|svg\+xml)[;,]/i;
const link = /^(?:https?:\/\/|mailto:)/i;
/** Colours, sizes, words: no address, nothing that leaves its place. */
const plainStyle = /^[\w\s:;.,%#()'-]*$/;
const farReaching =
  /url|image|import|expression|position|content|behavior|binding|var\s*\(|attr\s*\(|animation|filter|z-index/i;

type Purifier = ReturnType<typeof createDOMPurify>;
let purifier: Purifier | undefined;

/**
 * HTML of a notebook as it may stand in a page, or `undefined` where that would lose an element of it:
 * then a frame shows it whole. Only `id`, `class`, handlers and addresses are dropped.
 */
export function sanitiseHtml(markup: string): SafeHtml | undefined {
  purifier ??= createPurifier();
  if (!purifier.isSupported) return undefined;
  const clean = purifier.sanitize(markup, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // A style sheet that comes first would go to the head, and be lost without a word.
    FORCE_BODY: true,
  });
  return purifier.removed.every(isNoLoss) ? trustedHtml(clean) : undefined;
}

function createPurifier(): Purifier {
  // An instance of its own: the page may have given the shared one other hooks.
  const own = createDOMPurify(window);
  if (!own.isSupported) return own;
  own.addHook("uponSanitizeAttribute", (_node, data) => {
    const { attrName, attrValue } = data;
    if (attrName === "src") data.keepAttr = picture.test(attrValue);
    if (attrName === "href") data.keepAttr = link.test(attrValue);
    if (attrName === "style") {
      data.keepAttr = plainStyle.test(attrValue) && !farReaching.test(attrValue);
    }
  });
  own.addHook("afterSanitizeAttributes", (node) => {
    if (node.localName !== "a" || !node.hasAttribute("href")) return;
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer nofollow");
    node.setAttribute("referrerpolicy", "no-referrer");
  });
  return own;
}

/** Whether what was removed is no loss: an attribute, a comment, the style that pandas gives tables. */
function isNoLoss(removed: Purifier["removed"][number]): boolean {
  if (!("element" in removed)) return true;
  const { element } = removed;
  // FORCE_BODY puts an element `remove` first.
  if (element.nodeType === Node.COMMENT_NODE || element.nodeName === "REMOVE") return true;
  return element.nodeName === "STYLE" && stylesOnlyDataframes(element.textContent ?? "");
}
