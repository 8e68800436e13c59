import type { GenderStyle } from '../../../model/farewell/exit-facts.ts';

export interface GenderForm {
  readonly style: GenderStyle;
  readonly from: number;
  readonly to: number;
}

const E = '(?![\\p{L}\\p{N}])';

/** People who may be meant by a masculine form in a farewell; in a compound such as “Kundendienst” nobody is addressed. */
const PEOPLE =
  'Kunden|Leser|Lesern|Nutzer|Nutzern|Mitarbeiter|Mitarbeitern|Besucher|Besuchern|Kollegen|Abonnenten|Teilnehmer|Teilnehmern|Anwender|Anwendern|Zuschauer|Zuschauern|Hörer|Hörern|Bürger|Bürgern|Journalisten';

const PAIR_LINK = '(?:und|oder|bzw\\.|sowie)';

/** “Kund:innen”, “Kund*in”, “Kund_innen”, “KundInnen”, “Kund/-innen”, “Kundinnen und Kunden”. LinkedIn and LogIn are none. */
const forms: readonly (readonly [GenderStyle, RegExp])[] = [
  ['star', new RegExp(`(?<!\\p{L})\\p{Lu}\\p{L}{2,30}\\*in(?:nen)?${E}`, 'gu')],
  ['colon', new RegExp(`(?<!\\p{L})\\p{Lu}\\p{L}{2,30}:in(?:nen)?${E}`, 'gu')],
  [
    'pair',
    new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{L}{2,8})\\p{L}{0,22}innen ${PAIR_LINK} \\1\\p{L}{0,22}(?<!innen)${E}`, 'gu'),
  ],
  ['pair', new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{L}{2,8})\\p{L}{0,22} ${PAIR_LINK} \\1\\p{L}{0,22}innen${E}`, 'gu')],
  ['generic', new RegExp(`(?:${PEOPLE})(?<![\\p{L}-](?:${PEOPLE}))(?![\\p{L}\\p{N}*:_/-])`, 'gu')],
];

/** None of the styles that the facts can choose. */
const others = new RegExp(
  `(?<!\\p{L})\\p{Lu}\\p{L}{2,30}(?:_in(?:nen)?|/-?in(?:nen)?)${E}|(?<!\\p{L})\\p{Lu}\\p{Ll}{2,30}Innen${E}|(?<!\\p{L})\\p{Lu}\\p{Ll}{2,30}(?:er|ent|ist|or)In${E}`,
  'gu',
);

/** All forms but the generic one have one of these. */
const MARKED = /[*:_/]-?in|In|innen/;

/** Forms of a German text by which people of all sexes are named, or by which they are not. */
export function genderForms(
  text: string,
): readonly (Omit<GenderForm, 'style'> & { readonly style: GenderStyle | null })[] {
  const found: (Omit<GenderForm, 'style'> & { readonly style: GenderStyle | null })[] = [];
  const add = (style: GenderStyle | null, pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (!found.some((one) => from < one.to && one.from < to)) found.push({ style, from, to });
    }
  };
  const isWorthALook = MARKED.test(text);
  for (const [style, pattern] of forms) if (isWorthALook || style === 'generic') add(style, pattern);
  if (isWorthALook) add(null, others);
  return found.sort((a, b) => a.from - b.from);
}
