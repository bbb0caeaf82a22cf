import { dark, light, paletteProperties } from "./palette.ts";

/** The page's looks. System fonts, so that nothing is loaded. */
export const styleSheet: string = `
:root{color-scheme:light dark;${paletteProperties(light)}
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;
--code:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{${paletteProperties(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:92rem;padding:2rem clamp(1rem,3vw,3rem) 3rem;background:var(--ground);color:var(--ink);font:0.9375rem/1.5 var(--text);overflow-wrap:break-word}
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
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{text-align:left;font-size:.8125rem;padding-bottom:.4rem}
th,td{padding:.32rem .75rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline}
th{font-weight:550}
tr>:first-child{padding-left:0}
thead th{color:var(--muted);font-size:.8125rem;white-space:nowrap;border-bottom-color:var(--muted);vertical-align:bottom}
tbody tr:hover>*{background:var(--raised)}
.number,.figure{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
.number,.to-right{text-align:right}
td.number{padding-right:calc(.75rem + var(--places,0)*1ch)}
.to-center{text-align:center}
.overview td{max-width:40rem}
td.long{min-width:17rem}
.overview tbody th{position:sticky;left:0;background:var(--ground);white-space:nowrap;max-width:min(18rem,45vw);overflow:hidden;text-overflow:ellipsis}
.overview tbody tr:hover th{background:var(--raised)}
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
article>header{margin-bottom:.6rem;display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline}
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
.note+*{margin-top:.4rem}
*+.note{margin-top:.4rem}
.inline-html :is(td,thead th){text-align:right}
.inline-html :is(th,td).to-left,.to-left :is(th,td){text-align:left}
.inline-html :is(th,td).to-center,.to-center :is(th,td){text-align:center}
.inline-html{font-size:.875rem;max-height:32rem;overflow:auto}
.inline-html p{margin:.4rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.8125rem}
@media (min-width:64rem){.body{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.body>:only-child{grid-column:1/-1}}
@media (max-width:40rem){body{padding-top:1.25rem}dl.unread{grid-template-columns:1fr;gap:.1rem}dl.unread dd{margin-bottom:.6rem}}
@media print{:root{color-scheme:light;${paletteProperties(light)}}
html{font-size:75%}
body{max-width:none;padding:0}
td.long{min-width:0}
section,article{margin-top:1.5rem;padding-top:1rem}
.scroll,pre,.inline-html{overflow:visible;max-height:none}
pre{white-space:pre-wrap}
figure,tr{break-inside:avoid}h2{break-after:avoid}th button::after{content:none}a{color:inherit}}
`;
