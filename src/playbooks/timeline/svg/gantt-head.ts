import { shortMoment } from '../../../base/short-moment.ts';
import { plainLine } from '../../../base/text-columns.ts';
import { zonedMomentIn } from '../../../base/zoned-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { modeWords } from '../../draw/draw-words.ts';
import type { Block } from '../../draw/svg/legend.ts';
import { textAt } from '../../draw/svg/node-shape.ts';
import { fitText } from './fit-text.ts';
import { columns } from './gantt-rows.ts';
import { ganttWords } from './gantt-words.ts';

const TITLE_SIZE = 23;

/** What is read first: the title, what it is about, and the dates that count. */
export function firstHead(timeline: Timeline, language: FactLanguage, width: number): Block {
  const words = ganttWords[language];
  const { left } = columns.number;
  const inner = width - 2 * left;
  const title = fitText(timeline.title[language], inner, TITLE_SIZE, 2, true).lines;
  const about = [
    words.plan,
    modeWords[timeline.mode][language],
    words.stepsCount(timeline.steps.length),
    words.zone(timeline.timezone),
    words.madeAt(shortMoment(language, timeline.madeAt, timeline.timezone)),
  ].join(' · ');
  const below = 30 + title.length * 27;
  const svg = [
    ...title.map((line, at) => textAt('heading', left, 42 + at * 27, line)),
    ...fitText(about, inner, 12, 1).lines.map((line) => textAt('about', left, below + 6, line)),
    ...factsSvg(timeline, language, below + 30, inner),
  ];
  return { svg: svg.join('\n'), height: below + 66 };
}

function factsSvg(timeline: Timeline, language: FactLanguage, top: number, width: number): readonly string[] {
  const words = ganttWords[language];
  const { pointOfNoReturn, lastMomentToStop, endsAt, steps } = timeline;
  const at = (iso: string): string => zonedMomentIn(language, iso, timeline.timezone);
  const facts = [
    ['last-moment', words.lastMoment, lastMomentToStop === null ? null : at(lastMomentToStop.at)],
    ['no-return', words.noReturn, pointOfNoReturn === null ? words.canBeUndone : at(pointOfNoReturn.at)],
    ['end', words.end, at(endsAt)],
  ] as const;
  if (steps.length === 0) return [];
  const shown = facts.flatMap(([kind, name, text]) => (text === null ? [] : [{ kind, name, text }]));
  return shown.flatMap(({ kind, name, text }, index) => {
    const x = columns.number.left + (index * width) / facts.length;
    return [
      textAt('fact-name', x, top, name),
      ...fitText(text, width / facts.length - 12, 14, 1, true).lines.map((line) =>
        textAt(`fact ${kind}`, x, top + 18, line),
      ),
    ];
  });
}

/** Over each further sheet: what it belongs to. */
export function furtherHead(timeline: Timeline, language: FactLanguage, width: number, says: string): Block {
  const { left } = columns.number;
  const title = fitText(plainLine(timeline.title[language]), width - 2 * left - 160, 14, 1, true).lines[0] ?? '';
  const sheet = `<text class="about" text-anchor="end" x="${width - left}" y="34">${says}</text>`;
  return { svg: `${textAt('fact', left, 34, title)}${sheet}`, height: 48 };
}
