/** Dark on light, on paper as on a screen, with the fonts that are there; nothing is told by its colour alone. */
export const svgStyle = `
svg:root { background: #fff; }
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; fill: #1d2227; }
.heading { font-size: 24px; font-weight: 700; }
.about { font-size: 13px; fill: #545e68; }
.small { font-size: 13px; }
.label { font-size: 13px; font-weight: 700; }
.kind { font-size: 11px; fill: #454e57; }
.title { font-size: 14px; font-weight: 700; }
.id { font-size: 11px; fill: #545e68; font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.warning { font-size: 11px; font-weight: 700; fill: #97201c; letter-spacing: .02em; }
.fact { font-size: 12px; }
.state { font-size: 12px; font-weight: 700; }
.shape { fill: #fff; stroke: #1d2227; stroke-width: 1.5; }
.machine .shape { fill: #eef0f2; stroke: #545e68; }
.approval .shape { fill: #e8f1f3; stroke: #0b5b6b; }
.wait .shape { fill: #fbf4e4; stroke: #7d4200; }
.uses .shape { stroke: #545e68; }
.irreversible .shape { fill: #fdeceb; stroke: #97201c; stroke-width: 3.5; }
.inner { fill: none; stroke: #97201c; stroke-width: 1; }
.sign { fill: none; stroke: #454e57; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
.arrow { fill: none; stroke: #545e68; stroke-width: 1.5; }
.head { fill: #545e68; }
.line { stroke: #b3261e; stroke-width: 4; }
.line-label { font-size: 15px; font-weight: 700; fill: #97201c; letter-spacing: .04em; }
.line-means { font-size: 12px; fill: #97201c; }
.line-label, .line-means { paint-order: stroke; stroke: #fff; stroke-width: 6px; stroke-linejoin: round; }
.line-means { stroke: #fff6f5; }
.legend.irreversible .shape { stroke-width: 2.5; }
.below { fill: #fff6f5; }
.rule { stroke: #c9ced3; stroke-width: 1; }
.run .shape { fill: #fff; }
.run .done .shape { fill: #e7f3ea; }
.run .waiting .shape, .run .now .shape { fill: #fff4d6; stroke-width: 3.5; }
.run .next .shape { stroke-dasharray: 7 4; }
.run .in-doubt .shape, .run .stuck .shape { fill: #fbd9d6; stroke: #97201c; stroke-width: 4; }
.run .undone .shape, .run .left-out .shape { fill: #f4f4f2; stroke: #8a939b; stroke-dasharray: 2 3; }
.run .in-doubt .state, .run .stuck .state { fill: #97201c; }
.badge circle { stroke: #fff; stroke-width: 2; }
.badge path { fill: none; stroke: #fff; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.badge.done circle { fill: #17602f; }
.badge.now circle { fill: #0b5b6b; }
.badge.waiting circle { fill: #7d4200; }
.badge.next circle { fill: #fff; stroke: #0b5b6b; }
.badge.next path { stroke: #0b5b6b; }
.badge.in-doubt circle, .badge.stuck circle, .badge.failed circle { fill: #97201c; }
.badge.undone circle, .badge.left-out circle { fill: #68727b; }
.badge.later circle, .badge.later path { display: none; }
`;

/** Taller than that would be too small to read on one sheet of A4. */
const TALLEST_ON_ONE_SHEET = 2.2;

/** On paper as wide as the sheet; on one sheet where that can be read, else on as many as it takes. */
export function printStyle(width: number, height: number): string {
  const size = height / width <= TALLEST_ON_ONE_SHEET ? 'height: 99vh;' : 'height: auto;';
  return `@page { margin: 10mm; }\n@media print { svg:root { width: 100%; ${size} } }\n`;
}
