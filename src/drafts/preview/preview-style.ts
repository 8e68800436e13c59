/** Light and dark by the device, or as one chooses. Pale text is still read: 4.5 to 1 and more on every ground it has. */
export const previewStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#eceae5, #14171a); --paper: light-dark(#fff, #1e2327); --ink: light-dark(#1d2227, #e9ecee);
  --quiet: light-dark(#545e68, #a9b3bc); --line: light-dark(#c9ced3, #3b444c); --link: light-dark(#0b5b6b, #7fd0e0);
  --soft: light-dark(#eef3f4, #2a3238); --warn: light-dark(#97201c, #ff9c92); --good: light-dark(#17602f, #86d6a0);
}
:root:has(#mode-light:checked) { color-scheme: light; }
:root:has(#mode-dark:checked) { color-scheme: dark; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: var(--ground); color: var(--ink); }
body { margin: 0; font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin: 0 0 .4rem; font-size: 1.6rem; }
h2 { margin: 2rem 0 .8rem; font-size: 1.3rem; }
h3 { margin: 0 0 .5rem; font-size: 1.08rem; }
p { margin: 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.quiet { color: var(--quiet); font-weight: 400; }
h3 .quiet { font-size: .82rem; }
.skip { position: absolute; inset-inline-start: -99em; padding: .6rem 1rem; background: var(--paper); }
.skip:focus { inset-inline-start: .5rem; top: .5rem; z-index: 2; }
body > header { padding: 1.6rem 1.5rem 1.1rem; max-width: 62rem; }
.columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 0 1.75rem; padding: 0 1.5rem 3rem; align-items: start; }
.side { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .3rem .4rem 1rem; }
summary { padding: .4rem 0; font-weight: 600; cursor: pointer; }
fieldset { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: 0 0 .7rem; padding: 0; border: 0; min-width: 0; font-size: .88rem; }
legend { padding: 0 0 .15rem; font-weight: 600; }
label { display: inline-flex; gap: .3rem; align-items: baseline; padding: .12rem 0; }
.search { display: block; margin: 0 0 .8rem; font-size: .88rem; }
.search input { display: block; width: 100%; padding: .4rem .5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; }
nav ul { margin: 0; padding: 0; list-style: none; font-size: .88rem; }
nav li { margin: 0 0 .3rem; }
main:focus { outline: none; }
[role=status] { min-height: 1.5em; color: var(--quiet); font-size: .88rem; }
section > h2 { margin-top: .6rem; }
article { margin: 0 0 1.25rem; padding: 1.1rem 1.25rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; scroll-margin-top: .5rem; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
article:target { border-color: var(--link); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.6rem; margin: 0 0 1rem; font-size: .88rem; }
.facts div { min-width: 0; }
.facts dt { display: inline; color: var(--quiet); }
.facts dt::after { content: ": "; }
.facts dd { display: inline; margin: 0; }
.approved dd { color: var(--good); font-weight: 600; }
.changed dd, .over { color: var(--warn); font-weight: 600; }
code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.devices { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-start; }
.device { margin: 0; max-width: 100%; }
.device[data-device=worst] { width: 320px; }
.device[data-device=phone] { width: 390px; }
.device[data-device=desk] { width: 600px; }
.device[data-device=worst] .screen { font-size: 130%; }
figcaption { margin: 0 0 .3rem; color: var(--quiet); font-size: .82rem; }
.screen { padding: 1em; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
.says { white-space: pre-wrap; }
.who { display: flex; gap: .6em; align-items: center; margin: 0 0 .6em; line-height: 1.25; }
.avatar { flex: none; display: grid; place-items: center; width: 2.6em; height: 2.6em; border-radius: 50%; background: var(--soft); font-weight: 700; }
.names { display: flex; flex-wrap: wrap; gap: 0 .35em; min-width: 0; align-items: baseline; }
.names > * { min-width: 0; }
.name { font-weight: 700; }
.names .quiet { font-size: .88em; }
.mark { color: var(--link); }
.fold { margin-inline-start: .25em; padding: 0 .35em; border-radius: 4px; background: var(--soft); font-weight: 700; white-space: nowrap; }
.rest { color: var(--quiet); font-style: italic; }
.rest .mark { color: inherit; }
.pin { margin: 0 0 .5em; color: var(--quiet); font-size: .88em; }
.pin::before { content: ""; display: inline-block; width: .5em; height: .5em; margin-inline-end: .45em; border-radius: 50% 50% 50% 0; background: currentColor; rotate: -45deg; }
ol.single, ol.thread { margin: 0; padding: 0; list-style: none; }
.thread .post { position: relative; padding-bottom: 1.3em; }
.thread .post:last-child { padding-bottom: 0; }
.thread .post:not(:last-child)::before { content: ""; position: absolute; inset-inline-start: 1.25em; top: 2.9em; bottom: .2em; width: 2px; background: var(--line); }
.thread .says { padding-inline-start: 3.2em; }
.title { margin: 0 0 .5em; font-weight: 700; font-size: 1.08em; }
.media { display: grid; place-items: center; margin: 0 0 .8em; aspect-ratio: 1; max-height: 15em; width: 100%; color: var(--quiet); background: var(--soft); border-radius: 6px; }
.media.film { aspect-ratio: 16 / 9; }
.cover { height: 4.5em; margin: -1em -1em .8em; background: var(--soft); border-radius: 11px 11px 0 0; }
.bubble { padding: .7em .9em; background: var(--soft); border-radius: 1em; border-start-start-radius: .25em; }
.part { margin: .2em 0 .7em; font-size: .82em; }
.part:last-child { margin-bottom: 0; }
.subject { font-weight: 700; }
.preheader { color: var(--quiet); font-size: .92em; }
.mail .body { margin-top: .9em; padding-top: .9em; border-top: 1px solid var(--line); }
.page.says, .body.says, .banner.says { white-space: normal; }
.page > * + *, .body > * + * { margin-top: .65em; }
.page ul, .page ol, .body ul, .body ol { margin-bottom: 0; padding-inline-start: 1.3em; }
.page li + li, .body li + li { margin-top: .2em; }
.h { font-weight: 700; line-height: 1.25; }
.page > .h + * { margin-top: .2em; }
.h1 { font-size: 1.35em; }
.lead { color: var(--quiet); }
.banner { margin: -1em; padding: .8em 1em; background: var(--soft); border-radius: 11px; }
.card { display: grid; gap: .6em; margin: 0 0 1em; padding: 1.6em 1.3em; border: 2px solid var(--ink); }
.card .date { font-weight: 700; }
@media (max-width: 60rem) {
  .columns { display: block; padding: 0 .75rem 2rem; }
  .side { position: static; max-height: none; padding: 0; }
  body > header { padding: 1.1rem .75rem .8rem; }
}
@media (max-width: 26rem) {
  .columns { padding: 0; }
  .side, section > h2, [role=status] { padding-inline: .75rem; }
  article { padding: .9rem 0; border-inline: 0; border-radius: 0; }
  h3, .facts, figcaption { padding-inline: .75rem; }
  .screen { border-radius: 0; border-inline: 0; }
}
@media print { article { content-visibility: visible; } .side, .skip { display: none; } .columns { display: block; } article { break-inside: avoid; } }
`;
