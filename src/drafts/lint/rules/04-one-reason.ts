import { type ReasonKind, reasonKinds } from '../../../model/farewell/exit-facts.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { beginOf } from './begin-of.ts';
import { mismatches } from './mismatch.ts';
import { reasonWords } from './reason-words.ts';
import { plainSentence, type ToldSentence, toldSentences } from './told-sentences.ts';

export const oneReasonRule: LintRule = {
  id: 'one-reason',
  severity: 'error',
  title: {
    en: 'There is one reason, and it is the same everywhere',
    de: 'Es gibt einen Grund, und er ist überall derselbe',
  },
  explanation: {
    en: 'Two reasons make one excuse. The sentence of lastpost.yaml is the only one, in every text; replies to accusations may name what is not the reason.',
    de: 'Zwei Gründe klingen nach einer Ausrede. In jedem Text gilt nur der eine Satz aus lastpost.yaml; Antworten auf Vorwürfe dürfen nennen, was nicht der Grund ist.',
  },
  check: (kit) => [...mismatches(kit, ['reason']), ...otherReasons(kit), ...withoutReason(kit)],
};

const rungs: Readonly<Record<ReasonKind, { readonly en: string; readonly de: string }>> = {
  values: { en: 'values', de: 'Werte' },
  resources: { en: 'people, time and money', de: 'Leute, Zeit und Geld' },
  privacy: { en: 'privacy', de: 'Datenschutz' },
  'platform-closing': { en: 'the platform’s closing', de: 'das Ende der Plattform' },
  rebrand: { en: 'a new brand', de: 'eine neue Marke' },
  forced: { en: 'that we have to', de: 'dass wir müssen' },
};

/** Replies speak of reasons that are none; what was true later is of later. */
function mayNameOthers({ draft }: LintDraft): boolean {
  return /^(?:crisis|emergency|comeback)/.test(draft.kind);
}

/** Sentences that somebody wrote, in which we leave for something of another rung of the ladder. */
function otherReasons(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ part, isMade }) => !isMade && !mayNameOthers(part.draft))
    .flatMap((one) => {
      const other = otherRung(one, kit);
      return other === null ? [] : [otherReason(one, other, kit)];
    });
}

function otherRung({ part, sentence: { text } }: ToldSentence, { facts }: LintKit): ReasonKind | null {
  const { locale } = part.draft.draft;
  const words = reasonWords[locale];
  if (words === undefined || text.endsWith('?')) return null;
  if (!words.because.test(text) || !words.leaving.test(text) || words.not.test(text)) return null;
  // What our own sentence speaks of as well is no other reason.
  const own = facts.reason.sentence?.[locale] ?? '';
  const named = reasonKinds.filter((kind) => kind !== facts.reason.kind && words.rungs[kind]?.test(text));
  return named.find((kind) => !words.rungs[kind]?.test(own)) ?? null;
}

function otherReason({ part, sentence }: ToldSentence, other: ReasonKind, { facts }: LintKit): Said {
  const { kind } = facts.reason;
  const says = facts.reason.sentence?.[part.draft.draft.locale] ?? kind;
  return {
    spot: part.spot(sentence.from, sentence.from + sentence.text.length),
    clash: { kind: 'fact', key: facts.reason.sentence === null ? 'reason.kind' : 'reason.sentence', says },
    message: {
      en: `“${sentence.text}” gives another reason (${rungs[other].en}) than the one that was decided (${rungs[kind].en}).`,
      de: `„${sentence.text}“ nennt einen anderen Grund (${rungs[other].de}) als den beschlossenen (${rungs[kind].de}).`,
    },
    fix: {
      en: `Take the sentence out, or give the reason as it was decided: “${says}”.`,
      de: `Streichen Sie den Satz, oder nennen Sie den Grund so, wie er beschlossen ist: „${says}“.`,
    },
  };
}

/** Texts which the facts make with the reason's sentence, and that have none of its words any more. */
function withoutReason(kit: LintKit): readonly Said[] {
  return kit.drafts.flatMap((draft): readonly Said[] => {
    const { locale, kind } = draft.draft;
    const own = kit.facts.reason.sentence?.[locale]?.trim();
    const made = kit.made.get(draft.name)?.draft;
    if (own === undefined || made === undefined || mayNameOthers(draft) || kind === 'service-card') return [];
    if (!made.text.includes(own) || isThere(own, draft, kit)) return [];
    return [
      {
        severity: 'warning',
        spot: beginOf(draft),
        clash: { kind: 'fact', key: 'reason.sentence', says: own },
        message: {
          en: 'The sentence that says why we leave is not in this text any more.',
          de: 'Der Satz, warum wir gehen, steht nicht mehr in diesem Text.',
        },
        fix: { en: `Put it back, word for word: “${own}”.`, de: `Setzen Sie ihn wörtlich wieder ein: „${own}“.` },
      },
    ];
  });
}

/** Word for word, or with another figure, which has been told. */
function isThere(own: string, { parts }: LintDraft, kit: LintKit): boolean {
  const sentence = plainSentence(own);
  if (parts.some(({ text }) => plainSentence(text).includes(sentence))) return true;
  const told = parts.flatMap((part) => kit.claims(part));
  return told.some(({ role, expected }) => role === 'reason' && expected !== null);
}
