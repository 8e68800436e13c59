import type { DraftsDiff } from '../../../journeys/drafts/diff-drafts.ts';
import { defineCommand } from '../../command-spec.ts';
import { clashJson } from '../../draft-json.ts';
import { draftOptions, draftsWished, madeDraftErrors } from '../../draft-options.ts';
import { draftsDiffText } from '../../drafts-diff-text.ts';
import { repeated, textOption } from '../../options.ts';

export const diffCommand = defineCommand({
  description:
    'Shows what other facts would make of the drafts: every sentence that changes, in every language, before and after. ' +
    'Without --set it compares the files with the facts as lastpost.yaml has them now. Nothing is written.',
  arguments: [],
  options: {
    set: repeated(textOption('FACT=VALUE', 'a fact as it would be, by its name below exit: in lastpost.yaml')),
    ...draftOptions,
  },
  examples: [
    { command: 'draft diff --set last_day=2027-03-14', explains: 'If the last day were two weeks later:' },
    { command: 'draft diff --locale en', explains: 'After lastpost.yaml was edited, before the drafts are written:' },
  ],
  errors: madeDraftErrors,
  exitCodes: {
    0: 'compared',
    1: 'failed',
    2: 'wrong use or settings, or facts that would not do',
    3: 'compared, and some would clash with your words or not fit',
  },
  run: async ({ set, ...options }, context) => {
    const { diffDrafts } = await import('../../../journeys/drafts/diff-drafts.ts');
    const diff = await diffDrafts({ ...draftsWished(options), set }, context, context);
    const isOpen = diff.changed.some(({ clashes, overs }) => clashes.length + overs.length > 0);
    return { exitCode: isOpen ? 3 : 0, json: jsonOf(diff), text: draftsDiffText(diff, context) };
  },
});

function jsonOf({ changed, same, gone }: DraftsDiff): object {
  return {
    drafts: changed.map(({ id, locale, file, fate, changes, clashes, overs }) => ({
      id,
      locale,
      file,
      state: fate,
      changes,
      conflicts: clashes.map(clashJson),
      over: overs,
    })),
    same,
    gone: gone.map(({ id, locale, file }) => ({ id, locale, file })),
  };
}
