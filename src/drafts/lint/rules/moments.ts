import { localToInstant } from '../../../base/zoned-time.ts';
import type { Audience } from '../../../model/farewell/exit-facts.ts';
import type { FactLanguage, LocalText } from '../../../model/platform.ts';
import { dayIn, hourIn } from '../../facts/days.ts';
import type { LintDraft } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';

/** A draft that goes out at a moment. */
export interface Scheduled {
  readonly draft: LintDraft;
  readonly audience: Audience;
  /** `2027-01-31T10:00` in the zone of the exit. */
  readonly at: string;
  readonly ms: number;
}

const instants = new Map<string, number>();

/** Milliseconds at which the clocks of the exit show a local time; hundreds of drafts go out at the same few. */
export function msOf(local: string, { facts }: Pick<LintKit, 'facts'>): number {
  const key = `${local} ${facts.timezone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const ms = Date.parse(localToInstant(local, facts.timezone));
  instants.set(key, ms);
  return ms;
}

/** Every draft that has a moment, the earliest first. Those that are only sent when they are needed have none. */
export function scheduled(kit: LintKit): readonly Scheduled[] {
  return kit.drafts
    .flatMap((draft) => {
      const { publishAt: at, audience } = draft.draft;
      return at === null ? [] : [{ draft, audience, at, ms: msOf(at, kit) }];
    })
    .sort((a, b) => a.ms - b.ms);
}

/** `9 am`: with blanks as people type them, for messages. */
export function hourText(language: FactLanguage, time: string): string {
  return hourIn(language, time).replace(/\p{Zs}/gu, ' ');
}

/** `Thursday, 26 November 2026, at 9 am`, for messages. */
export function momentText(local: string): LocalText {
  const day = local.slice(0, 10);
  return {
    en: `${dayIn('en', day)}, at ${hourText('en', local)}`,
    de: `${dayIn('de', day)}, ${hourText('de', local)}`,
  };
}
