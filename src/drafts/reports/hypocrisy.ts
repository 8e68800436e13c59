import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { HostileQuestionId } from '../../model/farewell/hostile/question.ts';
import type { HypocrisyReport, KeptAccount } from '../../model/farewell/reports/hypocrisy-report.ts';
import type { ReportLanguage } from '../../model/farewell/reports/report-names.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { allAnswers } from './all-answers.ts';
import { countedChannels } from './counted-channels.ts';
import type { ReportSources } from './sources.ts';

const aboutThoseWhoStay: readonly HostileQuestionId[] = [
  'ceo-account',
  'private-accounts',
  'subsidiaries',
  'ads',
  'partners',
  'handle',
];

const AD_WORDS = /\b(?:advert\w*|ads|pixel\w*)\b|Anzeige|Werbe|Werbung/iu;

/** A channel as lastpost.yaml has it. */
export interface ListedAddress {
  readonly id: string;
  readonly url: string;
}

/** Who of us stays, from the list of channels, and what the texts say of it. @param listed the channels of lastpost.yaml */
export function hypocrisyReport(
  kit: LintKit,
  sources: ReportSources,
  listed: readonly ListedAddress[],
  first: ReportLanguage,
): HypocrisyReport {
  const { facts, channels, plan } = kit;
  const answers = allAnswers(kit, first);
  const left = facts.leaves.map(({ channel }) => channel);
  const own = channels.filter(({ id }) => listed.some((one) => one.id === id));
  const platforms = own.filter(({ id }) => left.includes(id)).map(({ platform }) => platform);
  const kept = own.filter(({ id }) => !left.includes(id));
  const account = (one: DraftChannel): KeptAccount => ({
    id: one.id,
    platform: one.platform,
    handle: one.handle,
    isSuccessor: isSuccessor(facts, one, listed),
    source: sources.channel(one.id),
  });
  return {
    name: 'hypocrisy',
    leaves: facts.leaves.map(({ channel, mode }) => ({
      id: channel,
      platform: channels.find(({ id }) => id === channel)?.platform ?? channel,
      mode,
      source: sources.channel(channel),
    })),
    samePlatform: kept.filter(({ platform }) => platforms.includes(platform)).map(account),
    elsewhere: kept.filter(({ platform }) => !platforms.includes(platform)).map(account),
    counted: countedChannels(facts, own.length, sources, first),
    said: aboutThoseWhoStay.map((question) => ({ question, source: answers.get(question)?.[0]?.source ?? null })),
    adSteps:
      plan === null
        ? null
        : plan.steps
            .filter(({ title, instructions }) =>
              AD_WORDS.test(`${title.de} ${title.en} ${instructions?.de ?? ''} ${instructions?.en ?? ''}`),
            )
            .map(({ id }) => id),
  };
}

function isSuccessor(
  { successors }: ExitFacts,
  { id, handle }: DraftChannel,
  listed: readonly ListedAddress[],
): boolean {
  const url = listed.find((one) => one.id === id)?.url.replace(/\/+$/, '');
  return successors.some(
    (one) => one.channel === id || (handle !== null && one.handle === handle) || one.url.replace(/\/+$/, '') === url,
  );
}
