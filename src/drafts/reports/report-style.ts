/** Reads well by day, by night and on A4. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1c1c1c; --quiet: #595959; --line: #d4d4d4; --paper: #fff; --box: #f6f6f4; --todo: #7a3a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --quiet: #ababab; --line: #454545; --paper: #161616; --box: #222;
  --todo: #ffb877; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans",
  sans-serif; font-variant-ligatures: no-common-ligatures; }
header, nav, main { max-width: 48rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .5rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.6rem 0 .4rem; }
.made, .notes, .source { color: var(--quiet); font-size: .9rem; }
.made { margin: 0; }
nav a, a { color: inherit; }
article { border-top: 1px solid var(--line); padding: 1.75rem 0; }
.lead { margin: 0 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; min-width: 30rem; width: 100%; }
th, td { text-align: end; padding: .2rem .5rem; border-bottom: 1px solid var(--line); font-weight: normal;
  font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; }
th:first-child { text-align: start; }
.none { color: var(--quiet); }
ul { padding-inline-start: 1.2rem; margin: 0; }
li { margin: 0 0 .75rem; }
li p { margin: .15rem 0 0; }
.todo { color: var(--todo); margin: .3rem 0 0; }
code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
q { overflow-wrap: anywhere; }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif;
  color: #595959; } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --todo: #000; }
  body { font-size: 10.5pt; } header, nav, main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
  li, tr { break-inside: avoid; } thead { display: table-header-group; } .wide { overflow: visible; } }
`;
