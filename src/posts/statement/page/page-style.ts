/** The page's style: paper first, as it is filed. System fonts, nothing from elsewhere; tells nothing by colour alone. */
export const statementStyle = `
@page { size: A4; margin: 14mm 17mm 13mm; }
:root {
  color-scheme: light;
  --ink: #1d2227; --quiet: #545e68; --line: #c9ced3; --accent: #0b5b6b;
  --good: #17602f; --warn: #7d4200; --bad: #97201c;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: #f1f0ec; }
body {
  max-width: 50rem; margin: 2rem auto; padding: 2.75rem 3.25rem; color: var(--ink); background: #fff;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: .1rem 0 .35rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .45rem; break-after: avoid; }
p { margin: .3rem 0; }
a { color: var(--accent); }
.kind { margin: 0; color: var(--quiet); font-size: .85rem; }
.about { margin: 0; color: var(--quiet); }
.about b { color: var(--ink); font-weight: 600; }
.verdict { margin: 1.2rem 0 0; padding: .85rem 1.1rem .95rem; border: 2px solid var(--tone); border-inline-start-width: 9px; break-inside: avoid; }
.verdict strong { display: block; font: 700 1.65rem/1.2 var(--serif); color: var(--tone); }
.verdict p { margin: .35rem 0 0; }
.complete { --tone: var(--good); }
.complete-with-named-gaps, .cannot-tell { --tone: var(--warn); }
.incomplete { --tone: var(--bad); }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .26rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { color: var(--quiet); font-size: .85rem; }
.number { text-align: end; white-space: nowrap; overflow-wrap: normal; }
.numbers .part th { padding-inline-start: 1.25rem; color: var(--quiet); }
.numbers .sum > * { font-weight: 700; border-bottom: 2px solid var(--ink); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; align-items: start; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin: .2rem 0 .4rem; padding: 0; list-style: none; font-size: .85rem; color: var(--quiet); }
.legend svg { width: 1.5em; height: .8em; vertical-align: -.05em; margin-inline-end: .4em; }
.chart { overflow-x: auto; }
.chart > svg { display: block; width: 100%; min-width: 29rem; height: auto; }
.chart > svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--ink); }
details summary { color: var(--quiet); font-size: .85rem; cursor: pointer; }
.gap { margin: 0 0 .7rem; padding: .1rem 0 .55rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
.gap p { margin: .15rem 0; }
.gap .name { font-size: .85rem; color: var(--quiet); }
.gap .open { font-weight: 600; }
.gap .id { white-space: nowrap; }
.gap ol { margin: .3rem 0; padding-inline-start: 1.5rem; font-size: .85rem; color: var(--quiet); }
.gap .many { columns: 20rem; column-gap: 2rem; }
.gap.long { break-inside: auto; }
.sources { margin: .2rem 0; padding: 0; list-style: none; font-size: .85rem; }
.sources li { margin-bottom: .35rem; break-inside: avoid; }
.digest { font: .75rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--quiet); word-break: break-all; }
.small, .small td, .small th { font-size: .85rem; }
.sign { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 1.75rem; margin-top: 3.1rem; break-inside: avoid; font-size: .85rem; color: var(--quiet); }
.sign span { border-top: 1px solid var(--ink); padding-top: .3rem; }
ul { margin: .3rem 0; padding-inline-start: 1.2rem; }
footer { margin-top: 1.5rem; color: var(--quiet); font-size: .85rem; break-inside: avoid; }
@media (max-width: 40rem) {
  body { margin: 0; padding: 1.5rem 1.15rem; }
  .pair { display: block; }
  .sign { grid-template-columns: 1fr; gap: 2.75rem; }
}
@media print {
  html { background: none; font-size: 11.6px; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11.6px; line-height: 1.32; }
  h2 { margin-top: .9rem; }
  .verdict { margin-top: .7rem; padding: .5rem .8rem .6rem; }
  th, td { padding-top: .13rem; padding-bottom: .13rem; }
  .legend { margin-bottom: .2rem; }
  .chart details { display: none; }
  .chart > svg { width: 78%; }
  .sources li, .gap { margin-bottom: .2rem; }
  .gap { padding-bottom: .2rem; }
  .sign { margin-top: 2.2rem; }
  footer { margin-top: .8rem; }
  a { color: inherit; text-decoration: none; }
}
`;
