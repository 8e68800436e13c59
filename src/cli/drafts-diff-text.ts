import type { ChangedDraft, DraftsDiff } from '../journeys/drafts/diff-drafts.ts';
import { type DraftTextPlace, sideBySide, troubleLines } from './draft-text.ts';
import { plural } from './format.ts';

function draftLines({ id, locale, fate, changes }: ChangedDraft, { width, style }: DraftTextPlace): readonly string[] {
  if (fate === 'new') return [style.bold(`${locale}/${id}`), '  would be new'];
  if (changes.length === 0) return [];
  return [
    style.bold(`${locale}/${id}`),
    ...changes.flatMap(({ part, before, after }) => [`  ${part}`, ...sideBySide(before, after, width, style)]),
  ];
}

/** What other facts would change, for people, draft by draft. */
export function draftsDiffText({ changed, same, gone }: DraftsDiff, context: DraftTextPlace): string {
  const lines = changed.map((draft) => draftLines(draft, context)).filter((one) => one.length > 0);
  const end = `${plural(changed.length, 'draft')} would be different, ${same} would stay as ${same === 1 ? 'it is' : 'they are'}. Nothing was written.`;
  return [
    ...lines.flatMap((one) => [...one, '']),
    ...gone.flatMap(({ id, locale }) => [`${locale}/${id} would be taken away.`]),
    ...troubleLines(changed, context),
    end,
  ].join('\n');
}
