import { plainLine } from '../../../base/text-columns.ts';
import type { ShownDraft } from '../../../journeys/drafts/show-draft.ts';
import { farewellLocales } from '../../../model/farewell/locale.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { keptJson } from '../../draft-json.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { formatFacts } from '../../format.ts';
import { choiceOption, repeated } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

function approvalText({ state, approval }: ShownDraft): string {
  if (approval === null || state === 'none') return 'not approved';
  return state === 'approved' ? `approved by ${approval.by}` : `changed since ${approval.by} approved it`;
}

function describe(shown: ShownDraft, { style, cwd }: CommandContext): string {
  const { draft, file, counts } = shown;
  const facts: readonly (readonly [string, string])[] = [
    ['File', shownPath(file, cwd)],
    ['Goes out', draft.publishAt?.replace('T', ' ') ?? 'when it is needed'],
    ['To', draft.audience],
    ['Made from', draft.template],
    ['Length', counts.map(({ part, count, most }) => `${part} ${count} of ${most}`).join(', ') || 'no limit'],
    ['Approval', approvalText(shown)],
    ...Object.entries(draft.fields).map(([name, value]) => [name, plainLine(value)] as const),
  ];
  const text = draft.text.split('\n').map((line) => `  ${plainLine(line)}`.trimEnd());
  return [style.bold(`${draft.locale}/${draft.id}`), formatFacts(facts), '', ...text].join('\n');
}

export const showCommand = defineCommand({
  description:
    'Shows a draft as its file is now: its text and fields, how long it is where it will stand, when it goes out, and who ' +
    'approved it.',
  arguments: [{ name: 'DRAFT', description: 'announcement-x for all languages, or de/announcement-x', required: true }],
  options: { locale: repeated(choiceOption(farewellLocales, 'only in this language')) },
  examples: [{ command: 'draft show announcement-x --locale de', explains: 'One of them:' }],
  errors: { 'draft.unknown': 'there is no such draft; the hint names the nearest', ...keptDraftErrors },
  exitCodes: { 0: 'shown', 1: 'failed', 2: 'wrong use or settings, or no such draft' },
  run: async ({ locale }, context) => {
    const { showDraft } = await import('../../../journeys/drafts/show-draft.ts');
    const drafts = await showDraft(context.args[0] ?? '', locale, context, context);
    const json = { drafts: drafts.map((shown) => ({ ...keptJson(shown), counts: shown.counts })) };
    return { exitCode: 0, json, text: drafts.map((shown) => describe(shown, context)).join('\n\n') };
  },
});
