import type { KeptDraft } from '../../../journeys/drafts/kept-drafts.ts';
import { wantsNativeReview } from '../../../model/farewell/locale.ts';
import { defineCommand } from '../../command-spec.ts';
import { keptJson } from '../../draft-json.ts';
import { draftOptions, draftsWished, keptDraftErrors } from '../../draft-options.ts';
import { nativeReviewText } from '../../draft-text.ts';
import { formatTable } from '../../format.ts';

const TITLES = ['DRAFT', 'GOES OUT', 'TO', 'EDITED', 'APPROVED'];

function row({ draft, isEdited, state, approval }: KeptDraft): readonly string[] {
  const approved = { approved: approval?.by ?? '', changed: 'changed since', none: '' };
  return [
    `${draft.locale}/${draft.id}`,
    draft.publishAt?.replace('T', ' ') ?? 'when needed',
    draft.audience,
    isEdited ? 'yes' : '',
    approved[state],
  ];
}

function describe(drafts: readonly KeptDraft[]): string {
  if (drafts.length === 0) return 'No draft yet. Write them with: lastpost draft write';
  const table = formatTable(
    TITLES.map((title) => ({ title })),
    drafts.map(row),
  );
  const approved = drafts.filter(({ state }) => state === 'approved').length;
  const foreign = [...new Set(drafts.map(({ draft }) => draft.locale))].filter(wantsNativeReview);
  const review = foreign.length === 0 ? '' : `\n${nativeReviewText(foreign)}`;
  return `${table}\n\n${approved} of ${drafts.length} approved.${review}`;
}

export const listCommand = defineCommand({
  description:
    'Lists the drafts of the workspace as their files are now: when each goes out and to whom, whether somebody edited it, ' +
    'and whether it is approved. An approval is for exactly the words that were approved.',
  arguments: [],
  options: draftOptions,
  examples: [
    { command: 'draft list', explains: 'All of them:' },
    { command: 'draft list --locale de --channel x --json', explains: 'For a script:' },
  ],
  errors: keptDraftErrors,
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings, or a draft that cannot be read' },
  run: async (options, context) => {
    const { listDrafts } = await import('../../../journeys/drafts/list-drafts.ts');
    const drafts = await listDrafts(draftsWished(options), context);
    return { exitCode: 0, json: { drafts: drafts.map(keptJson) }, text: describe(drafts) };
  },
});
