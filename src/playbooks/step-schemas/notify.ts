import { z } from 'zod';
import { localText, oneOrMany, text } from '../schema/values.ts';

/** Tells people by mail, or a server by a webhook. */
export const notifyWith = z.union(
  [
    z.strictObject({
      to: oneOrMany(text('a person or a role'), 'a person or a role').describe(
        'whom it tells: people of the workspace, or roles',
      ),
      subject: localText('the subject of the mail'),
      text: localText('what it says'),
    }),
    z.strictObject({
      webhook: text('an address; mostly a secret, as an expression with secrets.NAME'),
      json: z.json().optional().describe('what is sent'),
    }),
  ],
  { error: '{to, subject, text} for a mail, or {webhook, json}' },
);
