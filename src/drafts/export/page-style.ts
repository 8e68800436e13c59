/** Reads well on a screen and on A4; nothing is fetched. Without ligatures, words are found and copied from a PDF as they are. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1c1c1c; --quiet: #595959; --line: #d4d4d4; --paper: #fff; --box: #f6f6f4; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI",
  "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", sans-serif; font-variant-ligatures: no-common-ligatures; }
main, header, nav { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 .75rem; }
h3, h4, h5, h6 { line-height: 1.3; margin: 1.4rem 0 .4rem; }
h3 { font-size: 1.12rem; } h4, h5, h6 { font-size: 1rem; }
.made, .label { color: var(--quiet); }
nav ol { columns: 2; column-gap: 2rem; padding-inline-start: 2.1rem; font-size: .95rem; }
nav li { break-inside: avoid; }
a { color: #0b4f8a; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--line); padding: 1.75rem 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0 0 1.1rem;
  font-size: .92rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.text { background: var(--box); border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1.1rem;
  overflow-wrap: anywhere; }
.text > :first-child { margin-top: 0; } .text > :last-child { margin-bottom: 0; }
.text + .label { margin-top: .9rem; }
.label { margin: 0 0 .25rem; font-size: .85rem; }
.plain { white-space: pre-wrap; }
blockquote { margin: .8rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
ul, ol { padding-inline-start: 1.4rem; }
@media (max-width: 34rem) { nav ol { columns: 1; } dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: .4rem; } }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif;
  color: #595959; } }
@media print { body { font-size: 10.5pt; } main, header, nav { max-width: none; padding: 0; } header { padding-top: 0; }
  h1, h2, h3, h4, h5, h6, dl, .label { break-after: avoid; } dl { break-inside: avoid; }
  .text { border-color: #bbb; -webkit-box-decoration-break: clone; box-decoration-break: clone; orphans: 3; widows: 3; }
  .text.plain { break-inside: avoid; } a { color: inherit; } }
`;
