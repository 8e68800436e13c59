import type { FarewellText } from '../../../model/farewell/locale.ts';
import type { LintKit } from '../lint-kit.ts';
import { fieldWords } from './field-words.ts';
import { plainWords } from './words-in.ts';

/** Names that lastpost.yaml has, and the words that it asks nobody to look up; in small letters. */
export function namesIn({ brand, people, channels, facts, ownWords }: LintKit): ReadonlySet<string> {
  const { successors, contact, page, fate, duty } = facts;
  const texts = [
    brand,
    ...people.map(({ name }) => name),
    ...channels.flatMap(({ platform, handle, name }) => [platform, handle ?? '', name ?? '']),
    ...successors.flatMap(({ name, url, handle }) => [...said(name), url, handle ?? '']),
    ...said(page),
    contact.url ?? '',
    contact.email ?? '',
    contact.press?.name ?? '',
    fate.archiveUrl ?? '',
    ...duty.map(({ person }) => person),
    ...fieldWords,
    ...ownWords,
  ];
  return new Set(texts.flatMap((text) => plainWords(text)));
}

function said(text: FarewellText): readonly string[] {
  return Object.values(text);
}
