/** All of it below `.gantt`: in a page it must not change what stands beside the drawing. Nothing is told by colour alone. */
export const ganttStyle = `
.gantt text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; fill: #1d2227; font-variant-numeric: tabular-nums; }
.gantt .sheet { fill: #fff; }
.gantt .heading { font-size: 23px; font-weight: 700; }
.gantt .about, .gantt .legend-text { font-size: 12px; fill: #454e57; }
.gantt .fact-name { font-size: 11px; fill: #545e68; }
.gantt .fact { font-size: 14px; font-weight: 700; }
.gantt .fact.no-return { fill: #97201c; }
.gantt .fact.last-moment { fill: #7d4200; }
.gantt .column { font-size: 11px; fill: #545e68; }
.gantt .number, .gantt .who, .gantt .when, .gantt .nobody { font-size: 11px; fill: #454e57; }
.gantt .number { text-anchor: end; fill: #545e68; }
.gantt .step-title { font-size: 12.5px; }
.gantt .critical-title { font-weight: 700; }
.gantt .step-title.irreversible-title, .gantt .nobody, .gantt .late-text { fill: #97201c; }
.gantt .nobody, .gantt .late-text { font-weight: 700; }
.gantt .late-text { font-size: 10.5px; }
.gantt .group { font-size: 13px; font-weight: 700; }
.gantt .group-row { fill: #eef0f2; }
.gantt .group-span { fill: none; stroke: #545e68; stroke-width: 3; }
.gantt .beyond-row { fill: #fff3f2; }
.gantt .axis { font-size: 11px; fill: #2c333a; }
.gantt .axis.coarse { font-weight: 700; }
.gantt .axis-back { fill: #f6f7f8; }
.gantt .axis-line { stroke: #8a939b; stroke-width: 1; fill: none; }
.gantt .grid { stroke: #dfe3e6; stroke-width: 1; fill: none; }
.gantt .grid.coarse { stroke: #b4bbc1; }
.gantt .row-line { stroke: #e3e6e9; stroke-width: 1; fill: none; }
.gantt .weekend { fill: #eceef0; }
.gantt .holiday { fill: url(#gantt-holiday); }
.gantt .mark { stroke-width: 1.3; }
.gantt .hand .mark { fill: #4f8fa3; stroke: #0b4653; }
.gantt .approval .mark { fill: #fff; stroke: #0b5b6b; stroke-width: 1.8; }
.gantt .wait .mark { fill: url(#gantt-wait); stroke: #7d4200; }
.gantt .machine .mark { fill: url(#gantt-machine); stroke: #545e68; }
.gantt .critical .mark { stroke: #1d2227; stroke-width: 2.6; }
.gantt .irreversible .mark { fill: #fdeceb; stroke: #97201c; stroke-width: 2.4; }
.gantt .inner { fill: #b3261e; stroke: none; }
.gantt .check { fill: none; stroke: #0b4653; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.gantt .cap { stroke: #1d2227; stroke-width: 1.6; fill: none; }
.gantt .pole { stroke: #1d2227; stroke-width: 1.4; fill: none; }
.gantt .pennant { fill: #fff; stroke: #1d2227; stroke-width: 1.2; stroke-linejoin: round; }
.gantt .spare { fill: none; stroke: #68727b; stroke-width: 1.2; stroke-dasharray: 1.5 3; }
.gantt .late .pole { stroke: #97201c; stroke-width: 2; }
.gantt .late .pennant { fill: #b3261e; stroke: #97201c; }
.gantt .late .spare { stroke: #97201c; stroke-width: 2.4; stroke-dasharray: 4 2; }
.gantt .critical-way { fill: none; stroke: #1d2227; stroke-width: 1.5; }
.gantt .way-head { fill: #1d2227; }
.gantt .line-no-return { stroke: #b3261e; stroke-width: 3.2; }
.gantt .line-last-moment { stroke: #7d4200; stroke-width: 2; stroke-dasharray: 8 4; }
.gantt .line-today { stroke: #0b5b6b; stroke-width: 1.6; stroke-dasharray: 2 3; }
.gantt .line-label { font-size: 11.5px; font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
.gantt .line-label.no-return { fill: #97201c; }
.gantt .line-label.last-moment { fill: #7d4200; }
.gantt .line-label.before { text-anchor: end; }
.gantt .line-label.today { fill: #0b5b6b; }
`;

/** Patterns are what a copy in black and white keeps. */
export const ganttDefs = `<defs>
<pattern id="gantt-wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fbf4e4"/><path d="M0 0V6" stroke="#a4640f" stroke-width="3"/></pattern>
<pattern id="gantt-machine" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#f4f5f6"/><circle cx="2" cy="2" r="0.9" fill="#68727b"/></pattern>
<pattern id="gantt-holiday" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="5" height="5" fill="#e4e7ea"/><path d="M0 0V5" stroke="#b4bbc1" stroke-width="1.6"/></pattern>
<marker id="gantt-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto" markerUnits="userSpaceOnUse"><path class="way-head" d="M0 0.5L10 5L0 9.5Z"/></marker>
</defs>`;
