import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { LintDraft, LintPart, LintSentence, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { lastPostWords } from './last-post-words.ts';
import { saidAt } from './read-parts.ts';
import { thanksWords } from './thanks-words.ts';

export const thanksRule: LintRule = {
  id: 'thanks',
  severity: 'warning',
  title: { en: 'People are thanked, after the news', de: 'Es wird gedankt, und zwar nach der Nachricht' },
  explanation: {
    en: 'Who has read along for years is owed a thank you. Before the news it sounds like a trick: people wait for what is coming.',
    de: 'Wer jahrelang mitgelesen hat, dem schuldet man einen Dank. Vor der Nachricht klingt er wie eine Finte: Alle warten, was jetzt kommt.',
  },
  check: (kit) => kit.drafts.flatMap((draft) => [...missing(draft, kit), ...first(draft, kit)]),
};

const thanking: readonly DraftKind[] = ['announcement', 'last-post', 'newsletter', 'blog-post', 'landing-page'];
const telling: readonly DraftKind[] = [
  ...thanking,
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'pinned-post',
  'press-release',
];

/** From here on there is room for it, whoever wrote the text. */
const LONG_CHARACTERS = 500;

function missing(draft: LintDraft, kit: LintKit): readonly Said[] {
  const [body] = draft.parts;
  if (body === undefined || !thanking.includes(draft.draft.kind) || isThanking(body.text, draft, kit)) return [];
  const made = kit.made.get(draft.name);
  // A short form that is made without thanks has no room for them.
  const isDue = made === undefined ? body.text.length >= LONG_CHARACTERS : isThanking(made.draft.text, draft, kit);
  if (!isDue) return [];
  const thanks = kit.facts.thanks?.[draft.draft.locale];
  return [
    {
      ...saidAt(
        body,
        [body.text.length, body.text.length],
        { en: 'Nobody is thanked in this text.', de: 'In diesem Text wird niemandem gedankt.' },
        {
          en:
            thanks === undefined
              ? 'Thank those who read you, towards the end.'
              : `Add the thanks of lastpost.yaml towards the end: “${thanks}”.`,
          de:
            thanks === undefined
              ? 'Danken Sie gegen Ende denen, die Sie gelesen haben.'
              : `Nehmen Sie gegen Ende den Dank aus lastpost.yaml auf: „${thanks}“.`,
        },
      ),
      clash: thanks === undefined ? null : { kind: 'fact', key: 'thanks', says: thanks },
    },
  ];
}

function isThanking(text: string, { draft: { locale } }: LintDraft, { facts }: LintKit): boolean {
  const own = facts.thanks?.[locale]?.trim().replace(/[.!]$/, '');
  return thanksWords[locale].test(text) || (own !== undefined && own !== '' && text.includes(own));
}

/** “Guten Tag,”, a heading, or a line that says from when a text is free. */
const NOT_YET = /[,،]$|^#|^\*[^*]+\*$/u;

function first({ draft, parts }: LintDraft, kit: LintKit): readonly Said[] {
  const [body] = parts;
  if (body === undefined || !telling.includes(draft.kind)) return [];
  const sentence = body.sentences.find(({ text }) => !NOT_YET.test(text));
  if (sentence === undefined || !thanksWords[draft.locale].test(sentence.text) || isNews(body, sentence, kit))
    return [];
  return [
    saidAt(
      body,
      [sentence.from, sentence.from + sentence.text.length],
      {
        en: `The text begins with thanks, “${sentence.text}”, and the news comes after it.`,
        de: `Der Text beginnt mit einem Dank, „${sentence.text}“, und die Nachricht kommt erst danach.`,
      },
      {
        en: 'Begin with the news, and thank towards the end.',
        de: 'Beginnen Sie mit der Nachricht, und danken Sie gegen Ende.',
      },
    ),
  ];
}

/** The day, or words that say what is going to be. */
function isNews(part: LintPart, { from, text }: LintSentence, kit: LintKit): boolean {
  if (lastPostWords[part.draft.draft.locale]?.test(text) === true) return true;
  return kit
    .claims(part)
    .some(({ claim }) => claim.kind === 'date' && from <= claim.from && claim.to <= from + text.length);
}
