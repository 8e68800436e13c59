import type { GenderStyle } from '../../../model/farewell/exit-facts.ts';
import type { AddressForm } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintDraft, LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { addressWords } from './address-words.ts';
import { findWords } from './find-words.ts';
import { genderForms } from './gender-forms.ts';
import { readParts, saidAt, withoutAddresses, withoutQuotes } from './read-parts.ts';

export const formOfAddressRule: LintRule = {
  id: 'form-of-address',
  severity: 'warning',
  title: { en: 'People are addressed in one way', de: 'Alle werden auf eine Art angesprochen' },
  explanation: {
    en: 'A “du” in the middle of a letter with “Sie” sounds as if two people had written it. Every text is held against the form of address in lastpost.yaml, and German ones against its way of naming people of all sexes.',
    de: 'Ein „du“ mitten in einem Text mit „Sie“ klingt, als hätten zwei daran geschrieben. Jeder Text wird mit der Anrede in lastpost.yaml verglichen, deutsche auch mit der Schreibweise, die dort für Menschen aller Geschlechter gewählt ist.',
  },
  check: (kit) => [
    ...kit.drafts.flatMap((draft) => otherHead(draft, kit)),
    ...readParts(kit).flatMap((part) => [...otherForm(part, kit), ...otherGender(part, kit)]),
  ],
};

/** Colleagues may call each other “du” while the public is “Sie”: there the file itself says what is meant. */
function isInside({ draft }: LintDraft): boolean {
  return draft.audience === 'staff' || draft.audience === 'leads';
}

function expectedIn(draft: LintDraft, kit: LintKit): AddressForm {
  return isInside(draft) ? draft.draft.address : (kit.facts.voice.address[draft.draft.locale] ?? 'formal');
}

/** A file for the public that is set to the other form. */
function otherHead(draft: LintDraft, kit: LintKit): readonly Said[] {
  const { locale, address } = draft.draft;
  const names = addressWords[locale]?.names;
  const expected = expectedIn(draft, kit);
  const [body] = draft.parts;
  if (names === undefined || body === undefined || address === expected) return [];
  return [
    {
      ...saidAt(
        body,
        [0, 0],
        {
          en: `The file is set to “${names[address]}”, and lastpost.yaml to “${names[expected]}”.`,
          de: `Die Datei ist auf „${names[address]}“ eingestellt, lastpost.yaml auf „${names[expected]}“.`,
        },
        {
          en: `Set “address: ${expected}” in the file, or change voice.address in lastpost.yaml.`,
          de: `Setzen Sie in der Datei „address: ${expected}“, oder ändern Sie voice.address in lastpost.yaml.`,
        },
      ),
      clash: { kind: 'fact', key: 'voice.address', says: expected },
    },
  ];
}

function otherForm(part: LintPart, kit: LintKit): readonly Said[] {
  const { locale } = part.draft.draft;
  const words = addressWords[locale];
  if (words === undefined) return [];
  const expected = expectedIn(part.draft, kit);
  const other: AddressForm = expected === 'formal' ? 'informal' : 'formal';
  const text = withoutQuotes(withoutAddresses(kit, part));
  const told = new Set<unknown>();
  return findWords(text, words[other]).flatMap((match) => {
    const [said] = match;
    // One word of a sentence is enough: whoever mends it sees the rest.
    const sentence = part.sentences.findLast(({ from }) => from <= match.index);
    if (told.has(sentence)) return [];
    told.add(sentence);
    const one = saidAt(
      part,
      [match.index, match.index + said.length],
      {
        en: `“${said}” is said to people one calls “${words.names[other]}”; this text is set to “${words.names[expected]}”.`,
        de: `„${said}“ passt zu „${words.names[other]}“; angesprochen wird hier mit „${words.names[expected]}“.`,
      },
      {
        en: `Write the sentence with “${words.names[expected]}”.`,
        de: `Schreiben Sie den Satz mit „${words.names[expected]}“.`,
      },
    );
    const fact = { kind: 'fact', key: 'voice.address', says: expected } as const;
    return [{ ...one, clash: isInside(part.draft) ? null : fact }];
  });
}

const styleNames: Readonly<Record<GenderStyle, LocalText>> = {
  neutral: { en: 'neutral words (“Kundschaft”)', de: 'neutrale Wörter („Kundschaft“)' },
  pair: { en: 'pairs (“Kundinnen und Kunden”)', de: 'Paarformen („Kundinnen und Kunden“)' },
  colon: { en: 'the colon (“Kund:innen”)', de: 'der Doppelpunkt („Kund:innen“)' },
  star: { en: 'the star (“Kund*innen”)', de: 'der Stern („Kund*innen“)' },
  generic: { en: 'one form for all (“Kunden”)', de: 'eine Form für alle („Kunden“)' },
};

function otherGender(part: LintPart, kit: LintKit): readonly Said[] {
  if (part.draft.draft.locale !== 'de') return [];
  const { gender } = kit.facts.voice;
  return genderForms(withoutQuotes(withoutAddresses(kit, part)))
    .filter(({ style }) => style !== gender)
    .map(({ style, from, to }) => {
      const said = part.text.slice(from, to);
      const one = saidAt(
        part,
        [from, to],
        {
          en: `“${said}” is another form than lastpost.yaml chooses: ${styleNames[gender].en}.`,
          de: `„${said}“ ist eine andere Form als die in lastpost.yaml gewählte: ${styleNames[gender].de}.`,
        },
        { en: 'Write it as in the other drafts.', de: 'Schreiben Sie es so wie in den anderen Entwürfen.' },
      );
      // A plain “Kunden” is what most people write, and no fault of grammar.
      const severity = style === 'generic' ? 'hint' : 'warning';
      return { ...one, severity, clash: { kind: 'fact', key: 'voice.gender', says: gender } };
    });
}
