import { z } from 'zod';
import { evidenceKinds, probeTypes, type StepTypeName, stepTypes } from '../../model/playbook/playbook.ts';
import { stepSchemas } from '../step-schemas.ts';
import { anything, date, duration, localText, name, oneOf, oneOrMany, text, wholeNumber, yesOrNo } from './values.ts';

/** What can be run to undo a step: something that acts. */
export const compensationTypes = ['manual', 'http', 'command', 'notify', 'publish'] as const;

/** The same block for several types, told apart by `type`. */
function byType<const Types extends readonly [StepTypeName, ...StepTypeName[]]>(types: Types, more: z.ZodRawShape) {
  const blocks = types.map((type) => {
    const { with: schema, needsWith } = stepSchemas[type];
    return z.strictObject({ type: z.literal(type), with: needsWith ? schema : schema.prefault({}), ...more });
  });
  return z.discriminatedUnion('type', blocks as never, {
    error: `{type, with}, type being one of: ${types.join(', ')}`,
  });
}

const CHOICE = 'one line of 60 letters or fewer';

const evidence = z
  .strictObject({
    id: name('what it is called'),
    kind: oneOf(evidenceKinds).optional().describe('what it has to be; without it any of them'),
    required: yesOrNo.default(true).describe('the step cannot be confirmed without it'),
    description: localText('what it has to show').optional(),
    choices: z
      .array(z.string({ error: CHOICE }).regex(/^\S(.{0,58}\S)?$/, { error: CHOICE }), { error: 'a list of texts' })
      .min(2, { error: 'a list of at least two texts' })
      .optional()
      .describe('of a text: what is said has to be one of these, and is an output of the step'),
  })
  .refine(({ kind = 'text', choices }) => choices === undefined || kind === 'text', {
    path: ['kind'],
    error: 'text, where there are choices',
  })
  .refine(({ choices = [] }) => new Set(choices.map((one) => one.toLowerCase())).size === choices.length, {
    path: ['choices'],
    error: 'a list in which nothing stands twice',
  });

const retry = z.strictObject({
  max_attempts: wholeNumber(1).max(100, { error: '100 or fewer' }).default(3).describe('the first one included'),
  backoff: oneOf(['fixed', 'exponential']).default('exponential').describe('whether the pause doubles each time'),
  delay: duration('the pause before the second attempt').default('30s'),
});

/** A group, by itself or as GitHub writes it. */
export const concurrency = z
  .union([text('a name'), z.strictObject({ group: text('a name; may hold expressions over inputs') })], {
    error: '{group: name}',
  })
  .describe('runs of the same group go one after another');

/** What a step and the use of another playbook have in common. */
const everyStep = {
  id: name('what it is called in needs, expressions and commands'),
  name: localText('what people read').optional(),
  instructions: localText('what a person has to do, and how').optional(),
  needs: oneOrMany(text('the id of a step'), 'the id of a step')
    .optional()
    .describe('steps that have to be done before'),
  if: z
    .union([text('an expression'), z.boolean()], { error: 'an expression' })
    .optional()
    .describe('the step is skipped where this is not true'),
  register: name('another name under which its outputs are found').optional(),
};

const plainStep = {
  ...everyStep,
  assignee: text('the role that has to do it').optional(),
  due: date('when it should be done: a day, last_day - 31d, or last_day - 5wd in working days').optional(),
  timeout: duration('how long it may wait or work').optional(),
  on_timeout: oneOf(['fail', 'continue', 'remind']).default('fail').describe('what happens when that time is over'),
  on_failure: oneOf(['stop', 'continue', 'compensate'])
    .default('stop')
    .describe('stop and ask a person, go on all the same, or undo what was done'),
  retry: retry.optional().describe('tries again by itself; never allowed for what is irreversible'),
  irreversible: yesOrNo.default(false).describe('a point of no return: nothing brings back what it ends'),
  confirm: text('what has to be typed back before it').optional(),
  expires: duration('how long its release holds').optional(),
  probe: byType(probeTypes, {}).optional().describe('looks whether it has been done'),
  evidence: z
    .array(evidence, { error: 'a list of {id, kind, required}' })
    .optional()
    .describe('what a person has to show for it'),
  compensate: byType(compensationTypes, {
    name: localText('what people read').optional(),
    instructions: localText('how a person undoes it').optional(),
  })
    .optional()
    .describe('how it is undone, as long as nothing irreversible has begun'),
  channel: text('the channel that it ends, where it is not that of the snapshot it rests on').optional(),
  staff_memo: yesOrNo
    .optional()
    .describe('confirming it says that the staff was told; true for a manual step called memo'),
  hint: localText('what goes wrong most often, and what one sees then').optional(),
  effort: duration('how much of a person’s work it is; plans reckon with it').optional(),
  takes: duration('how long until it is done, where others are waited for; plans reckon with it').optional(),
  remind: oneOrMany(duration('how long before'), 'a duration like 7d')
    .optional()
    .describe('how long before its date people are reminded'),
};

const ofApproval = {
  approvers: oneOrMany(text('a role'), 'a role').describe('roles, one of which an approver must have'),
  min_approvals: wholeNumber(1).default(1).describe('by so many different people'),
  each_role: yesOrNo.default(false).describe('by at least one person of each of these roles'),
  prevent_self_review: yesOrNo
    .default(true)
    .describe('who started the run, or confirmed a step that this one needs, may not approve'),
  binds: oneOrMany(text('a name like verified.manifest_sha256'), 'a name like verified.manifest_sha256')
    .optional()
    .describe('what is approved: the approval is void when one of these changes'),
};

const ofWait = {
  duration: duration('how long').optional(),
  until: date('until when').optional(),
  date: date('the same as until').optional(),
  condition: text('an expression that has to become true').optional(),
};

function stepOf(type: StepTypeName) {
  const { with: schema, needsWith } = stepSchemas[type];
  return z.strictObject({
    ...plainStep,
    type: z.literal(type).describe('what kind of step it is'),
    with: (needsWith ? schema : schema.prefault({})).describe('what the step needs to know'),
    ...(type === 'approval' ? ofApproval : {}),
    ...(type === 'wait' ? ofWait : {}),
  });
}

const typed: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(stepTypes.map((type) => [type, stepOf(type)]));

/** By type, and `uses` for a step in whose place another playbook stands. */
export const steps = {
  ...(typed as Readonly<Record<StepTypeName, z.ZodObject>>),
  uses: z.strictObject({
    ...everyStep,
    uses: text('the name of another playbook, whose steps stand here'),
    with: anything.optional().describe('its inputs'),
  }),
} as const;

/** Every type in which a field may stand; [] for a field that nothing has. */
export function typesWith(field: string): readonly string[] {
  return Object.entries(steps)
    .filter(([, schema]) => field in schema.shape)
    .map(([type]) => type);
}
