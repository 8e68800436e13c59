import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../base/escape-html.ts';
import { isUnderTheLine, type QaReport, qaVerdicts } from '../../../model/qa.ts';
import { reportScript } from './report-script.ts';
import { reportStyle } from './report-style.ts';
import { percentText, type ReportLanguage, type ReportTexts, reportTexts } from './report-texts.ts';

/** What the head of the report tells beside the results. */
export interface ReportFacts {
  /** File name without its folders. */
  readonly file: string;
  readonly sha256: string;
  readonly title: string;
  /** The address the snapshot was taken of; undefined when nothing says so. */
  readonly sourceUrl: string | undefined;
  /** UTC ISO 8601. */
  readonly takenAt: string | undefined;
  readonly checkedAt: string;
  readonly madeBy: string | undefined;
  /** `Chromium 156.0.8078.79, ReplayWeb.page` */
  readonly shownBy: string;
  readonly languages: readonly ReportLanguage[];
}

/** A text in each language of the report; only the chosen one is shown. */
export class InLanguages {
  readonly languages: readonly ReportLanguage[];

  constructor(languages: readonly ReportLanguage[]) {
    this.languages = languages;
  }

  /** As spans; `make` gives HTML. */
  html(make: (texts: ReportTexts, language: ReportLanguage) => string): string {
    return this.languages
      .map((language) => `<span lang="${language}">${make(reportTexts[language], language)}</span>`)
      .join('');
  }

  /** As attributes for the script to choose from, and the first language's in `attribute` for readers without script. */
  label(attribute: string, make: (texts: ReportTexts) => string): string {
    const [first = 'en'] = this.languages;
    const all = this.languages.map(
      (language) => ` data-label-${language}="${escapeHtml(make(reportTexts[language]))}"`,
    );
    return ` ${attribute}="${escapeHtml(make(reportTexts[first]))}"${all.join('')}`;
  }
}

export function countText(value: number, language: ReportLanguage): string {
  return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
}

/** UTC, because that is what stands in the file and what a second person elsewhere must find again. */
function timeText(iso: string, language: ReportLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}

/** Everything above the first page. */
export function reportHead(report: QaReport, facts: ReportFacts): string {
  const inAll = new InLanguages(facts.languages);
  const [first = 'en'] = facts.languages;
  const script = reportScript();
  const scriptHash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const titles = facts.languages.map(
    (language) => ` data-title-${language}="${escapeHtml(`${reportTexts[language].title} – ${facts.title}`)}"`,
  );
  return `<!doctype html>
<html lang="${first}" data-lang="${first}"${titles.join('')}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lastpost">
<title>${escapeHtml(`${reportTexts[first].title} – ${facts.title}`)}</title>
<link rel="icon" href="data:,">
<style>${reportStyle}</style>
</head>
<body>
<main class="sheet">
<header class="top"><div><h1>${inAll.html(({ title }) => title)}</h1><p class="of">${escapeHtml(facts.title)}</p></div>
${languageSwitch(inAll)}</header>
${result(report, inAll)}
<p class="what">${inAll.html(({ what }) => what)}</p>
<dl class="facts">${factRows(report, facts, inAll)}</dl>
<h2>${inAll.html(({ pages }) => pages)}</h2>
<div class="bar">${choices(report, inAll)}
<input id="search" type="search" autocomplete="off"${inAll.label('placeholder', ({ search }) => search)}></div>
<div class="columns" aria-hidden="true"><span></span><span></span>${(['picture', 'text', 'parts'] as const)
    .map((column) => `<span>${inAll.html((texts) => texts[column])}</span>`)
    .join('')}</div>
`;
}

/** Everything below the last page. */
export function reportFoot(facts: ReportFacts): string {
  const inAll = new InLanguages(facts.languages);
  return `<p id="none" role="status" hidden>${inAll.html(({ nothingFound }) => nothingFound)}</p>
<footer class="foot">${inAll.html(({ foot }) => foot)}</footer>
</main>
<script>${reportScript()}</script>
</body>
</html>
`;
}

