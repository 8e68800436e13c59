import type { Successor } from '../../../model/farewell/exit-facts.ts';
import type { LintClash } from '../../../model/farewell/lint/lint-finding.ts';
import type { LocalText } from '../../../model/platform.ts';
import { linkValue } from '../claims/find-addresses.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit, SeenAccount } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { allClaims, spotOf } from './mismatch.ts';
import { isAccount, linkedAccount } from './platform-hosts.ts';
import { reachWords } from './reach-words.ts';
import { toldSentences } from './told-sentences.ts';

export const successorAccountRule: LintRule = {
  id: 'successor-account',
  severity: 'error',
  title: { en: 'Where people are sent, somebody of ours is', de: 'Wohin wir die Leute schicken, dort sind wir auch' },
  explanation: {
    en: 'An empty profile, or one that is somebody else’s, is where a farewell ends badly. Successors are held against our channels and against what the archive has seen of them.',
    de: 'Ein leeres oder ein fremdes Profil ist das schlechteste Ende eines Abschieds. Nachfolger werden mit unseren Kanälen verglichen und mit dem, was das Archiv von ihnen gesehen hat.',
  },
  lacks: (kit) => (isAnythingToSee(kit) ? null : lacking),
  check: (kit) => [...kit.facts.successors.flatMap((one) => wrongSuccessor(one, kit)), ...strangers(kit)],
};

const lacking: LocalText = {
  en: 'No successor is a channel of lastpost.yaml, and no account has been kept: add “channel” to the successors, and run “lastpost snapshot take”.',
  de: 'Kein Nachfolger ist ein Kanal in lastpost.yaml, und von keinem Konto gibt es einen Stand: Ergänzen Sie „channel“ bei den Nachfolgern, und rufen Sie „lastpost snapshot take“ auf.',
};

function isAnythingToSee(kit: LintKit): boolean {
  if (kit.accounts.size > 0) return true;
  if (kit.facts.successors.some(({ channel, url }) => channel !== null || linkedAccount(linkValue(url)) !== null))
    return true;
  return allClaims(kit).some(({ claim }) => claim.kind === 'link' && linkedAccount(claim.value) !== null);
}

const MOST_QUIET_DAYS = 60;

function wrongSuccessor(one: Successor, kit: LintKit): readonly Said[] {
  return [...unlikeHandle(one, kit), ...(one.channel === null ? [] : ofChannel(one, one.channel, kit))];
}

function unlikeHandle(one: Successor, kit: LintKit): readonly Said[] {
  const account = linkedAccount(linkValue(one.url));
  if (account === null || one.handle === null || isAccount(account, one.handle)) return [];
  return [
    said(one, kit, one.url, {
      message: {
        en: `The successor’s link leads to “${account.name}”, and its handle is “${one.handle}”.`,
        de: `Der Link des Nachfolgers führt zu „${account.name}“, sein Handle ist aber „${one.handle}“.`,
      },
      fix: { en: 'Write the one of the two that is ours.', de: 'Schreiben Sie von beidem das, was zu uns gehört.' },
    }),
  ];
}

function ofChannel(one: Successor, channel: string, kit: LintKit): readonly Said[] {
  const { channels, facts, accounts } = kit;
  if (!channels.some(({ id }) => id === channel)) {
    return [
      said(one, kit, channel, {
        message: {
          en: `The successor’s channel “${channel}” is none of ours.`,
          de: `Der Kanal „${channel}“ des Nachfolgers gehört nicht zu unseren.`,
        },
        fix: { en: 'Name a channel of lastpost.yaml.', de: 'Nennen Sie einen Kanal aus lastpost.yaml.' },
      }),
    ];
  }
  if (facts.leaves.some((left) => left.channel === channel)) {
    return [
      said(one, kit, channel, {
        message: {
          en: `People are sent to “${channel}”, and that is left as well.`,
          de: `Die Leute werden zu „${channel}“ geschickt, auch das verlassen wir aber.`,
        },
        fix: { en: 'Name a channel that stays.', de: 'Nennen Sie einen Kanal, der bleibt.' },
      }),
    ];
  }
  const seen = accounts.get(channel);
  return seen === undefined ? [neverKept(one, channel, kit)] : quiet(one, channel, seen, kit);
}

