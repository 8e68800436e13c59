import { z } from 'zod';
import { oneOf, oneOrMany, orExpression, text } from '../schema/values.ts';

/** Looks at what the domain name system says. */
export const dnsWith = z.strictObject({
  name: text('the name that is asked for, such as blog.example.org'),
  type: orExpression(oneOf(['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS']), 'one of: A, AAAA, CNAME, TXT, MX, NS')
    .default('A')
    .describe('the kind of record'),
  expect: oneOrMany(text('absent, or a value'), 'absent, or a value').describe(
    'absent when there must be none, else one value or all of them',
  ),
  server: text('the name server that is asked, by its address; without it those of this machine').optional(),
});
