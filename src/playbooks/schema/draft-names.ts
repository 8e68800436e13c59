import { z } from 'zod';
import { draftKinds } from '../../model/farewell/draft-kinds.ts';
import { hasExpression } from '../expressions/split-text.ts';
import { oneOrMany, yesOrNo } from './values.ts';

const NAME = 'a kind of draft like announcement, or a draft like announcement-x or de/announcement-x';

function isDraftName(text: string): boolean {
  const id = text.slice(text.indexOf('/') + 1);
  return hasExpression(text) || draftKinds.some((kind) => id === kind || id.startsWith(`${kind}-`));
}

const name = z.string({ error: NAME }).min(1, { error: NAME }).refine(isDraftName, { error: NAME });

/** The drafts that a step is about. */
export const draftNames = oneOrMany(name, NAME);

export const isOptional = yesOrNo
  .optional()
  .describe('where lastpost.yaml has no exit:, and so there are no drafts, nothing is asked for');
