import type { ApprovalState } from '../../../model/farewell/draft-approval.ts';
import { kindSpecs } from '../../../model/farewell/draft-kinds.ts';
import type { LintSeverity } from '../../../model/farewell/lint/lint-rules.ts';
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
  check: (kit) => [...kit.drafts.flatMap((draft) => changedSince(draft, kit)), ...neverApproved(kit)],
};

function stateOf({ name }: LintDraft, kit: LintKit): ApprovalState {
  return kit.approvals.get(name) ?? 'none';
}

/** What is kept for an emergency has no day on which it must be ready. */
function severityOf({ draft }: LintDraft): LintSeverity {
  return kindSpecs[draft.kind].at === 'when-needed' ? 'hint' : 'warning';
}

function changedSince(one: LintDraft, kit: LintKit): readonly Said[] {
  const [body] = one.parts;
  if (stateOf(one, kit) !== 'changed' || body === undefined) return [];
  return [
    {
      spot: body.spot(0, 0),
      severity: severityOf(one),
      message: {
        en: `“${one.name}” was changed after it was approved.`,
        de: `„${one.name}“ wurde nach der Freigabe noch geändert.`,
      },
      fix: {
        en: `Let somebody read it to its end and run “lastpost draft approve ${one.name} --as PERSON”.`,
        de: `Lassen Sie ihn von jemandem zu Ende lesen und rufen Sie „lastpost draft approve ${one.name} --as PERSON“ auf.`,
      },
    },
  ];
}

/** Before the first approval that is all of them: said once, or nobody would find anything else. */
function neverApproved(kit: LintKit): readonly Said[] {
  const open = kit.drafts.filter((one) => stateOf(one, kit) === 'none');
  return (['warning', 'hint'] as const).flatMap((severity) => {
    const names = open.filter((one) => severityOf(one) === severity).map(({ name }) => name);
    return names.length === 0 ? [] : [unapproved(names, severity)];
  });
}

const MOST_NAMED = 3;

function unapproved(names: readonly string[], severity: LintSeverity): Said {
  const more = names.length - MOST_NAMED;
  const named = (and: string): string => names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` ${and}` : '');
  return {
    spot: null,
    severity,
    message: {
      en: `Nobody has approved ${named(`and ${more} more`)} yet.`,
      de: `Noch nicht freigegeben: ${named(`und ${more} weitere`)}.`,
    },
    fix: {
      en: 'See all of them with “lastpost draft list”; whoever has read one to its end runs “lastpost draft approve DRAFT --as PERSON”.',
      de: 'Alle zeigt „lastpost draft list“; wer einen zu Ende gelesen hat, ruft „lastpost draft approve ENTWURF --as PERSON“ auf.',
    },
  };
}
