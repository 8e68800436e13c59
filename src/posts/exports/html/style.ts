/** The style sheet of the whole folder. System fonts, light and dark, on paper too; nothing from elsewhere. */
export const exportStyle = `:root {
  color-scheme: light dark;
  --ink: #1d2227; --quiet: #58626c; --line: #dcdfe2; --paper: #fff; --ground: #f6f5f2;
  --accent: #0b5b6b; --accent-ground: #e3f0f2; --mark: #fdeea8; --warn: #8a4b00; --warn-ground: #fdf3e3;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9eb; --quiet: #a4aeb7; --line: #353d44; --paper: #1d2328; --ground: #14181b;
    --accent: #86d1de; --accent-ground: #15363d; --mark: #5a4a00; --warn: #f3c17f; --warn-ground: #372711;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: var(--ground); overflow-wrap: break-word;
  font: 17px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
}
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; z-index: 9; padding: .5rem 1rem; background: var(--paper); }
img, video { max-width: 100%; height: auto; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: .2em 0 .5em; }
h2 { font-size: 1.35rem; }

header.site, footer.site, .columns { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
header.site {
  display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: center; justify-content: space-between;
  padding-top: 1.5rem; padding-bottom: 1.5rem;
}
.brand { margin: 0; font: 600 1.25rem/1.3 var(--serif); }
.brand a { color: inherit; text-decoration: none; }
.brand a:hover { text-decoration: underline; }
footer.site { padding-top: 2rem; padding-bottom: 3rem; color: var(--quiet); font-size: .85rem; }
.columns { max-width: 46rem; }
.columns.with-aside { max-width: 66rem; display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 2.5rem; }
main { min-width: 0; }

.search { display: flex; gap: .5rem; flex: 0 1 24rem; }
input, select, button {
  font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet);
  border-radius: .5rem; padding: .45rem .75rem; min-height: 2.75rem; max-width: 100%;
}
.search input { flex: 1; min-width: 0; }
::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
.search.full { display: block; }
.query { display: flex; gap: .5rem; }
.choices { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; margin: 1rem 0; }
.choices span { display: block; font-size: .85rem; color: var(--quiet); }
[hidden] { display: none; }
mark { background: var(--mark); color: inherit; border-radius: .15em; }
.notice { padding: 1rem 1.25rem; background: var(--warn-ground); border-radius: .75rem; }

.list-head h1 { margin-bottom: .1em; }
.meta { margin: 0; color: var(--quiet); font-size: .9rem; }
.meta a { color: inherit; }
.channel { font-weight: 600; color: var(--ink); }
.badge { padding: .05rem .5rem; border-radius: 1rem; background: var(--accent-ground); color: var(--accent); }
.to-filter { display: none; }
.card, article.post {
  background: var(--paper); border: 1px solid var(--line); border-radius: 1rem; padding: 1.35rem 1.6rem; margin: 1.25rem 0;
}
article.post { padding: 2rem 2.25rem; margin-top: 0; }
.card > h2 { margin: .35em 0 .3em; }
.card > h2 a { color: inherit; text-decoration: none; }
.card > h2 a:hover { text-decoration: underline; }
/* For those who go from heading to heading; the others read the same in the line above. */
h1.untitled { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.text { margin-top: .6rem; }
.text > :first-child { margin-top: 0; }
.text > :last-child { margin-bottom: 0; }
.text p { unicode-bidi: plaintext; text-align: start; }
article.post .text { font-size: 1.1rem; line-height: 1.65; }
.text pre { overflow-x: auto; padding: 1rem; background: var(--ground); border-radius: .5rem; }
.text table { display: block; overflow-x: auto; border-collapse: collapse; }
.text td, .text th { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; }
.text figure { margin: 1.25rem 0; }
.text blockquote, .reference blockquote { margin: .5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }

.thumbs { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem; margin-top: .9rem; border-radius: .75rem; overflow: hidden; }
.thumbs.n1 { grid-template-columns: 1fr; }
.thumbs img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; display: block; background: var(--ground); }
.thumbs.n1 img { aspect-ratio: 16 / 9; }
.thumbs.n3 img:first-child { grid-column: 1 / -1; aspect-ratio: 16 / 9; }
.attached { margin: .6rem 0 0; color: var(--quiet); font-size: .9rem; }
.media { margin-top: 1.25rem; display: grid; gap: 1.25rem; }
.media figure { margin: 0; }
.media img { display: block; border-radius: .75rem; max-height: 85vh; width: auto; background: var(--ground); }
.media video { display: block; width: 100%; max-height: 85vh; border-radius: .75rem; background: #000; }
.media audio { width: 100%; }
figcaption { margin-top: .4rem; font-size: .9rem; color: var(--quiet); }
figure.missing {
  padding: 1rem 1.25rem; border: 2px dashed var(--line); border-radius: .75rem; font-size: .9rem; overflow-wrap: anywhere;
}
figure.missing p { margin: 0; color: var(--warn); }
figure.missing span, figure.missing a { display: block; margin-top: .3rem; }

.reference { margin-top: 1.1rem; padding: .9rem 1.15rem; border: 1px solid var(--line); border-radius: .75rem; font-size: .95rem; }
.reference p { margin: .25rem 0; }
.reference .label { color: var(--quiet); font-weight: 600; font-size: .9rem; margin-top: 0; }
.reference .links { font-size: .85rem; overflow-wrap: anywhere; }
.warned { margin-top: .6rem; }
p.warned { margin-bottom: 0; }
p.warned, .warned summary { padding: .6rem 1rem; background: var(--warn-ground); border-radius: .5rem; color: var(--warn); }
.warned summary { cursor: pointer; font-weight: 600; }
.poll ul { list-style: none; margin: 1.1rem 0 0; padding: 0; }
.poll li { margin: .5rem 0; padding: .5rem .9rem; border: 1px solid var(--line); border-radius: .5rem; }
.poll .votes { float: inline-end; color: var(--quiet); font-size: .9rem; }
progress { display: block; width: 100%; height: .4rem; margin-top: .3rem; accent-color: var(--accent); }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: 1.25rem 0 0; padding: 0; font-size: .9rem; }
.tags li { padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 1rem; }
.counts { margin: 1.1rem 0 0; color: var(--quiet); font-size: .9rem; }
.thread p { margin: 1.25rem 0 0; color: var(--quiet); font-size: .9rem; }
.thread ol, .pager ol { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: .4rem 0 0; padding: 0; }
.thread a, .pager ol a { display: inline-block; min-width: 2.25rem; padding: .2rem .5rem; text-align: center; border: 1px solid var(--line); border-radius: .5rem; text-decoration: none; }
[aria-current] { background: var(--accent-ground); font-weight: 600; }
.answers h2, .provenance h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
.answers ul { list-style: none; margin: 0; padding: 0; }
.answers li { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.answers p { margin: .1rem 0; }
.provenance { margin-top: 2.25rem; padding-top: .25rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--quiet); }
.provenance dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.25rem; margin: 0; }
.provenance dd { margin: 0; overflow-wrap: anywhere; }
.provenance code { font-size: .95em; }
.pager { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: space-between; align-items: center; margin: 1.75rem 0; }
.pager ol { margin: 0; }

.facets { font-size: .95rem; padding-top: .5rem; }
@media (min-width: 52.01rem) { .facets { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; } }
.facets h2 { font: 600 .85rem/1.4 system-ui, sans-serif; color: var(--quiet); margin: 1.5rem 0 .4rem; }
.facets ul { list-style: none; margin: 0; padding: 0; max-height: 24rem; overflow-y: auto; }
.facets a { display: flex; justify-content: space-between; gap: .75rem; padding: .3rem .7rem; border-radius: .5rem; text-decoration: none; overflow-wrap: anywhere; }
.facets a:hover { background: var(--accent-ground); }
.count { color: var(--quiet); font-variant-numeric: tabular-nums; }

@media (max-width: 52rem) {
  body { font-size: 16px; }
  header.site, footer.site, .columns { padding-left: 1rem; padding-right: 1rem; }
  .columns.with-aside { display: block; }
  .to-filter { display: inline; margin-inline-start: .5rem; }
  .search { flex-basis: 100%; }
  .card { padding: 1.1rem 1.1rem; border-radius: .75rem; }
  article.post { padding: 1.25rem 1.1rem; border-radius: .75rem; }
  .facets { border-top: 1px solid var(--line); }
  .facets a { padding-top: .6rem; padding-bottom: .6rem; }
  .provenance dl { display: block; }
  .provenance dt { margin-top: .5rem; font-weight: 600; }
}
@media print {
  :root { --ink: #000; --quiet: #444; --paper: #fff; --ground: #fff; --line: #bbb; --accent: #000; color-scheme: light; }
  body { font-size: 11pt; }
  .search, .facets, .pager, .skip, .thread, .to-filter { display: none; }
  .columns, .columns.with-aside, header.site, footer.site { display: block; max-width: none; padding: 0; }
  header.site { padding-bottom: 1rem; }
  .card, article.post { border: 0; border-bottom: 1px solid var(--line); border-radius: 0; padding: .5rem 0 1rem; }
  .card, figure, .reference { break-inside: avoid; }
  .media img { max-height: 12cm; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
