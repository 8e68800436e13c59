import { escapeHtml } from '../../base/escape-html.ts';
import { dayIn, numberIn } from '../../base/local-format.ts';
import type { ChannelHistory, HistoryChange } from '../../model/channel-history.ts';
import { foreign } from '../compare/report/page.ts';
import { comparisonStyle } from '../compare/report/style.ts';
import { drawingStyle, historyDrawing } from './history-drawing.ts';
import { type DrawnCount, type HistoryTexts, historyTexts, longPeriod } from './history-texts.ts';

/** Of each kind; the page says how many more there are. */
const MOST = 500;
/** A longer table is folded up. */
const MOST_ROWS = 14;

const pageStyle = `
.figure { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1.25rem 0; }
.drawing { display: block; width: 100%; height: auto; }
.drawing.narrow { display: none; }
@media (max-width: 40rem) { .drawing.wide { display: none; } .drawing.narrow { display: block; } .figure { padding: .5rem; } }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: right; overflow-wrap: normal; }
th:first-child, td:first-child { text-align: left; }
thead th { color: var(--soft); font-weight: 400; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
@media (max-width: 40rem) { th, td { padding: .35rem .25rem; font-size: .875rem; } }
.told { color: var(--soft); }
`;

/** One page that holds everything it shows: the drawing, a table of the same numbers, and every change by name. */
export function historyPage(history: ChannelHistory, language: 'de' | 'en', madeAt: string): string {
  const texts = historyTexts[language];
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lastpost">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${texts.title}: ${history.title}`)}</title>
<link rel="icon" href="data:,">
<style>${comparisonStyle}${drawingStyle}${pageStyle}</style>
</head>
<body>
<main>
<header><h1>${texts.title}</h1><p class="of">${foreign(history.title)}</p></header>
${told(history, texts)
  .map((line) => `<p class="told">${escapeHtml(line)}</p>`)
  .join('\n')}
${figure(history, texts)}
${(['gone', 'edited', 'back'] as const).map((kind) => changeList(kind, history, texts)).join('')}
<footer>${escapeHtml(texts.foot(madeAt))}</footer>
</main>
</body>
</html>
`;
}

function told({ snapshots, totals }: ChannelHistory, texts: HistoryTexts): readonly string[] {
  const { count, firstAt, lastAt, unread } = snapshots;
  const day = (iso: string | null) => dayIn(texts.language, iso ?? '');
  return [
    count === 0 ? texts.notSeen : `${texts.seenBy(count, day(firstAt), day(lastAt))} ${texts.where}`,
    ...(unread === 0 ? [] : [texts.unread(unread)]),
    ...(totals.gone === 0 ? [] : [texts.gone(totals.gone)]),
    ...(totals.undated === 0 ? [] : [texts.undated(totals.undated)]),
  ];
}

function figure(history: ChannelHistory, texts: HistoryTexts): string {
  if (history.bars.length === 0) return `<p class="nothing">${texts.nothing}</p>`;
  const drawing = (width: number, id: string) => historyDrawing(history, texts, { width, id });
  const isLong = history.bars.length > MOST_ROWS;
  return `<div class="figure">${drawing(960, 'wide')}
${drawing(360, 'narrow')}</div>
<details${isLong ? '' : ' open'}><summary>${texts.tableTitle}</summary>
${table(history, texts)}
</details>`;
}

function table({ bars, step, totals }: ChannelHistory, texts: HistoryTexts): string {
  const { language, names } = texts;
  const columns: readonly DrawnCount[] = [
    'posts',
    'edited',
    'deleted',
    ...(totals.back > 0 ? (['back'] as const) : []),
  ];
  const cells = (counts: Readonly<Record<DrawnCount, number>>) =>
    columns.map((name) => `<td>${numberIn(language, counts[name])}</td>`).join('');
  const rows = bars.map((bar) => `<tr><th scope="row">${longPeriod(language, bar.from, step)}</th>${cells(bar)}</tr>`);
  const heads = columns.map((name) => `<th scope="col">${names[name]}</th>`);
  return `<table><thead><tr><th scope="col">${texts.period[step]}</th>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
<tfoot><tr><th scope="row">${texts.total}</th>${cells(totals)}</tr></tfoot></table>`;
}

type Kind = HistoryChange['change']['kind'];

function changeList(kind: Kind, { changes }: ChannelHistory, texts: HistoryTexts): string {
  const list = changes.filter(({ change }) => change.kind === kind);
  if (list.length === 0) return '';
  const more = list.length - MOST;
  const kept = kind === 'gone' ? `<p class="told">${texts.kept}</p>` : '';
  return `<section><h2>${texts.lists[kind]} <small>${numberIn(texts.language, list.length)}</small></h2>${kept}
<ul class="list">${list
    .slice(0, MOST)
    .map((one) => changeItem(one, texts))
    .join('\n')}</ul>
${more > 0 ? `<p class="more">${texts.more(more)}</p>` : ''}</section>
`;
}

function changeItem({ post, change }: HistoryChange, texts: HistoryTexts): string {
  const { language } = texts;
  const published =
    post.published === null
      ? ''
      : `<time datetime="${escapeHtml(post.published)}">${dayIn(language, post.published)}</time> `;
  const since = change.kind === 'gone' ? change.mark.lastSeenAt : change.sinceAt;
  const why = change.kind === 'gone' ? ` ${texts.because[change.mark.because]}` : '';
  const how = texts.change[change.kind](dayIn(language, change.at), dayIn(language, since));
  const says = post.says === '' ? texts.noText : foreign(post.says);
  return `<li><p class="says">${published}${says}</p><p class="address">${foreign(post.url ?? post.id)}</p><p>${escapeHtml(how + why)}</p></li>`;
}
