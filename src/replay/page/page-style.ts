/**
 * The page's style sheet. System fonts, light and dark, nothing from elsewhere. Heights above the replay are whole
 * pixels: half ones would blur every archived page.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: #1c2126; --quiet: #5a646e; --line: #d8dde2; --paper: #fff; --ground: #f3f5f7;
  --accent: #0b5b6b; --accent-ground: #dff0f2; --good: #1d6b3a; --good-ground: #e0f2e5;
  --warn: #8a4b00; --warn-ground: #fdeed8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ecef; --quiet: #a3adb7; --line: #39424a; --paper: #1e242a; --ground: #15191d;
    --accent: #7fd0de; --accent-ground: #12383f; --good: #8fd9a8; --good-ground: #173622;
    --warn: #f3c17f; --warn-ground: #402a0c;
  }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body {
  display: grid; grid-template: auto 1fr / 320px 1fr; grid-template-areas: "head head" "list view";
  color: var(--ink); background: var(--ground); overflow: hidden;
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
body.wide { grid-template-columns: 0 1fr; }
body.wide .list { display: none; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
button {
  font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
  padding: 5px 12px; cursor: pointer; white-space: nowrap;
}
button:hover { border-color: var(--accent); color: var(--accent); }

.head {
  grid-area: head; display: flex; align-items: center; gap: 16px; padding: 10px 16px;
  background: var(--paper); border-bottom: 1px solid var(--line); min-width: 0;
}
.head hgroup { flex: 1; min-width: 0; }
.head h1 { margin: 0; font-size: 17px; font-weight: 650; line-height: 22px; }
.head h1, .head p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.head p { margin: 0; color: var(--quiet); }
.head p b { color: var(--ink); font-weight: 500; }
.chip { padding: 4px 11px; border-radius: 999px; font-weight: 550; white-space: nowrap; }
.chip.good { color: var(--good); background: var(--good-ground); }
.chip.warn { color: var(--warn); background: var(--warn-ground); }
details.gaps { position: relative; }
details.gaps summary { list-style: none; cursor: pointer; }
details.gaps summary::-webkit-details-marker { display: none; }
details.gaps summary::after { content: " ▾"; }
.gap-list {
  position: absolute; right: 0; top: 34px; z-index: 5; width: min(620px, 92vw); max-height: 60vh; overflow: auto;
  padding: 14px 18px; background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: 0 12px 32px rgb(0 0 0 / .22);
}
.gap-list p { margin: 0 0 6px; white-space: normal; }
.gap-list ul { margin: 0; padding: 0; list-style: none; }
.gap-list li { padding: 8px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.gap-list small { display: block; color: var(--quiet); }

.list {
  grid-area: list; display: flex; flex-direction: column; min-height: 0;
  background: var(--paper); border-right: 1px solid var(--line);
}
.list .top { padding: 12px 12px 10px; border-bottom: 1px solid var(--line); }
.list .top label { display: flex; justify-content: space-between; font-weight: 600; margin-bottom: 6px; }
.list .top label span { color: var(--quiet); font-weight: 400; }
.list input {
  width: 100%; font: inherit; color: inherit; padding: 7px 10px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--ground);
}
.list ol { flex: 1; margin: 0; padding: 6px; overflow-y: auto; list-style: none; }
.list li a {
  display: block; padding: 6px 9px; border-radius: 6px; text-decoration: none; color: var(--ink);
}
.list li a:hover { background: var(--ground); }
.list li a[aria-current] { background: var(--accent-ground); }
.list li a[aria-current] b { color: var(--accent); }
.list li a b, .list li a span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list li a b {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal;
  font-weight: 500; line-height: 18px; overflow-wrap: anywhere;
}
.list li a span { color: var(--quiet); font-size: 12px; line-height: 16px; }
.list li.note { padding: 8px 9px; color: var(--quiet); }
.list footer { padding: 9px 12px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 12px; line-height: 16px; }
.list footer p { margin: 0; }
.list footer p + p { margin-top: 4px; }

.view { grid-area: view; display: flex; flex-direction: column; min-width: 0; min-height: 0; position: relative; }
.bar {
  display: flex; gap: 10px; height: 33px; padding: 6px 14px; background: var(--ground);
  border-bottom: 1px solid var(--line); color: var(--quiet); white-space: nowrap;
}
.bar output { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; color: var(--ink); }
.notice { padding: 8px 14px; color: var(--warn); background: var(--warn-ground); border-bottom: 1px solid var(--line); }
[hidden] { display: none !important; }
.frame { flex: 1; min-height: 0; background: #fff; }
.busy::before {
  content: ""; position: absolute; z-index: 2; left: 0; right: 0; top: 0; height: 2px; transform-origin: left;
  background: var(--accent); animation: busy 1.4s ease-in-out infinite;
}
@keyframes busy { 0% { transform: scaleX(0); } 60% { transform: scaleX(.8); opacity: 1; } 100% { transform: scaleX(1); opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .busy::before { animation: none; } }

@media (max-width: 820px) {
  body { grid-template: auto minmax(0, 34vh) 1fr / 1fr; grid-template-areas: "head" "list" "view"; }
  body.wide { grid-template: auto 0 1fr / 1fr; }
  .list { border-right: 0; border-bottom: 1px solid var(--line); }
  .list footer { display: none; }
  .head { flex-wrap: wrap; gap: 8px; }
  .head hgroup { flex-basis: 100%; }
  .gap-list { left: 0; right: auto; }
}
`;
