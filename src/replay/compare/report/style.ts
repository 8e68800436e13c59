/** Underlined and struck through as well as coloured: blue and orange, which most colour-blind people tell apart. */
export const comparisonStyle = `
:root { color-scheme: light dark; --ground: #f6f5f2; --card: #fff; --ink: #1d1d1b; --soft: #5b5a56; --line: #d9d6cf;
  --in: #dbe9ff; --in-ink: #0b3a82; --out: #ffe6d1; --out-ink: #8a3300; --careful: #fff4c9; --link: #0b4fa8; }
@media (prefers-color-scheme: dark) { :root { --ground: #161614; --card: #20201d; --ink: #ecebe6; --soft: #aaa8a0;
  --line: #3b3a35; --in: #14305c; --in-ink: #bcd6ff; --out: #54290c; --out-ink: #ffcfa8; --careful: #3d3510; --link: #9cc3ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem clamp(.75rem, 3vw, 2rem) 3rem; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h2 small { color: var(--soft); font-weight: 400; }
h3 { font-size: 1rem; margin: 0 0 .5rem; font-weight: 400; }
p { margin: .25rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.of, footer, .more, .label, .address, time, figcaption { color: var(--soft); }
.of { font-size: 1.1rem; }
main, .address { overflow-wrap: anywhere; }
.address { font-size: .875rem; }
h3 .says { display: block; }
.says { font-weight: 600; }
.says time { font-weight: 400; }
.sides { display: grid; gap: .75rem; margin: 1.25rem 0; }
@media (min-width: 40rem) { .sides, .pair { grid-template-columns: 1fr 1fr; } }
.side, .card, .list > li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.side h2 { font-size: .9rem; margin: 0; color: var(--soft); font-weight: 400; }
.card { margin: 0 0 .75rem; }
.careful { background: var(--careful); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
.careful h2 { margin: 0; font-size: 1rem; }
.careful ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.summary { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; }
.summary a { display: block; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); text-decoration: none; }
.nothing { font-size: 1.2rem; }
.list { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
.list ul { margin: .25rem 0 0; padding-left: 1.2rem; }
.list > li.card { margin: 0; }
.words { white-space: pre-line; margin: .4rem 0; }
.label { font-size: .875rem; margin-right: .35rem; }
ins, del { border-radius: .2rem; padding: 0 .15rem; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ins { background: var(--in); color: var(--in-ink); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; }
del { background: var(--out); color: var(--out-ink); text-decoration: line-through; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.compare { margin-top: .75rem; }
.pair { display: grid; gap: .75rem; align-items: start; }
figure { margin: 0; }
.compare img { display: block; width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.marked { position: relative; }
.compare .mask { position: absolute; inset: 0; background: none; border-color: transparent; opacity: .5; }
.compare .mask[hidden] { display: none; }
.wipe { position: relative; max-width: 48rem; }
.wipe .over { position: absolute; inset: 0; clip-path: inset(0 0 0 50%); }
details { margin: .6rem 0 .25rem; }
summary, .tick { cursor: pointer; padding: .3rem 0; }
.compare label { display: flex; gap: .6rem; align-items: center; max-width: 48rem; }
.compare input[type=range] { flex: 1; min-width: 0; height: 2rem; }
footer { margin-top: 3rem; font-size: .875rem; }
@media print { .tick, details { display: none; } .card { break-inside: avoid; } }
`;
