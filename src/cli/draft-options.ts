import { draftKinds } from '../model/farewell/draft-kinds.ts';
import { farewellLocales } from '../model/farewell/locale.ts';
import type { OptionValues } from './command-spec.ts';
import { choiceOption, repeated, textOption } from './options.ts';

/** Which drafts: the same for every command that is about several. */
export const draftOptions = {
  locale: repeated(choiceOption(farewellLocales, 'only drafts in this language')),
  channel: repeated(textOption('ID', 'only drafts for this channel')),
  // All kinds in one line would be longer than any screen; whoever gets one wrong is told what there are.
  kind: repeated({ ...choiceOption(draftKinds, 'only drafts of this kind'), placeholder: 'KIND' }),
} as const;

export function draftsWished({ locale, channel, kind }: OptionValues<typeof draftOptions>) {
  return { locales: locale, channels: channel, kinds: kind };
}

/** The errors of everything that reads the files of drafts. */
export const keptDraftErrors = {
  'draft.front-matter': 'the head of a draft or a template does not parse; the message names file and line',
  'workspace.not-found': 'there is no lastpost.yaml here or above',
  'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  'ledger.locked': 'another process is writing the ledger',
  'usage.bad-value': 'there is no such language or kind; the hint lists those there are',
} as const;

/** The errors of everything that makes drafts from facts and templates. */
export const madeDraftErrors = {
  'exit.none': 'lastpost.yaml says nothing of an exit',
  'exit.incomplete': 'facts that every draft needs are still open; the message names them',
  'draft.no-text': 'a fact is not there in one of the languages',
  'draft.no-locale': 'the exit is not told in that language',
  'draft.no-channel': 'there is no such channel',
  'draft.unknown-variable': 'a template asks for a fact that there is not; file, line and the nearest name',
  'draft.unknown-filter': 'a template uses a filter that there is not',
  'draft.unknown-tag': 'a template uses a tag that there is not',
  'draft.template': 'a template cannot be read',
  'draft.endless': 'a template does not come to an end',
  'draft.phrases': 'a phrases.yaml cannot be read',
  'draft.no-phrase': 'a phrase that a template needs is not there',
  'draft.unreadable-template': 'the file of a template cannot be read',
  ...keptDraftErrors,
} as const;