function neverKept(one: Successor, channel: string, kit: LintKit): Said {
  return {
    ...said(one, kit, channel, {
      message: {
        en: `Nobody has looked whether there is anything on “${channel}”: it has never been kept.`,
        de: `Ob auf „${channel}“ etwas steht, hat niemand nachgesehen: Es gibt keinen gesicherten Stand.`,
      },
      fix: {
        en: `Run “lastpost snapshot ${channel}”, or look yourself.`,
        de: `Rufen Sie „lastpost snapshot ${channel}“ auf, oder sehen Sie selbst nach.`,
      },
    }),
    severity: 'warning',
  };
}

function quiet(one: Successor, channel: string, { posts, newest, seenAt }: SeenAccount, kit: LintKit): readonly Said[] {
  const day = seenAt.slice(0, 10);
  if (posts === 0) {
    return [
      said(one, kit, channel, {
        message: {
          en: `People are sent to “${channel}”, and on ${day} there was not one post.`,
          de: `Die Leute werden zu „${channel}“ geschickt, dort stand am ${day} aber kein einziger Beitrag.`,
        },
        fix: {
          en: 'Post there before the announcement, and keep a new snapshot.',
          de: 'Veröffentlichen Sie dort etwas vor der Ankündigung, und sichern Sie einen neuen Stand.',
        },
      }),
    ];
  }
  if (newest === null) return [];
  const days = Math.floor((kit.now.getTime() - Date.parse(newest)) / 86_400_000);
  if (days <= MOST_QUIET_DAYS) return [];
  return [
    {
      ...said(one, kit, channel, {
        message: {
          en: `People are sent to “${channel}”, and the newest post that has been kept there is ${days} days old.`,
          de: `Die Leute werden zu „${channel}“ geschickt, dessen neuester gesicherter Beitrag ist aber ${days} Tage alt.`,
        },
        fix: {
          en: 'Post there again, or keep a new snapshot if you have.',
          de: 'Veröffentlichen Sie dort wieder etwas, oder sichern Sie einen neuen Stand, falls Sie es schon tun.',
        },
      }),
      severity: 'warning',
    },
  ];
}

/** Where a draft first names the successor, else about all of them. */
function said(one: Successor, kit: LintKit, says: string, words: Pick<Said, 'message' | 'fix'>): Said {
  const value = linkValue(one.url);
  const named = allClaims(kit).find(({ claim }) => claim.kind === 'link' && claim.value === value);
  const clash: LintClash = { kind: 'fact', key: 'successors', says };
  return { spot: named === undefined ? null : spotOf(named), clash, ...words };
}

/** Sentences by hand that send people to an account of a platform which is none of ours. */
function strangers(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ isMade }) => !isMade)
    .flatMap(({ claims, sentence, part }) => {
      const { reach, not } = reachWords[part.draft.draft.locale];
      if (!reach.test(sentence.text) || not.test(sentence.text)) return [];
      return claims.filter(({ claim, role }) => {
        const account = claim.kind === 'link' && role === null ? linkedAccount(claim.value) : null;
        return account !== null && !isOurs(account, kit);
      });
    })
    .map((one) => ({
      spot: spotOf(one),
      message: {
        en: `People are sent to “${one.claim.said}”, which is no account of ours in lastpost.yaml.`,
        de: `Die Leute werden zu „${one.claim.said}“ geschickt; ein solches Konto von uns steht nicht in lastpost.yaml.`,
      },
      fix: {
        en: 'Write the link of one of our successors, or add the account to lastpost.yaml.',
        de: 'Setzen Sie den Link eines unserer Nachfolger ein, oder ergänzen Sie das Konto in lastpost.yaml.',
      },
    }));
}

/** Of platforms without handles we know only that we are there. */
function isOurs(account: NonNullable<ReturnType<typeof linkedAccount>>, { channels }: LintKit): boolean {
  return channels.some(
    ({ handle, platform }) =>
      account.platforms.includes(platform.toLowerCase()) && (handle === null || isAccount(account, handle)),
  );
}
