import { hostileQuestions, inEveryFaq } from '../../../model/farewell/hostile-questions.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { findAnswers, judgedLanguage } from '../../reports/find-answers.ts';
import { type SaidOtherwise, saidOtherwise } from '../../reports/said-otherwise.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';

export const hostileQuestionsRule: LintRule = {
  id: 'hostile-questions',
  severity: 'warning',
  title: { en: 'the FAQ has the hostile questions', de: 'das FAQ enthält die unbequemen Fragen' },
  explanation: {
    en: 'Twelve questions are asked on the first day, in the shop, on the phone and by reporters. Whoever was not told the answer makes one up; and an FAQ that says other than the card does makes two.',
    de: 'Zwölf Fragen kommen am ersten Tag, im Laden, am Telefon und aus den Redaktionen. Wer die Antwort nicht kennt, erfindet eine; und sagt das FAQ etwas anderes als die Karte, sind es schon zwei.',
  },
  lacks: ({ drafts }) =>
    drafts.some((one) => one.draft.kind === 'faq' && judgedLanguage(one) !== undefined)
      ? null
      : {
          en: 'There is no FAQ in German or English; write it with “lastpost draft write --kind faq”.',
          de: 'Es gibt kein FAQ auf Deutsch oder Englisch; schreiben Sie es mit „lastpost draft write --kind faq“.',
        },
  check: (kit) =>
    kit.drafts
      .filter((one) => one.draft.kind === 'faq' && judgedLanguage(one) !== undefined)
      .flatMap((faq) => [...missing(kit, faq), ...contradictions(kit, faq)]),
};

function missing(kit: LintKit, faq: LintDraft): readonly Said[] {
  const answers = findAnswers(kit, faq);
  const [body] = faq.parts;
  return hostileQuestions
    .filter(({ id }) => inEveryFaq.includes(id) && !answers.has(id))
    .map(({ asked, todo }) => ({
      spot: body?.spot(0, 0) ?? null,
      message: {
        en: `The FAQ does not answer “${asked.en}”.`,
        de: `Das FAQ beantwortet nicht: „${asked.de}“`,
      },
      fix: todo,
    }));
}

function contradictions(kit: LintKit, faq: LintDraft): readonly Said[] {
  const locale: FarewellLocale = faq.draft.locale;
  return kit.drafts
    .filter(({ draft }) => draft.kind === 'service-card' && draft.locale === locale)
    .flatMap((card) => saidOtherwise(kit, [faq, card]).flatMap((one) => contradiction(one, faq, card)));
}

function contradiction({ about, forms }: SaidOtherwise, faq: LintDraft, card: LintDraft): readonly Said[] {
  const of = ({ name }: LintDraft) => forms.flatMap(({ spots }) => spots).find(({ draft }) => draft === name);
  const [ours, theirs] = [of(faq), of(card)];
  if (ours === undefined || theirs === undefined) return [];
  return [
    {
      spot: ours,
      clash: { kind: 'draft', spot: theirs },
      message: {
        en: `The FAQ says “${ours.words}”, the card “${theirs.words}”.`,
        de: `Das FAQ sagt „${ours.words}“, die Karte „${theirs.words}“.`,
      },
      fix: {
        en: `Correct the one that does not agree with ${about} in lastpost.yaml.`,
        de: `Berichtigen Sie, was nicht zu ${about} in lastpost.yaml passt.`,
      },
    },
  ];
}
