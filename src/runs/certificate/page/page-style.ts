/** The page's style: paper first, as it is filed. System fonts, nothing from elsewhere; tells nothing by colour alone. */
export const certificateStyle = `
@page { size: A4; margin: 14mm 17mm 13mm; }
:root {
  color-scheme: light;
  --ink: #1d2227; --quiet: #545e68; --line: #c9ced3;
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
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1, h2 { font-family: var(--serif); }
h1 { font-size: 1.75rem; margin: .1rem 0 .35rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .45rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 .2rem; break-after: avoid; }
p { margin: .3rem 0; }
.kind { margin: 0; color: var(--quiet); font-size: .85rem; }
.about { margin: 0; color: var(--quiet); }
.about b { color: var(--ink); font-weight: 600; }
.verdict, .override { margin: 1.2rem 0 0; padding: .85rem 1.1rem .95rem; border: 2px solid var(--tone); border-inline-start-width: 9px; break-inside: avoid; }
.verdict strong { display: block; font: 700 1.5rem/1.2 var(--serif); color: var(--tone); }
.verdict p { margin: .35rem 0 0; }
.succeeded, .last-step { --tone: var(--good); }
.interim, .rolled_back, .cancelled { --tone: var(--warn); }
/* What was carried out over shut gates does not look as if nothing had been. */
.overridden { --tone: var(--warn); }
.failed, .override { --tone: var(--bad); }
.override { border-width: 3px; border-inline-start-width: 9px; }
.override h2 { margin: 0 0 .3rem; color: var(--bad); font-size: 1.25rem; }
.override section + section { margin-top: .7rem; padding-top: .6rem; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .12rem .9rem; margin: .35rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
q { quotes: none; }
.life { margin-top: 1rem; }
.item { margin: 0 0 .7rem; padding: 0 0 .55rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
.item.long { break-inside: auto; }
.item p { margin: .15rem 0; }
.events .item { margin-bottom: .3rem; padding-bottom: .25rem; }
.item:last-child { border-bottom: 0; }
.result { font-weight: 600; }
.result::before { content: "· "; font-weight: 400; }
.bad { color: var(--bad); }
.quiet { color: var(--quiet); font-weight: 400; }
table { width: 100%; border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { overflow-wrap: break-word; padding: .26rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { color: var(--quiet); white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.when { white-space: nowrap; }
.digest { font: .75rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--quiet); word-break: break-all; }
ol.filed, ul { margin: .2rem 0; padding-inline-start: 1.5rem; }
ul.lines { padding: 0; list-style: none; }
ul.lines li { padding: .26rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.small, .lines, .events { font-size: .85rem; }
ol.filed { padding-inline-start: 2.1rem; font-size: .85rem; }
ol.filed li { margin-bottom: .25rem; break-inside: avoid; }
ol.filed li::marker { content: "E" counter(list-item) "  "; color: var(--quiet); }
pre { margin: .3rem 0; padding: .5rem .7rem; border: 1px solid var(--line); white-space: pre-wrap; font: .75rem/1.35 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.sign { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 1.75rem; margin-top: 3.1rem; break-inside: avoid; font-size: .85rem; color: var(--quiet); }
.sign span { border-top: 1px solid var(--ink); padding-top: .3rem; }
footer { margin-top: 1.5rem; color: var(--quiet); font-size: .85rem; break-inside: avoid; }
@media (max-width: 40rem) {
  body { margin: 0; padding: 1.5rem 1.15rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .3rem; }
  .scroll { overflow-x: auto; }
  .scroll table { min-width: 30rem; }
  .sign { grid-template-columns: 1fr; gap: 2.75rem; }
}
@media print {
  html { background: none; font-size: 11.6px; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11.6px; line-height: 1.32; }
  h2 { margin-top: .9rem; }
  .verdict, .override { margin-top: .7rem; padding: .5rem .8rem .6rem; }
  th, td { padding-top: .13rem; padding-bottom: .13rem; }
  .item { margin-bottom: .35rem; padding-bottom: .3rem; }
  .sign { margin-top: 2.2rem; }
  footer { margin-top: .8rem; }
}
`;
