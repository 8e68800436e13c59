import type { ExitPlan, ExitPlanStep } from '../../model/farewell/lint/exit-plan.ts';
import type { PromiseKind } from '../../model/farewell/promise.ts';

/** By what a step is known to do something: one of these is enough. */
interface Doing {
  readonly types?: readonly ExitPlanStep['type'][];
  /** In its id or in one of its titles. */
  readonly called?: RegExp;
  /** In what it tells people to do. */
  readonly tells?: RegExp;
  /** What cannot be undone at the end of a deletion takes everything with it. */
  readonly deletes?: boolean;
}

const deletes: Doing = { deletes: true, called: /deactivat|delete|löschen/iu };
const kept: Doing = { types: ['snapshot'], called: /(?:^|\/)keep|\bkeep (?:what|the|a)\b|aufbewahren/iu };
const frozen: Doing = {
  called: /(?:^|\/)(?:lock|freeze|keeper)|lock .* up|handle keeper|einfrieren|abschließen|Namenswache/iu,
};

const doings: Readonly<Record<PromiseKind, Doing>> = {
  'answer-messages': { called: /repl(?:y|ies)|answer|antwort/iu },
  'close-inbox': {
    deletes: true,
    called: /inbox|Postfach/iu,
    tells: /close[^.\n]{0,50}\b(?:inbox|messages)\b|schließen Sie[^.\n]{0,80}(?:Postfach|Nachrichten)/iu,
  },
  'delete-messages': {
    deletes: true,
    called: /delete (?:the )?(?:messages|inbox)|Nachrichten löschen/iu,
    tells: /\bdelete\b[^.\n]{0,30}\bmessages\b|löschen Sie[^.\n]{0,30}Nachrichten/iu,
  },
  'keep-archive': kept,
  'keep-comments': kept,
  'content-stays': frozen,
  'comments-stay': frozen,
  'delete-content': { ...deletes, tells: /\bdelete\b[^.\n]{0,20}\bposts\b|löschen Sie[^.\n]{0,20}Beiträge/iu },
  'delete-comments': { ...deletes, tells: /\bdelete\b[^.\n]{0,20}\bcomments\b|löschen Sie[^.\n]{0,20}Kommentare/iu },
  'keep-account': { called: new RegExp(`${frozen.called?.source}|redirect|signpost|Weiterleitung`, 'iu') },
  'delete-account': deletes,
  'delete-data': {
    called: /data of people|personal data|delete .*\bdata\b|Daten von Menschen|personenbezogen|Daten löschen/iu,
    tells: /\b(?:delete|erase)\b[^.\n]{0,40}\bdata\b|löschen Sie[^.\n]{0,40}Daten\b/iu,
  },
  'keep-handle': { called: /handle|keeper|\bname\b|Namen/iu },
  'links-lead-on': {
    types: ['dns'],
    called: /redirect|lead on|links|weiterleit|Weiterleitung|führen weiter/iu,
    tells: /old links|alte Links/iu,
  },
  'page-stays': {
    called: /farewell page|Abschiedsseite|\blinks\b/iu,
    tells: /farewell page stand|Steht die Abschiedsseite/iu,
  },
  'newsletter-goes-on': { called: /newsletter|mailing list|Rundbrief|Verteiler/iu },
  'domain-stays': { types: ['dns'], called: /domain|web address|Webadresse/iu },
  'tell-later': { types: ['publish', 'notify'] },
  'honour-prizes': { called: /(?:^|\/)promises\b|prize|voucher|open promises|offene Zusagen|Gewinn|Gutschein/imu },
};

/** Steps that only let time pass, or look, keep no promise. */
const idle: readonly ExitPlanStep['type'][] = [
  'wait',
  'gate',
  'approval',
  'verify',
  'complete',
  'score',
  'certificate',
  'draft',
  'check-drafts',
];

/**
 * The step of a plan that keeps a promise; of several the last one, since the promise is kept when that is done. undefined where
 * none does it.
 * @param channel of the promise; a step about another channel keeps none of its promises
 */
export function stepFor(kind: PromiseKind, channel: string | null, plan: ExitPlan): ExitPlanStep | undefined {
  const doing = doings[kind];
  const steps = plan.steps.filter(
    (step) => !idle.includes(step.type) && (channel === null || step.channel === null || step.channel === channel),
  );
  // What Lastpost does itself is surer than what a title says.
  return (
    steps.findLast(({ type }) => doing.types?.includes(type) === true) ??
    steps.findLast((step) => doesIt(step, doing, plan))
  );
}

function doesIt(step: ExitPlanStep, { called, tells, deletes: ends }: Doing, { mode }: ExitPlan): boolean {
  if (ends === true && mode === 'delete' && step.isIrreversible) return true;
  const { id, title, instructions } = step;
  if (called?.test(`${id}\n${title.en}\n${title.de}`) === true) return true;
  return instructions !== null && tells?.test(`${instructions.en}\n${instructions.de}`) === true;
}
