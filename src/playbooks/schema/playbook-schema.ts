import { z } from 'zod';
import { isTimeZone } from '../../base/locale-names.ts';
import { inputTypes, playbookModes } from '../../model/playbook/playbook.ts';
import { concurrency, steps } from './step-schema.ts';
import { localText, name, oneOf, text, wholeNumber, yesOrNo } from './values.ts';

const HOLIDAYS = 'a country like DE, or a part of one like DE-BY or CH-ZH';
export const SECRET_PLACE = 'env:NAME, the environment variable that has it';

/** `${{ inputs.mode }}` */
export const MODE_INPUT = /^\s*\$\{\{\s*inputs\.([a-z][a-z0-9_-]*)\s*\}\}\s*$/;
const MODE = `one of: ${playbookModes.join(', ')}; or an input that is: \${{ inputs.mode }}`;

const DIGEST = 'a digest: sha256: and 64 digits';

const input = z.strictObject({
  type: oneOf(inputTypes).describe('what it is'),
  required: yesOrNo.default(false).describe('nobody can start a run without it'),
  default: z
    .union([z.string(), z.number(), z.boolean(), z.null()], { error: 'some text, a number, true or false' })
    .optional()
    .describe('what it is when nobody says'),
  description: localText('what people read who are asked for it').optional(),
  choices: z
    .array(z.union([z.string(), z.number(), z.boolean()], { error: 'some text or a number' }), { error: 'a list' })
    .min(1)
    .optional()
    .describe('the values that it can have'),
});

const root = {
  apiVersion: z.literal('playbook/v1', { error: 'playbook/v1' }).describe('the version of this format'),
  name: name('what it is called; its file is called the same'),
  title: localText('what people read'),
  description: localText('what it is for, and when to take it').optional(),
  version: wholeNumber(1).default(1).describe('counts up with each change'),
  based_on: z
    .strictObject(
      {
        playbook: text('the name of the playbook that it was copied from'),
        version: wholeNumber(1).describe('the version that it had'),
        sha256: z
          .string({ error: DIGEST })
          .regex(/^sha256:[0-9a-f]{64}$/, { error: DIGEST })
          .describe('the digest of its file, by which its text is found again'),
      },
      { error: '{playbook, version, sha256}, as "lastpost playbook new" writes it' },
    )
    .optional()
    .describe('what it was copied from; written by "lastpost playbook new", and read by "playbook diff"'),
  mode: z
    .union([oneOf(playbookModes), z.string().regex(MODE_INPUT, { error: MODE })], { error: MODE })
    .describe('what becomes of the account in the end; or the input that says so'),
  part: yesOrNo.default(false).describe('it stands only in other playbooks: no run is started of it'),
  timezone: z
    .string({ error: 'a time zone like Europe/Berlin' })
    .refine(isTimeZone, { error: 'a time zone like Europe/Berlin' })
    .optional()
    .describe('in which its days begin; without it that of the workspace or the machine'),
  holidays: z
    .string({ error: HOLIDAYS })
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: HOLIDAYS })
    .optional()
    .describe('whose holidays are no working days'),
  inputs: z
    .record(name('what it is called'), input, { error: 'a block of inputs' })
    .optional()
    .describe('what has to be known when a run starts'),
  roles: z
    .array(text('a role of lastpost.yaml'), { error: 'a list of roles' })
    .optional()
    .describe('the roles that this playbook gives something to do'),
  concurrency: concurrency.optional(),
  secrets: z
    .record(
      name('what it is called'),
      z.string({ error: SECRET_PLACE }).regex(/^env:[A-Za-z_][A-Za-z0-9_]*$/, { error: SECRET_PLACE }),
      { error: 'names, each with env:NAME' },
    )
    .optional()
    .describe('where each secret is found; never the secret itself'),
  outputs: z
    .record(name('what it is called'), text('an expression'), { error: 'names with expressions' })
    .optional()
    .describe('what a playbook that uses this one finds under the step’s outputs'),
};

const STEPS = 'a list of steps';

/** Steps are read one by one, each by the schema of its type. */
export const rootSchema = z.strictObject({
  ...root,
  steps: z.array(z.unknown(), { error: STEPS }).min(1, { error: 'a list with at least one step' }),
});

/** The whole format as JSON Schema, for editors. */
export function playbookJsonSchema(): object {
  const whole = z.strictObject({
    ...root,
    steps: z
      .array(z.union(Object.values(steps) as never))
      .min(1)
      .describe('what is done, each after what it needs'),
  });
  const schema = z.toJSONSchema(whole, { io: 'input', target: 'draft-7', reused: 'ref' });
  return {
    $schema: schema.$schema,
    title: 'Lastpost playbook, version 1',
    description: 'How a brand leaves a platform, step by step. See docs/playbooks.md.',
    ...schema,
  };
}