function languageSwitch(inAll: InLanguages): string {
  if (inAll.languages.length < 2) return '';
  const names = { de: 'Deutsch', en: 'English' } as const;
  const [first] = inAll.languages;
  const buttons = inAll.languages.map(
    (language) =>
      `<button type="button" value="${language}" aria-pressed="${language === first}">${names[language]}</button>`,
  );
  return `<div class="lang" role="group"${inAll.label('aria-label', ({ language }) => language)}>${buttons.join('')}</div>`;
}

function result({ ok, stopped, pages, wanted, counts }: QaReport, inAll: InLanguages): string {
  const under = pages.filter(({ verdict }) => isUnderTheLine(verdict)).length;
  const words = inAll.html(({ passed, loaded, failed }, language) => {
    if (under > 0) return failed(countText(under, language), under === 1);
    return counts.loads === 0 ? passed : loaded(countText(counts.good, language));
  });
  const rest = inAll.html((texts, language) =>
    texts.stopped(countText(pages.length, language), countText(wanted, language)),
  );
  return `<div class="result ${ok ? 'good' : 'bad'}"><p>${words}</p>${stopped ? `<p>${rest}</p>` : ''}</div>`;
}

function factRows(report: QaReport, facts: ReportFacts, inAll: InLanguages): string {
  const { limits, pages, known, refused } = report;
  const row = (name: (texts: ReportTexts) => string, value: string) =>
    value === '' ? '' : `<div><dt>${inAll.html(name)}</dt><dd>${value}</dd></div>`;
  const time = (iso: string | undefined) =>
    iso === undefined
      ? ''
      : inAll.html((_texts, language) => `<time datetime="${iso}">${timeText(iso, language)}</time>`);
  return [
    row(({ snapshotOf }) => snapshotOf, escapeHtml(facts.sourceUrl ?? '')),
    row(({ takenAt }) => takenAt, time(facts.takenAt)),
    row(({ checkedAt }) => checkedAt, time(facts.checkedAt)),
    row(({ file }) => file, escapeHtml(facts.file)),
    row(() => 'SHA-256', escapeHtml(facts.sha256.replace('sha256:', ''))),
    row(({ madeBy }) => madeBy, escapeHtml(facts.madeBy ?? '')),
    row(({ shownBy }) => shownBy, escapeHtml(facts.shownBy)),
    row(
      ({ scope }) => scope,
      inAll.html(({ scopeAll, scopeSome }, language) =>
        pages.length === known
          ? scopeAll(countText(known, language))
          : scopeSome(countText(pages.length, language), countText(known, language)),
      ),
    ),
    row(
      ({ lines }) => lines,
      inAll.html(({ linesValue }, language) =>
        linesValue(percentText(limits.minPicture, language), percentText(limits.minText, language)),
      ),
    ),
    row(
      ({ network }) => network,
      inAll.html(({ networkNone, networkSome }, language) =>
        refused.length === 0 ? networkNone : networkSome(countText(refused.length, language)),
      ),
    ),
    row(({ uncompared }) => uncompared, uncomparedText(report, inAll)),
  ].join('\n');
}

function uncomparedText({ uncompared }: QaReport, inAll: InLanguages): string {
  const { picture, text, resources } = uncompared;
  if (picture + text + resources === 0) return '';
  return inAll.html(({ uncomparedPictures, uncomparedTexts, uncomparedResources }, language) =>
    [
      picture === 0 ? '' : uncomparedPictures(countText(picture, language)),
      text === 0 ? '' : uncomparedTexts(countText(text, language)),
      resources === 0 ? '' : uncomparedResources(countText(resources, language)),
    ]
      .filter((part) => part !== '')
      .join('; '),
  );
}

function choices({ counts, pages }: QaReport, inAll: InLanguages): string {
  const choice = (value: string, words: (texts: ReportTexts) => string, count: number, isChosen: boolean) =>
    `<label><input type="radio" name="verdict" value="${value}"${isChosen ? ' checked' : ''}><span class="pill">${inAll.html(
      words,
    )}<b class="num">${inAll.html((_texts, language) => countText(count, language))}</b></span></label>`;
  const verdicts = qaVerdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => choice(verdict, (texts) => texts.verdicts[verdict], counts[verdict], false));
  const all = choice('all', (texts) => texts.all, pages.length, true);
  return `<fieldset class="choice"><legend>${inAll.html(({ filter }) => filter)}</legend>${all}${verdicts.join('')}</fieldset>`;
}
