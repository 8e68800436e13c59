import { kindSpecs } from '../../../model/farewell/draft-kinds.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';

export const approvalRule: LintRule = {
  id: 'approval',
  severity: 'warning',
  title: { en: 'Somebody stands by every word', de: 'Für jedes Wort steht jemand ein' },
  explanation: {
    en: 'An approval is of the words that were read, and of no others. Drafts without one, and drafts that were changed after it, are named, so that nothing goes out that nobody has read to its end.',
    de: 'Eine Freigabe gilt für die Worte, die gelesen wurden, und für keine anderen. Genannt werden Entwürfe ohne Freigabe und solche, die danach geändert wurden, damit nichts hinausgeht, das niemand zu Ende gelesen hat.',
  },
  check: (kit) => kit.drafts.flatMap((draft) => approvalOf(draft, kit)),
};

function approvalOf({ name, draft, parts }: LintDraft, kit: LintKit): readonly Said[] {
  const state = kit.approvals.get(name) ?? 'none';
  const [body] = parts;
  if (state === 'approved' || body === undefined) return [];
  const spot = body.spot(0, 0);
  const fix = {
    en: `Let somebody read it to its end and run “lastpost draft approve ${draft.id}”.`,
    de: `Lassen Sie ihn von jemandem zu Ende lesen und rufen Sie „lastpost draft approve ${draft.id}“ auf.`,
  };
  const message =
    state === 'changed'
      ? {
          en: `“${name}” was changed after it was approved.`,
          de: `„${name}“ wurde nach der Freigabe noch geändert.`,
        }
      : { en: `Nobody has approved “${name}” yet.`, de: `„${name}“ hat noch niemand freigegeben.` };
  // What is kept for an emergency has no day on which it must be ready.
  const severity = kindSpecs[draft.kind].at === 'when-needed' ? 'hint' : 'warning';
  return [{ spot, message, fix, severity }];
}
