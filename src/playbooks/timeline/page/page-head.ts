import { calendarDayIn } from '../../../base/zoned-format.ts';
import type { JsonValue } from '../../../model/playbook/json.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { daysOfStep } from '../svg/plan-dates.ts';
import { type PageFrame, section, text } from './page-frame.ts';

/** What the plan is of, from when to when. */
export function pageHead(timeline: Timeline, { words, language, zone, moment }: PageFrame): string {
  const { first, last } = daysOfStep(timeline, zone);
  const span =
    first === last
      ? calendarDayIn(language, first)
      : words.fromTo(calendarDayIn(language, first), calendarDayIn(language, last));
  return `<header>
<p class="kind">${text(words.kind)} · ${text(words.playbook(timeline.playbook, timeline.version))}</p>
<h1>${text(timeline.title[language])}</h1>
<p class="about"><b>${text(span)}</b> · ${text(words.modes[timeline.mode])}</p>
<p class="about">${words.madeAt(moment(timeline.madeAt))}</p>
</header>`;
}

/** Last moment to stop, point of no return, end. */
export function threeDates({ pointOfNoReturn, lastMomentToStop, endsAt }: Timeline, frame: PageFrame): string {
  const { words, moment } = frame;
  const card = (kind: string, name: string, when: string, id: string | null, means: string): string => {
    const step = id === null ? undefined : frame.steps.get(id);
    const at = step === undefined ? '' : `<p>${text(words.atStep)} ${frame.reference(step.id)}</p>`;
    return `<div class="date ${kind}"><h3>${text(name)}</h3><p class="when">${when}</p>${at}<p class="quiet">${text(means)}</p></div>`;
  };
  const cards = [
    lastMomentToStop === null
      ? ''
      : card(
          'last-moment',
          words.lastMoment,
          moment(lastMomentToStop.at),
          lastMomentToStop.step,
          words.lastMomentMeans,
        ),
    pointOfNoReturn === null
      ? `<div class="date"><h3>${text(words.noReturn)}</h3><p>${text(words.canBeUndone)}</p></div>`
      : card('no-return', words.noReturn, moment(pointOfNoReturn.at), pointOfNoReturn.step, words.noReturnMeans),
    card('end', words.end, moment(endsAt), null, words.endMeans),
  ];
  return section('dates', words.threeDates, `<div class="dates">${cards.join('\n')}</div>`);
}

/** What does not work and what is odd, the worst first. */
export function remarksSection({ remarks, earliest }: Timeline, frame: PageFrame): string {
  const { words, language } = frame;
  const sorted = remarks.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const items = sorted.map(({ severity, message, fix, steps }) => {
    const concerned =
      steps.length === 0
        ? ''
        : `<p class="quiet">${text(words.concerns)}: ${steps.map(frame.reference).join(', ')}</p>`;
    return `<li class="${severity === 'error' ? 'error' : 'warning'}"><p><strong>${text(words.severity[severity])}:</strong> ${text(message[language])}</p><p>${text(words.remedy)}: ${text(fix[language])}</p>${concerned}</li>`;
  });
  const first =
    earliest === null
      ? ''
      : `<p class="earliest">${text(words.earliest(earliest.input, calendarDayIn(language, earliest.day)))}</p>`;
  const list = items.length === 0 ? '' : `<ul class="remarks">${items.join('\n')}</ul>`;
  const nothing = items.length === 0 && earliest === null ? `<p>${text(words.nothingFirst)}</p>` : '';
  return section('first', words.first, first + list + nothing);
}

/** What the plan was reckoned with; '' where nothing was asked for. */
export function inputsSection({ inputs }: Timeline, { words, language }: PageFrame): string {
  const rows = Object.entries(inputs).map(
    ([name, value]) => `<tr><th scope="row">${text(name)}</th><td>${text(said(value ?? null))}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return section(
    'inputs',
    words.inputs,
    `<table class="inputs"><caption>${text(words.inputsCaption)}</caption><thead><tr><th scope="col">${text(words.input)}</th><th scope="col">${text(words.value)}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );

  function said(value: JsonValue): string {
    if (value === null || value === '') return words.none;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'string') return isDay(value) ? calendarDayIn(language, value) : value;
    return JSON.stringify(value);
  }
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
