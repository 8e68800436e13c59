import { shiftDay } from '../../base/working-days.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { type HostileQuestionId, hostileQuestionIds } from '../../model/farewell/hostile/question.ts';
import { type ReportLanguage, reportLanguages } from '../../model/farewell/reports/report-names.ts';
import type { QuietChannel, QuietHour, SilenceReport } from '../../model/farewell/reports/silence-report.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { allAnswers, type ReachedAnswer } from './all-answers.ts';
import { judgedLanguage } from './find-answers.ts';
import type { ReportSources } from './sources.ts';

/** What nobody says, and when nobody is there: what the press will fill in. @param first the language whose texts come first */
export function silenceReport(kit: LintKit, sources: ReportSources, first: ReportLanguage): SilenceReport {
  const answers = allAnswers(kit, first);
  const languages = reportLanguages.filter((one) => kit.drafts.some((draft) => judgedLanguage(draft) === one));
  const ids = languages.length === 0 ? [] : hostileQuestionIds;
  const of = (id: HostileQuestionId): readonly ReachedAnswer[] => answers.get(id) ?? [];
  return {
    name: 'silence',
    unanswered: ids.filter((id) => of(id).length === 0),
    internal: ids.flatMap((id) => onlyWhenAsked(id, of(id))),
    oneSided: ids.flatMap((id) => oneSided(id, of(id), languages)),
    hours: quietHours(kit.facts, sources),
    channels: quietChannels(kit, sources),
  };
}

function onlyWhenAsked(question: HostileQuestionId, answers: readonly ReachedAnswer[]): SilenceReport['internal'] {
  const [source] = answers.filter(({ reach }) => reach === 'asked');
  const [ready] = answers.filter(({ reach }) => reach === 'ready');
  const found = source ?? ready;
  if (found === undefined || answers.some(({ reach }) => reach === 'public')) return [];
  return [{ question, source: found.source, ready: ready?.source ?? null }];
}

function oneSided(
  question: HostileQuestionId,
  answers: readonly ReachedAnswer[],
  languages: readonly ReportLanguage[],
): SilenceReport['oneSided'] {
  const [first] = answers;
  if (first === undefined) return [];
  return languages
    .filter((one) => !answers.some(({ language }) => language === one))
    .map((lacks) => ({ question, source: first.source, lacks }));
}

/** Days on which people ask, and nobody of `duty` is there; and a press contact that cannot be called. */
function quietHours({ told, lastDay, duty, contact, fate }: ExitFacts, sources: ReportSources): readonly QuietHour[] {
  const hours: QuietHour[] = [];
  const announced = told.public.slice(0, 10);
  const isThere = (day: string): boolean =>
    duty.some(({ from, until }) => from.slice(0, 10) <= day && day <= until.slice(0, 10));
  const source = sources.fact('duty');
  if (!isThere(announced)) hours.push({ what: 'announced', day: announced, until: null, source });
  const { answeredUntil } = fate.messages;
  const last = duty
    .map(({ until }) => until.slice(0, 10))
    .sort()
    .at(-1);
  if (last !== undefined && last < answeredUntil && last < lastDay) {
    hours.push({ what: 'after', day: shiftDay(last, 1), until: answeredUntil, source });
  } else if (!isThere(lastDay)) {
    hours.push({ what: 'last-day', day: lastDay, until: null, source });
  }
  if (contact.press === null) {
    hours.push({ what: 'press', day: null, until: null, source: sources.fact('contact') });
  } else if (contact.press.phone === null) {
    hours.push({ what: 'press-phone', day: null, until: null, source: sources.fact('contact.press') });
  }
  return hours;
}

const SIGNPOSTS: readonly string[] = ['pinned-post', 'bio'];

/** A channel that falls silent without a word looks forgotten. */
function quietChannels({ facts, channels, drafts }: LintKit, sources: ReportSources): readonly QuietChannel[] {
  return facts.leaves.flatMap(({ channel }) => {
    const place = channels.find(({ id }) => id === channel);
    const kinds = drafts.filter(({ draft }) => draft.channel === channel).map(({ draft }) => draft.kind as string);
    const lacks: QuietChannel['lacks'][number][] = [];
    if (!kinds.includes('announcement')) lacks.push('announcement');
    if (!kinds.includes('last-post')) lacks.push('last-post');
    if (!kinds.some((kind) => SIGNPOSTS.includes(kind))) lacks.push('signpost');
    if (place?.messages === true && !kinds.includes('auto-reply')) lacks.push('auto-reply');
    const platform = place?.platform ?? channel;
    return lacks.length === 0 ? [] : [{ channel, platform, lacks, source: sources.channel(channel) }];
  });
}
