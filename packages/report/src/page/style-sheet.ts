import { dark, light, paletteProperties } from "./palette.ts";

/** A terminal's colours and weights, as `ansi/` names them. */
const terminalStyle = `${light.terminal
  .map(
    (_colour, n) =>
      `.t-f${n}{color:var(--t${n})}.t-b${n}{background:var(--t${n});color:var(--ground)}`,
  )
  .join(
    "",
  )}.t-bold{font-weight:700}.t-dim{opacity:.8}.t-italic{font-style:italic}.t-underline{text-decoration:underline}.t-strike{text-decoration:line-through}.t-inverse{background:var(--ink);color:var(--ground)}`;

const typography =
  "background:var(--ground);color:var(--ink);font:0.9375rem/1.5 var(--text);overflow-wrap:break-word";

/** The page's looks. System fonts, so that nothing is loaded. */
export const styleSheet: string = `
:root{color-scheme:light dark;${paletteProperties(light)}
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;
--code:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{${paletteProperties(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{${typography}}
body{margin:0 auto;max-width:92rem;padding:2rem clamp(1rem,3vw,3rem) 3rem}
h1,h2,p,dl,dd,ul,figure,table{margin:0}
h1,h2,p,li,dt,dd,figcaption{overflow-wrap:anywhere}
h1{font-size:1.625rem;line-height:1.2;font-weight:650;letter-spacing:-.015em}
h2{display:inline;font-size:1.125rem;line-height:1.3;font-weight:650;letter-spacing:-.005em}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
a:hover{text-decoration-color:currentColor}
code,pre{font-family:var(--code);font-size:.8125rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.quiet,.facts,caption,footer,small{color:var(--muted)}
.fault{color:var(--bad)}
.caution{color:var(--warn)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header.page{margin-bottom:1.5rem}
.summary{margin-top:.5rem;display:flex;flex-wrap:wrap;gap:.35rem .5rem;align-items:baseline}
.badge{display:inline-block;padding:.05rem .5rem;border-radius:1rem;font-size:.8125rem;font-weight:550;line-height:1.45;white-space:nowrap;color:var(--muted);background:var(--raised)}
.badge.good{color:var(--good);background:var(--good-ground)}
td .badge.good,td .badge.none,article .badge.good,article .badge.none{padding:0;color:var(--muted);background:none;font-weight:400}
.badge.warn{color:var(--warn);background:var(--warn-ground)}
.badge.bad{color:var(--bad);background:var(--bad-ground)}
.scroll{overflow-x:auto;max-width:100%;contain:layout paint}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{text-align:left;font-size:.8125rem;padding-bottom:.4rem}
th,td{padding:.32rem .75rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline}
th{font-weight:550}
tr>:first-child{padding-left:0}
thead th{color:var(--muted);font-size:.8125rem;white-space:nowrap;border-bottom-color:var(--muted);vertical-align:bottom}
tbody tr:hover>*{background:var(--raised)}
.spark{display:block;margin:.3rem 0 .1rem auto;fill:var(--bar)}
th:not(.number)>.spark{margin-left:0}
.spark .marked{fill:var(--good)}
.best,.worst{font-weight:550;font-size:.75rem}
.best{color:var(--good)}
.worst{color:var(--bad)}
.group th,p.group{font-weight:550;color:var(--ink)}
.overview .group th{position:static;padding-top:1.1rem;border-bottom-color:var(--muted);max-width:none}
p.group{margin-top:2.25rem;font-size:1rem;border-bottom:2px solid var(--line);padding-bottom:.3rem}
p.group+article{border-top:0;margin-top:.25rem}
.data th small{display:block;font-weight:400;font-size:.6875rem}
.data tbody th{color:var(--muted);font-weight:400;white-space:nowrap}
.number,.figure{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
.number,.to-right{text-align:right}
td.number{padding-right:calc(.75rem + var(--places,0)*1ch)}
.to-center{text-align:center}
.overview td{max-width:40rem}
td.long{min-width:17rem}
.overview tbody th{position:sticky;left:0;background:var(--ground);white-space:nowrap;max-width:min(18rem,45vw);overflow:hidden;text-overflow:ellipsis}
.overview tbody tr:hover th{background:var(--raised)}
.toolbar{display:flex;flex-wrap:wrap;gap:.5rem 1.1rem;align-items:center;margin-bottom:1.25rem;font-size:.875rem}
.toolbar:empty{display:none}
.toolbar input[type=search],.toolbar select{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--muted);border-radius:6px;padding:.3rem .6rem;min-height:2.1rem}
.toolbar input[type=search]{min-width:12rem;flex:0 1 18rem}
.toolbar label{display:inline-flex;gap:.4rem;align-items:center;min-height:2.1rem;cursor:pointer}
.toolbar input[type=checkbox]{accent-color:var(--accent);width:1rem;height:1rem;margin:0}
[hidden]{display:none!important}
th button{all:unset;cursor:pointer;display:inline-flex;gap:.35em;align-items:baseline;color:inherit}
th button:hover{color:var(--ink)}
th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
th button::after{content:"↕";content:"↕"/"";opacity:.45;font-size:.85em}
th[aria-sort] button{color:var(--ink)}
th[aria-sort] button::after{opacity:1}
th[aria-sort=ascending] button::after{content:"↑";content:"↑"/""}
th[aria-sort=descending] button::after{content:"↓";content:"↓"/""}
th.number button{flex-direction:row-reverse}
section,article{margin-top:2.25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
dl.unread{margin-top:.6rem;display:grid;grid-template-columns:fit-content(18rem) minmax(0,1fr);gap:.35rem 1.25rem}
dl.unread dt{font-weight:550}
article{content-visibility:auto;contain-intrinsic-size:auto 4rem}
article>details[open]{min-height:6rem}
summary{cursor:pointer}
.notebook>summary{padding:.15rem 0;line-height:1.6}
.notebook>summary::marker{color:var(--muted);font-size:.85em}
.notebook>summary .badge{margin:0 .35rem}
.notebook[open]>summary{margin-bottom:.5rem}
.traceback{max-height:28rem;margin:.25rem 0 1rem;border-left:3px solid var(--bad);border-radius:0 6px 6px 0}
.code{margin:0 0 1rem;font-size:.875rem}
.code>pre{margin-top:.4rem}
.side-by-side{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1.25rem 1.5rem;margin-top:.75rem;align-items:start}
.side-by-side figure{content-visibility:auto;contain-intrinsic-size:auto 16rem}
.facts{font-size:.8125rem}
.problems{margin:.25rem 0 .75rem;padding:.5rem .9rem .5rem 1.9rem;background:var(--bad-ground);border-radius:6px;font-size:.875rem}
.body{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem 2.5rem;align-items:start}
.scraps td{max-width:34rem}
.scraps tbody th{white-space:nowrap;max-width:min(16rem,45vw);overflow:hidden;text-overflow:ellipsis}
.scraps td:nth-child(2){min-width:10rem;overflow-wrap:anywhere}
.figures{display:grid;gap:1.25rem;min-width:0}
figure{min-width:0}
figcaption{font-size:.8125rem;font-weight:550;margin-bottom:.35rem}
figcaption .quiet{font-weight:400}
img{display:block;max-width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:6px}
iframe{display:block;width:100%;border:1px solid var(--line);border-radius:6px;background:#fff;resize:vertical;overflow:auto}
pre{margin:0;padding:.6rem .8rem;max-height:24rem;overflow:auto;background:var(--raised);border-radius:6px;line-height:1.45;tab-size:4}
pre.wrapped{white-space:pre-wrap;overflow-wrap:anywhere}
.note{padding:.5rem .8rem;background:var(--raised);border-radius:6px;font-size:.875rem}
.more{margin-top:.5rem}
.tree{font-size:.875rem;line-height:1.6;padding:.5rem .8rem;background:var(--raised);border-radius:6px;overflow-wrap:anywhere}
.tree b{font-weight:550}
.tree details>:not(summary){margin-left:1.15rem}
.value{cursor:pointer}
button.edit{all:unset;cursor:text;border-bottom:1px dashed var(--muted)}
button.edit:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
td>input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--accent);border-radius:4px;padding:.1rem .3rem;max-width:100%}
.value .tree{margin-top:.4rem}
.markdown>*+*,.latex>*+*{margin-top:.6rem}
.markdown{max-width:46rem}
.markdown :is(h3,h4,h5,h6){margin:.9rem 0 .3rem;font-size:1rem;font-weight:650}
.markdown h3{font-size:1.0625rem}
.markdown :is(ul,ol){padding-left:1.4rem}
.markdown blockquote{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--line);color:var(--muted)}
.markdown hr{border:0;border-top:1px solid var(--line);margin:1rem 0}
.markdown table{display:block;overflow-x:auto}
.latex{white-space:pre-line}
math{font-family:"STIX Two Math","Cambria Math","Latin Modern Math","Noto Sans Math",math;font-size:1.1em}
.tml-display{display:block math;width:100%;overflow-x:auto;overflow-y:hidden;padding:.2rem 0}
.tml-left{text-align:left}.tml-right{text-align:right}.tml-center{text-align:center}
${terminalStyle}
.compared{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem}
.rise{color:var(--good)}.fall{color:var(--bad)}
del{color:var(--muted);text-decoration-thickness:1px}ins{text-decoration:none;font-weight:550}
.note+*{margin-top:.4rem}
*+.note{margin-top:.4rem}
.inline-html :is(td,thead th){text-align:right}
.inline-html :is(th,td).to-left,.to-left :is(th,td){text-align:left}
.inline-html :is(th,td).to-center,.to-center :is(th,td){text-align:center}
.inline-html{font-size:.875rem;max-height:32rem;overflow:auto}
.inline-html p{margin:.4rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.8125rem}
@media (min-width:64rem){.overview.many:not([style]) tbody th{position:static}.body{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.body>:only-child{grid-column:1/-1}}
@media (max-width:40rem){body{padding:1.1rem .9rem 2rem}h1{font-size:1.375rem}.toolbar{gap:.5rem .9rem}.toolbar input[type=search]{flex:1 1 100%;min-width:0}.toolbar input[type=search],.toolbar select,.toolbar label{min-height:2.75rem}th,td{padding:.4rem .6rem}.facts{display:block}.scraps :is(td,th):nth-child(n+3){display:none}.scraps td:nth-child(2){min-width:0}section,article{margin-top:1.25rem;padding-top:1rem}dl.unread{grid-template-columns:1fr;gap:.1rem}dl.unread dd{margin-bottom:.6rem}}
@page wide{size:landscape}
@media print{:root{color-scheme:light;${paletteProperties(light)}}
html{font-size:75%}
body{max-width:none;padding:0}
td.long{min-width:0}
section,article{margin-top:1.5rem;padding-top:1rem}
.toolbar,th .spark,tr>th>button::after{display:none}
article,figure{content-visibility:visible!important}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none}
.scroll,pre,.inline-html{overflow:visible;max-height:none;contain:none}
.overview[style],header.page:has(+main .overview[style]){page:wide}
.overview[style]{zoom:calc(min(1,12/var(--columns)))}
pre span{print-color-adjust:exact}
pre{white-space:pre-wrap}
figure,tr{break-inside:avoid}h2{break-after:avoid}th button::after{content:none}a{color:inherit}}
`;

/**
 * The same looks, scoped: to a shadow root (`":host"`), or to what stands in elements of a class. Text
 * and colours are then those of the root or the elements, and `.report` is laid out as the page's body.
 */
export function sheetFor(scope: ":host" | ".scrapbook-display"): string {
  const root = scope === ":host" ? ":host" : "&";
  const scoped = styleSheet
    .replace(/^html\{.*\}$/gm, "")
    .replace(`body{${typography}}`, `${root}{display:block;${typography}}`)
    .replace(/(^|\{)body\{/gm, "$1.report{")
    .replaceAll(":root", root);
  return scope === ":host" ? scoped : `${scope}{${scoped}}`;
}

/** The style sheet of what `displayToHtml` gives: once in a page, for all of its displays. */
export const displayStyle: string = sheetFor(".scrapbook-display");
