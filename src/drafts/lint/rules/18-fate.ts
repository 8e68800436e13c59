import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { shortDayIn } from '../../facts/days.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import { isDay } from '../claims/same-claim.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { beginOf } from './begin-of.ts';
import { type FateTopic, fateTopics, fateWords } from './fate-words.ts';
import { mismatches, spotOf } from './mismatch.ts';
import { toldSentences } from './told-sentences.ts';

export const fateRule: LintRule = {
  id: 'fate',
  severity: 'error',
  title: {
    en: 'What becomes of posts, messages and data is said, and is right',
    de: 'Was aus Beiträgen, Nachrichten und Daten wird, steht da und stimmt',
  },
  explanation: {
    en: 'Long texts are where people look for what becomes of their comments, messages, data and prizes. What is not said there is asked in public.',
    de: 'In den langen Texten suchen die Leute, was aus ihren Kommentaren, Nachrichten, Daten und Gewinnen wird. Was dort nicht steht, wird öffentlich gefragt.',
  },
  check: (kit) => [
    ...mismatches(kit, ['fate', 'answered-until', 'archive']),
    ...kit.drafts.flatMap((draft) => unsaid(draft, kit)),
    ...otherDays(kit),
  ],
};

const all: readonly FateTopic[] = ['posts', 'comments', 'messages', 'data'];

/** What a kind says in every form that comes along; prizes only where there are some. */
const topicsOf: Readonly<Partial<Record<DraftKind, readonly FateTopic[]>>> = {
  'auto-reply': ['messages'],
  'blog-post': [...all, 'prizes'],
  'landing-page': [...all, 'prizes'],
  newsletter: [...all, 'prizes'],
  'press-release': [...all, 'prizes'],
  faq: [...all, 'prizes'],
  'staff-memo': ['prizes'],
  'service-card': ['prizes'],
};

const names: Readonly<Record<FateTopic, { readonly en: string; readonly de: string; readonly key: string }>> = {
  posts: { en: 'the posts', de: 'den Beiträgen', key: 'fate.posts' },
  comments: { en: 'the comments', de: 'den Kommentaren', key: 'fate.comments' },
  messages: { en: 'messages', de: 'Nachrichten', key: 'fate.messages' },
  data: { en: 'people’s data', de: 'Daten', key: 'fate.data' },
  prizes: { en: 'open prizes', de: 'offenen Gewinnen', key: 'fate.prizes' },
};

function unsaid(draft: LintDraft, kit: LintKit): readonly Said[] {
  const { kind } = draft.draft;
  const asked = topicsOf[kind] ?? [];
  const blocks = asked.length === 0 ? [] : draft.parts.flatMap(({ text }) => blocksOf(text, draft.draft.locale));
  return fateTopics
    .filter((topic) => asked.includes(topic) && (topic !== 'prizes' || kit.facts.fate.prizes !== null))
    .filter((topic) => !saysFate(draft, blocks, topic, kit))
    .map((topic): Said => {
      const { en, de, key } = names[topic];
      const says = saysOf(kit, topic, draft);
      return {
        spot: beginOf(draft),
        clash: { kind: 'fact', key, says },
        message: {
          en: `This text says nothing about what becomes of ${en}.`,
          de: `Dieser Text sagt nicht, was aus ${de} wird.`,
        },
        fix: {
          en: `Add a sentence about it: ${key} in lastpost.yaml is “${says}”.`,
          de: `Ergänzen Sie einen Satz dazu: In lastpost.yaml steht unter ${key} „${says}“.`,
        },
      };
    });
}

/** A heading belongs to what stands under it, where it is about one thing; one that lists several says nothing of each. */
function blocksOf(text: string, locale: FarewellLocale): readonly string[] {
  const topicsIn = (line: string): number => fateTopics.filter((topic) => fateWords[locale][topic].test(line)).length;
  return text
    .replace(/^(?:#|\*\*).*\n+/gmu, (heading) => (topicsIn(heading) > 1 ? '' : `${heading.trim()} `))
    .replace(/:\n+/g, ': ')
    .split(/\n+/);
}

function saysFate({ draft }: LintDraft, blocks: readonly string[], topic: FateTopic, { facts }: LintKit): boolean {
  const words = fateWords[draft.locale];
  const { data, prizes } = facts.fate;
  const own = topic === 'data' ? data[draft.locale] : topic === 'prizes' ? prizes?.[draft.locale] : undefined;
  if (own !== undefined && blocks.some((block) => block.includes(own.trim().replace(/\.$/, '')))) return true;
  return blocks.some((block) => words[topic].test(block) && (topic === 'prizes' || words.fate.test(block)));
}

function saysOf({ facts }: LintKit, topic: FateTopic, { draft }: LintDraft): string {
  const { posts, comments, messages, data, prizes } = facts.fate;
  const text = {
    posts,
    comments,
    messages: messages.answeredUntil,
    data: data[draft.locale],
    prizes: prizes?.[draft.locale],
  };
  return text[topic] ?? '';
}

/** Sentences that somebody wrote: until when messages are answered. */
function otherDays(kit: LintKit): readonly Said[] {
  const { answeredUntil } = kit.facts.fate.messages;
  const [year, month, day] = answeredUntil.split('-').map(Number);
  return toldSentences(kit)
    .filter(({ part, sentence, isMade }) => {
      const words = fateWords[part.draft.draft.locale];
      return !isMade && words.messages.test(sentence.text) && words.until.test(sentence.text);
    })
    .flatMap(({ claims }) => {
      const days = claims.filter(({ claim }) => claim.kind === 'date');
      return days.length === 1 ? days : [];
    })
    .filter(({ claim }) => {
      if (claim.kind !== 'date' || !isDay(claim)) return false;
      return claim.day !== day || claim.month !== month || (claim.year !== null && claim.year !== year);
    })
    .map((one) => otherDay(one, answeredUntil));
}

function otherDay(one: CheckedClaim, answeredUntil: string): Said {
  const right = shortDayIn(one.part.draft.draft.locale, answeredUntil);
  const { said } = one.claim;
  return {
    spot: spotOf(one),
    clash: { kind: 'fact', key: 'fate.messages.answered_until', says: right },
    message: {
      en: `Messages are answered until “${right}”, and “${said}” stands here.`,
      de: `Nachrichten werden bis „${right}“ beantwortet, hier steht aber „${said}“.`,
    },
    fix: {
      en: `Write “${right}”, or change fate.messages.answered_until in lastpost.yaml and run “lastpost draft write”.`,
      de: `Schreiben Sie „${right}“, oder ändern Sie fate.messages.answered_until in lastpost.yaml und rufen Sie „lastpost draft write“ auf.`,
    },
  };
}
