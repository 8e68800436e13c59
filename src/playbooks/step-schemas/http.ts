import { z } from 'zod';
import { duration, oneOf, oneOrMany, orExpression, text, yesOrNo } from '../schema/values.ts';

const STATUS = 'a status like 200';

const status = oneOrMany(
  orExpression(z.int({ error: STATUS }).min(100, { error: STATUS }).max(599, { error: STATUS }), STATUS),
  STATUS,
);

const EXPECT = 'gone, a status like 301, {redirect: address}, {text: words} or {status: …, text: …}';

/** What an answer has to be. */
const expect = z
  .union(
    [
      z.literal('gone').describe('404 or 410: nothing is there any more'),
      status,
      z.strictObject({ redirect: text('the address to which it sends') }),
      z.strictObject({ status: status.optional(), text: text('words that stand in the answer').optional() }),
    ],
    { error: EXPECT },
  )
  .describe('what the answer must be; without it any status from 200 to 299');

/** Asks a server, or tells it something. */
export const httpWith = z.strictObject({
  url: text('the address'),
  method: orExpression(oneOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']), 'a method like GET or POST')
    .default('GET')
    .describe('how it is asked'),
  headers: z
    .record(z.string(), text('its value'), { error: 'header names with their values' })
    .optional()
    .describe('headers of the question; what is secret as an expression with secrets.NAME'),
  body: z
    .union([text('as it is sent'), z.record(z.string(), z.json()), z.array(z.json())], {
      error: 'text, or values that are sent as JSON',
    })
    .optional()
    .describe('text, or values that are sent as JSON'),
  expect: expect.optional(),
  timeout: duration('how long it may take').default('30s'),
  idempotent: orExpression(yesOrNo, 'true or false')
    .optional()
    .describe('asking twice does no more than asking once; for GET and HEAD it is so'),
});
