import { sealedHead } from '../../../base/sealed-head.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { ganttSheets } from '../svg/draw-gantt.ts';
import { SHEET_WIDTH } from '../svg/gantt-sheets.ts';
import { ganttDefs, ganttStyle } from '../svg/gantt-style.ts';
import { automaticSection, criticalSection, reckonedFooter, skippedSection } from './page-closing.ts';
import { daysSection } from './page-days.ts';
import { type PageFrame, pageFrame, plainWords, section, text } from './page-frame.ts';
import { inputsSection, pageHead, remarksSection, threeDates } from './page-head.ts';
import { effortSection, listsSection } from './page-people.ts';
import { pageStyle } from './page-style.ts';

/**
 * A plan as one page that needs nothing else: no script, no file, no net. For reading on a screen, and for printing: the
 * picture on sheets of its own, and a list for each person to cut out.
 * @throws KnownError `holidays.unknown`, `holidays.unknown-year`
 */
export function timelinePage(timeline: Timeline, language: FactLanguage): string {
  const frame = pageFrame(timeline, language);
  const { words } = frame;
  return `${sealedHead(language, plainWords(`${words.kind}: ${timeline.title[language]}`), `${pageStyle}${ganttStyle}`)}
<body>
<a class="skip" href="#days">${text(words.skip)}</a>
${pageHead(timeline, frame)}
<main>
${threeDates(timeline, frame)}
${remarksSection(timeline, frame)}
${inputsSection(timeline, frame)}
${pictureSection(timeline, frame)}
${daysSection(timeline, frame)}
${effortSection(timeline, frame)}
${listsSection(timeline, frame)}
${criticalSection(timeline, frame)}
${automaticSection(timeline, frame)}
${skippedSection(timeline, frame)}
</main>
${reckonedFooter(timeline, frame)}
</body>
</html>
`;
}

/** Sheets share the patterns that stand in the first of them. */
function pictureSection(timeline: Timeline, { words, language }: PageFrame): string {
  const sheets = ganttSheets(timeline, language);
  const figures = sheets.map(({ svg, height }, at) => {
    const label = text(words.sheetLabel(at + 1, sheets.length));
    return `<figure class="sheet" tabindex="0" aria-label="${label}"><svg class="gantt" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET_WIDTH} ${height}" role="img" aria-label="${label}">${at === 0 ? ganttDefs : ''}
<rect class="sheet" width="${SHEET_WIDTH}" height="${height}"/>
${svg}</svg></figure>`;
  });
  return `<div class="picture">${section('picture', words.picture, figures.join('\n'))}</div>`;
}
