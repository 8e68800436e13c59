import { escapeHtml } from '../../base/escape-html.ts';
import type { Gap } from '../../model/gap.ts';
import type { PageLanguage } from '../choose-language.ts';
import type { SnapshotOverview } from '../snapshot-overview.ts';
import type { ClientSettings } from './page-client.ts';
import { type PageTexts, pageTexts } from './page-texts.ts';

/** Where the page finds what belongs to it, all on its own server. */
export interface PagePaths {
  readonly style: string;
  readonly script: string;
  readonly pages: string;
  readonly component: string;
  /** Folder that the component's service worker rules. */
  readonly replay: string;
  readonly wacz: string;
}

const MAX_GAPS_SHOWN = 200;

/** The whole page: what the snapshot is, the list of its pages, and the replay beside it. */
export function replayPage(overview: SnapshotOverview, paths: PagePaths, language: PageLanguage): string {
  const texts = pageTexts[language];
  const title = escapeHtml(overview.title);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Lastpost</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${paths.style}">
<script src="${paths.component}"></script>
<script src="${paths.script}" defer></script>
<script type="application/json" id="settings">${settings(overview, paths, texts, language)}</script>
</head>
<body>
<header class="head">
<hgroup><h1>${title}</h1><p>${facts(overview, texts, language)}</p></hgroup>
${stateChip(overview, texts, language)}
<button id="toggle" type="button" aria-expanded="true" aria-controls="list">${texts.hideList}</button>
</header>
<aside class="list" id="list">
<div class="top">
<label for="search">${texts.listTitle} <span id="found"></span></label>
<input id="search" type="search" placeholder="${texts.search}" autocomplete="off">
</div>
<ol id="pages"></ol>
<footer><p>${texts.offline}</p><p>${texts.shownWith}</p></footer>
</aside>
<main class="view">
<div class="bar"><span>${texts.shown}</span><output id="address">${texts.loading}</output><time id="moment"></time></div>
<div class="notice" id="notice" role="status" hidden>${texts.notInSnapshot}</div>
<noscript><div class="notice">${texts.needsScript}</div></noscript>
${viewer(overview, paths)}
</main>
</body>
</html>
`;
}

/** `deepLink` keeps the page that is shown in our address; without it the component sends new windows to replayweb.page. */
function viewer({ mainPage }: SnapshotOverview, { wacz, replay }: PagePaths): string {
  const start = mainPage === undefined ? '' : ` url="${escapeHtml(mainPage.url)}" ts="${mainPage.timestamp}"`;
  return `<replay-web-page class="frame" source="${wacz}"${start} replaybase="${replay}" embed="replayonly" deepLink noCache></replay-web-page>`;
}

function settings(overview: SnapshotOverview, paths: PagePaths, texts: PageTexts, language: PageLanguage): string {
  const isCut = overview.pageCount > overview.pages.length;
  const values: ClientSettings = {
    pagesPath: paths.pages,
    showMore: texts.showMore,
    showList: texts.showList,
    hideList: texts.hideList,
    untitled: texts.untitled,
    nothingFound: texts.nothingFound,
    listCut: isCut ? texts.listCut(count(overview.pages.length, language)) : '',
    unreachable: texts.unreachable,
  };
  return JSON.stringify(values).replaceAll('<', '\\u003c');
}

function facts(overview: SnapshotOverview, texts: PageTexts, language: PageLanguage): string {
  const { sourceUrl, takenAt, pageCount, software } = overview;
  const parts = [
    sourceUrl === undefined ? '' : `${texts.copyOf} <b>${escapeHtml(sourceUrl)}</b>`,
    takenAt === undefined ? '' : `${texts.takenAt} <time datetime="${takenAt}">${when(takenAt, language)}</time>`,
    texts.pages(count(pageCount, language), pageCount === 1),
    software === undefined ? '' : escapeHtml(software),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** UTC, because that is what stands in the file and what a second person elsewhere must find again. */
function when(iso: string, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}

function count(value: number, language: PageLanguage): string {
  return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
}

/** Complete means that nothing is missing; what is missing opens on a click, with the reason. */
function stateChip({ gaps }: SnapshotOverview, texts: PageTexts, language: PageLanguage): string {
  if (gaps === undefined) return '';
  const known = gaps.filter(isGap);
  if (gaps.length === 0) return `<span class="chip good">${texts.complete}, ${texts.noGaps}</span>`;
  const missing = known.reduce((sum, gap) => sum + (gap.count ?? 1), gaps.length - known.length);
  return `<details class="gaps"><summary class="chip warn">${texts.partial}, ${texts.gaps(count(missing, language), missing === 1)}</summary>
<div class="gap-list"><p>${texts.gapsMean}</p>${gapList(known, texts, language)}</div></details>`;
}

/** The list comes out of a file that anybody may have written. */
function isGap({ reason, message, hint }: Gap): boolean {
  return [reason, message, hint].every((word: unknown) => typeof word === 'string');
}

function gapList(gaps: readonly Gap[], texts: PageTexts, language: PageLanguage): string {
  const shown = gaps.slice(0, MAX_GAPS_SHOWN).map(
    ({ reason, message, hint }) => `<li><b>${escapeHtml(reason)}</b> ${escapeHtml(message)}
<small>${escapeHtml(hint)}</small></li>`,
  );
  const more = gaps.length - shown.length;
  if (more > 0) shown.push(`<li>${texts.moreGaps(count(more, language))}</li>`);
  return `<ul>${shown.join('\n')}</ul>`;
}
