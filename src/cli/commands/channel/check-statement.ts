import type { CheckedStatement } from '../../../journeys/check-statement.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatTime } from '../../format.ts';
import { shownPath } from '../../snapshot-text.ts';
import type { Style } from '../../style.ts';

function describe(
  { file, state, created, software, key, isOurKey }: CheckedStatement,
  cwd: string,
  style: Style,
): string {
  const name = shownPath(file, cwd);
  if (state === 'none') return `${name}: ${style.red('not signed')}. There is no signature in it or beside it.`;
  if (state === 'changed') return `${name}: ${style.red('changed')}. It is not what was signed.`;
  if (state === 'forged')
    return `${name}: ${style.red('not genuine')}. The signature was not made with the key it names.`;
  const whose = {
    true: 'the key of this workspace',
    false: 'another key than that of this workspace',
    null: 'compare it with the key of the workspace',
  };
  return [
    `${name}: ${style.green('unchanged')} since it was signed on ${formatTime(created ?? '')} with ${software}.`,
    `  Key ${key}`,
    `  (${whose[`${isOurKey}`]})`,
  ].join('\n');
}

export const checkStatementCommand = defineCommand({
  description:
    'Tells whether a statement is, to the letter, the one that was signed: an HTML page by its last line, a PDF by the ' +
    'signature file beside it. A signature proves that nothing was changed since, and which key signed; whose key that is, ' +
    'is known inside the workspace it belongs to.',
  arguments: [{ name: 'FILE', description: 'the HTML or PDF file', required: true }],
  options: {},
  examples: [
    { command: 'channel check-statement x.html', explains: 'A page:' },
    { command: 'channel check-statement x.pdf --json', explains: 'A PDF with x.pdf.sig.json beside it, for a script:' },
  ],
  errors: { 'statement.not-found': 'there is no such file' },
  exitCodes: {
    0: 'unchanged, whichever key signed',
    1: 'changed, not genuine or not signed',
    2: 'wrong use, or no such file',
  },
  run: async (_options, context) => {
    const { checkStatement } = await import('../../../journeys/check-statement.ts');
    const checked = await checkStatement(context.args[0] ?? '', context);
    return {
      exitCode: checked.state === 'valid' ? 0 : 1,
      json: { checked },
      text: describe(checked, context.cwd, context.style),
    };
  },
});
