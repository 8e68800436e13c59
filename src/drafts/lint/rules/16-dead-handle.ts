import type { DraftChannel } from '../../../model/farewell/draft-channel.ts';
import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { spotOf } from './mismatch.ts';
import { bareHandle, isAccount, linkedAccount } from './platform-hosts.ts';
import { reachWords } from './reach-words.ts';
import { type ToldSentence, toldSentences } from './told-sentences.ts';

export const deadHandleRule: LintRule = {
  id: 'dead-handle',
  severity: 'warning',
  title: { en: 'Nobody is sent to an account that is gone', de: 'Niemand wird zu einem gelöschten Konto geschickt' },
  explanation: {
    en: 'The name of a deleted account can be taken by others. Texts that are read after the last day may say which one it was, and not ask anybody to follow it or to write there.',
    de: 'Den Namen eines gelöschten Kontos können andere übernehmen. Texte, die nach dem letzten Tag gelesen werden, dürfen sagen, welches es war, aber niemanden bitten, ihm zu folgen oder dorthin zu schreiben.',
  },
  check: (kit) => {
    const dead = kit.channels.filter(({ id }) =>
      kit.facts.leaves.some((one) => one.channel === id && one.mode === 'delete'),
    );
    if (dead.length === 0) return [];
    return toldSentences(kit)
      .filter(({ claims, part }) => claims.length > 0 && isReadAfterwards(part.draft, kit))
      .flatMap((one) => sentTo(one, dead));
  },
};

/** What stands somewhere, and is read long after it was written. */
const standing: readonly DraftKind[] = [
  'landing-page',
  'blog-post',
  'press-release',
  'faq',
  'banner',
  'gone-page',
  'redirect-page',
  'service-card',
];

function isReadAfterwards({ draft }: LintDraft, { facts }: LintKit): boolean {
  const { kind, publishAt, channel } = draft;
  // Back on the account, its name is right again.
  if (kind === 'comeback') return false;
  if (standing.includes(kind)) return true;
  if (kind === 'bio' || kind === 'pinned-post') return !facts.leaves.some((one) => one.channel === channel);
  return publishAt !== null && publishAt >= `${facts.lastDay}T${facts.lastTime}`;
}

function sentTo(told: ToldSentence, dead: readonly DraftChannel[]): readonly Said[] {
  const { reach, not } = reachWords[told.part.draft.draft.locale];
  const text = withLead(told);
  if (not.test(told.sentence.text) || !reach.test(text)) return [];
  return told.claims.flatMap((one) => {
    const account = dead.find((channel) => isOf(one, channel));
    return account === undefined ? [] : [deadHandle(one, account)];
  });
}

/** A point of a list says what the line above the list says. */
function withLead({ part, sentence }: ToldSentence): string {
  const before = part.text.slice(0, sentence.from).split('\n');
  if (!/^\s*[-–•*]/u.test(`${before.at(-1) ?? ''}${sentence.text}`)) return sentence.text;
  const lead = before.reverse().find((line) => line.trim() !== '' && !/^\s*[-–•]/u.test(line));
  return `${lead ?? ''} ${sentence.text}`;
}

function isOf({ claim }: CheckedClaim, { handle, platform }: DraftChannel): boolean {
  if (handle === null || claim.kind === 'date') return false;
  if (claim.kind === 'handle') return bareHandle(claim.value) === bareHandle(handle);
  const account = claim.kind === 'link' ? linkedAccount(claim.value) : null;
  if (account === null) return false;
  return account.platforms.includes(platform.toLowerCase()) && isAccount(account, handle);
}

function deadHandle(one: CheckedClaim, { id, platform }: DraftChannel): Said {
  const { said } = one.claim;
  return {
    spot: spotOf(one),
    clash: { kind: 'fact', key: 'leaves', says: `${id}: delete` },
    message: {
      en: `“${said}” on ${platform} is to be deleted, and here people are sent there.`,
      de: `„${said}“ auf ${platform} wird gelöscht, hier werden die Leute aber dorthin geschickt.`,
    },
    fix: {
      en: 'Name a successor or our page instead, or say that nobody of ours is there any more.',
      de: 'Nennen Sie stattdessen einen Nachfolger oder unsere Seite, oder sagen Sie, dass dort niemand mehr von uns ist.',
    },
  };
}
