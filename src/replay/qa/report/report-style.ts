/** The report's style sheet: a paper of an office, that also reads well on a screen, in the dark and in a narrow window. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b1f23; --quiet: #59636e; --line: #d5dade; --strong: #aab2ba; --paper: #fff; --ground: #f4f5f6;
  --accent: #0b5b6b; --good: #1d6b3a; --warn: #8a4b00; --bad: #a3142a;
  --good-ground: #e3f1e7; --warn-ground: #fbeedb; --bad-ground: #fae3e6; --plain-ground: #e8ebee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6eaed; --quiet: #a2acb6; --line: #363e46; --strong: #59636d; --paper: #1c2126; --ground: #14181c;
    --accent: #7fd0de; --good: #8fd9a8; --warn: #f3c17f; --bad: #ff9aa8;
    --good-ground: #173622; --warn-ground: #3d290e; --bad-ground: #47161f; --plain-ground: #2a3138;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--ink); background: var(--ground);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
.sheet { max-width: 1180px; margin: 0 auto; padding: 32px 40px 40px; background: var(--paper); min-height: 100vh; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
html[data-lang="de"] [lang="en"]:not(html), html[data-lang="en"] [lang="de"]:not(html) { display: none; }
.num { font-variant-numeric: tabular-nums; white-space: nowrap; }

.top { display: flex; gap: 24px; align-items: flex-start; justify-content: space-between; }
h1 { margin: 0; font: 600 30px/1.2 Georgia, "Times New Roman", serif; letter-spacing: -.01em; }
.of { margin: 4px 0 0; color: var(--quiet); overflow-wrap: anywhere; }
.lang { display: flex; border: 1px solid var(--strong); border-radius: 4px; flex: none; overflow: hidden; }
.lang button { border: 0; background: none; padding: 4px 12px; font: inherit; font-size: 13px; color: var(--quiet); cursor: pointer; }
.lang button + button { border-left: 1px solid var(--strong); }
.lang button[aria-pressed="true"] { background: var(--ink); color: var(--paper); }
.lang button:focus-visible { outline-offset: -3px; }

.result { margin: 24px 0 0; padding: 14px 18px; border-left: 5px solid; font-size: 17px; font-weight: 600; }
.result.good { border-color: var(--good); background: var(--good-ground); color: var(--good); }
.result.bad { border-color: var(--bad); background: var(--bad-ground); color: var(--bad); }
.result p { margin: 0; }
.result p + p { margin-top: 4px; font-size: 15px; font-weight: 400; }
.what { margin: 18px 0 20px; max-width: 74ch; color: var(--quiet); }

dl.facts { display: grid; grid-template-columns: max-content 1fr; margin: 0 0 26px; border-top: 1px solid var(--line); }
dl.facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; gap: 24px; padding: 6px 0; border-bottom: 1px solid var(--line); }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }

h2 { margin: 0 0 10px; font: 600 21px/1.3 Georgia, "Times New Roman", serif; }
.bar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; padding-bottom: 12px; border-bottom: 2px solid var(--ink); }
.choice { display: flex; flex-wrap: wrap; gap: 6px; border: 0; margin: 0; padding: 0; }
.choice legend { float: left; padding: 4px 6px 0 0; color: var(--quiet); font-size: 14px; }
.choice label { position: relative; }
.choice input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.choice span.pill { display: inline-block; padding: 3px 12px; border: 1px solid var(--strong); border-radius: 999px; font-size: 14px; }
.choice input:checked + .pill { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.choice input:focus-visible + .pill { outline: 2px solid var(--accent); outline-offset: 2px; }
.choice .pill b { font-weight: 600; margin-left: 5px; }
#search { flex: 1 1 220px; max-width: 340px; font: inherit; font-size: 14px; color: inherit; background: var(--paper); border: 1px solid var(--strong); border-radius: 4px; padding: 5px 10px; }

.page { border-bottom: 1px solid var(--line); }
.page > summary {
  display: grid; grid-template-columns: 116px minmax(0, 1fr) repeat(3, 86px) 16px; gap: 16px; align-items: baseline;
  padding: 10px 4px; cursor: pointer; list-style: none;
}
.page > summary::-webkit-details-marker { display: none; }
.page > summary::after { content: ""; align-self: center; width: 7px; height: 7px; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.page[open] > summary::after { transform: rotate(225deg); }
.page > summary:hover { background: var(--ground); }
.columns { display: grid; grid-template-columns: 116px minmax(0, 1fr) repeat(3, 86px) 16px; gap: 16px; padding: 8px 4px; color: var(--quiet); font-size: 13px; border-bottom: 1px solid var(--line); }
.columns > :nth-child(n+3), .page > summary > .score { text-align: right; }
.name { min-width: 0; }
.name b, .name small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.name b { font-weight: 600; }
.page[open] .name b, .page[open] .name small { white-space: normal; overflow-wrap: anywhere; }
.name small { color: var(--quiet); font-size: 13px; }
.chip { padding: 2px 9px; border-radius: 3px; font-size: 13px; font-weight: 600; white-space: nowrap; justify-self: start; }
.chip.broken, .chip.differs { color: var(--bad); background: var(--bad-ground); }
.chip.incomplete { color: var(--warn); background: var(--warn-ground); }
.chip.good { color: var(--good); background: var(--good-ground); }
.chip.loads { color: var(--ink); background: var(--plain-ground); }
.score { color: var(--ink); }
.score.low { color: var(--bad); font-weight: 600; }
.score.none { color: var(--quiet); }
.score .label { display: none; }

.inside { padding: 2px 4px 22px 136px; }
.inside > :first-child { margin-top: 0; }
.inside ul.reasons { margin: 0 0 10px; padding-left: 18px; }
.inside h3 { margin: 14px 0 4px; font-size: 14px; }
.missing { margin: 0; padding-left: 18px; font-size: 14px; overflow-wrap: anywhere; }
.words { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 0; font-size: 14px; }
.words dt { color: var(--quiet); font-size: 13px; }
.words dd { margin: 0; padding: 6px 10px; background: var(--ground); border-left: 3px solid var(--strong); overflow-wrap: anywhere; }
.note { color: var(--quiet); font-size: 14px; }
.pictures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 14px; margin-top: 12px; width: 100%; padding: 0; border: 0; background: none; font: inherit; color: inherit; text-align: left; cursor: zoom-in; }
.pictures.large { grid-template-columns: minmax(0, 1fr); cursor: zoom-out; }
.pictures figure, .pictures .figure { display: block; margin: 0; min-width: 0; }
.pictures .caption { display: block; margin-bottom: 4px; font-size: 13px; color: var(--quiet); }
.pictures img { display: block; width: 100%; height: auto; border: 1px solid var(--strong); background: #fff; }
.pictures .empty { display: flex; align-items: center; justify-content: center; aspect-ratio: 16 / 10; border: 1px dashed var(--strong); color: var(--quiet); font-size: 14px; padding: 8px; text-align: center; }
#none { padding: 26px 4px; color: var(--quiet); }
.foot { margin-top: 30px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 13px; }
[hidden] { display: none !important; }

@media (max-width: 760px) {
  .sheet { padding: 20px 16px 28px; }
  .top { flex-direction: column-reverse; gap: 12px; }
  .lang { align-self: flex-end; }
  h1 { font-size: 26px; }
  dl.facts { display: block; }
  dl.facts > div { display: block; }
  dl.facts dt { font-size: 13px; }
  .columns { display: none; }
  .page > summary { grid-template-columns: auto auto 1fr; gap: 4px 16px; }
  .page > summary > .chip { grid-row: 1; grid-column: 1 / 3; }
  .page > summary::after { grid-row: 1; grid-column: 3; justify-self: end; margin-right: 4px; }
  .page > summary > .name { grid-column: 1 / -1; }
  .page > summary > .score { text-align: left; font-size: 14px; }
  .score .label { display: inline; color: var(--quiet); font-weight: 400; }
  .inside { padding-left: 4px; }
  .pictures { grid-template-columns: minmax(0, 1fr); }
  .words { grid-template-columns: 1fr; gap: 8px; }
  #search { max-width: none; flex-basis: 100%; }
}
@media print {
  :root {
    color-scheme: light; --ink: #000; --quiet: #444; --line: #ccc; --strong: #999; --paper: #fff; --ground: #fff;
    --accent: #000; --good: #14502b; --warn: #6b3a00; --bad: #8a1023;
    --good-ground: #fff; --warn-ground: #fff; --bad-ground: #fff; --plain-ground: #fff;
  }
  body { font-size: 10pt; }
  .sheet { max-width: none; padding: 0; }
  .lang, .bar .choice, #search, .page > summary::after { display: none; }
  .page { break-inside: avoid; }
  .chip { border: 1px solid; }
  .inside { padding-left: 0; }
}
`;
