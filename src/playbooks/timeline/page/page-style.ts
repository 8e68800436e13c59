/** The page's style: for a screen and for paper. System fonts, nothing from elsewhere; tells nothing by colour alone. */
export const pageStyle = `
@page { size: A4; margin: 14mm 15mm 13mm; }
@page sheet { size: A4 landscape; margin: 10mm; }
:root {
  color-scheme: light;
  --ink: #1d2227; --quiet: #545e68; --line: #c9ced3; --accent: #0b5b6b;
  --warn: #7d4200; --bad: #97201c;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: #f1f0ec; }
body {
  max-width: 72rem; margin: 2rem auto; padding: 2.75rem 3.25rem; color: var(--ink); background: #fff;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1, h2 { font-family: var(--serif); }
h1 { font-size: 1.9rem; margin: .1rem 0 .35rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .55rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 .2rem; break-after: avoid; }
p { margin: .3rem 0; max-width: 46rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; padding: .6rem 1rem; background: #fff; border: 2px solid var(--accent); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
.kind { margin: 0; color: var(--quiet); font-size: .85rem; }
.about { margin: 0; color: var(--quiet); }
.about b { color: var(--ink); font-weight: 600; }
.quiet { color: var(--quiet); font-weight: 400; }
.bad { color: var(--bad); }
.dates { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.date { padding: .8rem 1rem .9rem; border: 2px solid var(--tone, #68727b); border-block-start-width: 8px; break-inside: avoid; }
.date h3 { color: var(--tone, inherit); }
.date p { margin: .25rem 0 0; }
.date .when { font: 700 1.2rem/1.25 var(--serif); }
.date .quiet { font-size: .85rem; }
.date.last-moment { --tone: var(--warn); border-style: dashed; border-block-start-style: solid; }
.date.no-return { --tone: var(--bad); border-width: 3px; border-block-start-width: 8px; }
.remarks { margin: .5rem 0; padding: 0; list-style: none; }
.remarks li { margin-bottom: .7rem; padding: .5rem .9rem; border: 1px solid var(--tone); border-inline-start-width: 8px; break-inside: avoid; }
.remarks p { margin: .1rem 0; }
.remarks .error { --tone: var(--bad); }
.remarks .warning { --tone: var(--warn); }
.remarks strong { color: var(--tone); }
.earliest { padding: .5rem .9rem; border: 2px solid var(--ink); font-weight: 600; }
figure { margin: 0 0 1rem; }
figure.sheet { overflow-x: auto; }
figure svg { display: block; width: 100%; min-width: 60rem; height: auto; border: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; font-size: .87rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .35rem; text-align: start; color: var(--quiet); font-size: .85rem; }
th, td { padding: .3rem .55rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
th:first-child, td:first-child { padding-inline-start: .35rem; }
thead th { color: var(--quiet); white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.days tbody { break-inside: auto; }
.days .day th { padding-top: .75rem; border-bottom: 2px solid var(--ink); font-weight: 700; break-after: avoid; }
.days td:nth-child(2) { min-width: 8rem; }
.days .work, .figure { white-space: nowrap; }
.figure { text-align: end; }
.days tr:target > * { background: #fff4d6; }
.days .irreversible > * { background: #fdeceb; border-bottom-color: var(--bad); }
.days .no-return td { padding: .4rem .55rem; background: #97201c; color: #fff; font-weight: 700; letter-spacing: .03em; break-after: avoid; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
tfoot > tr > * { font-weight: 700; border-bottom: 2px solid var(--ink); }
.inputs { width: auto; min-width: 22rem; }
.list { margin: 0 0 1.1rem; padding: .8rem 1rem; border: 1.5px dashed #68727b; break-inside: avoid; }
.list.long { break-inside: auto; }
.list p { margin: 0 0 .4rem; font-size: .85rem; }
.list ul { margin: 0; padding: 0; list-style: none; columns: 22rem; column-gap: 2.2rem; }
.list li { position: relative; margin-bottom: .5rem; padding-inline-start: 1.7rem; break-inside: avoid; font-size: .9rem; line-height: 1.35; }
.list li::before { content: ""; position: absolute; inset-inline-start: 0; top: .15rem; width: .95rem; height: .95rem; border: 1.5px solid var(--ink); }
.small { font-size: .9rem; }
ol.small { padding: 0; list-style: none; }
code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
footer { margin-top: 2rem; padding-top: .3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
footer h2 { margin-top: .6rem; font-size: 1rem; color: var(--ink); }
@media (max-width: 45rem) {
  body { margin: 0; padding: 1.5rem 1.15rem; }
  .scroll { overflow-x: auto; }
  .scroll table { min-width: 42rem; }
  .inputs { min-width: 0; width: 100%; }
}
@media print {
  html { background: none; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11.6px; line-height: 1.35; }
  h1 { font-size: 1.7rem; }
  h2 { margin-top: 1.1rem; }
  .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  .dates { grid-template-columns: repeat(3, 1fr); gap: .6rem; }
  .date .when { font-size: 1.05rem; }
  figure.sheet { page: sheet; break-before: page; break-after: page; margin: 0; overflow: visible; }
  figure svg { min-width: 0; border: 0; max-height: 188mm; }
  th, td { padding-top: .17rem; padding-bottom: .17rem; }
  .picture h2 { display: none; }
  .scroll { overflow: visible; }
  .list ul { columns: 2; }
}
`;
