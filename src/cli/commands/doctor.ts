import type { MachineCheck } from '../../journeys/check-machine.ts';
import { defineCommand } from '../command-spec.ts';
import type { Style } from '../style.ts';

function describe(checks: readonly MachineCheck[], style: Style): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  const marks = { ok: style.green('ok     '), warning: style.yellow('warning'), problem: style.red('problem') };
  const lines = checks.flatMap(({ id, state, message, hint }) => [
    `${marks[state]}  ${id.padEnd(width)}  ${message}`,
    ...(hint === undefined ? [] : [`${' '.repeat(width + 11)}${hint}`]),
  ]);
  const problems = checks.filter(({ state }) => state === 'problem').length;
  const warnings = checks.filter(({ state }) => state === 'warning').length;
  const verdict =
    problems > 0
      ? style.red(`Not ready: ${problems} ${problems === 1 ? 'problem' : 'problems'}.`)
      : style.green(warnings > 0 ? `Ready, with ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.` : 'Ready.');
  return [...lines, '', verdict].join('\n');
}

export const doctorCommand = defineCommand({
  description:
    'Looks over what a snapshot needs on this machine: Node, a browser, SQLite, the clock, disk space, and whether ' +
    'files can be written, flushed and renamed; in a workspace also lastpost.yaml, the signing key and the ledger. ' +
    'Changes nothing and says what to do about each finding.',
  arguments: [],
  options: {},
  examples: [
    { command: 'doctor', explains: 'This machine, and the workspace you are in:' },
    { command: 'doctor --workspace ~/farewell --json', explains: 'Another workspace, for a script:' },
  ],
  errors: {
    'usage.unknown-option': 'there is no such option; findings are no errors, they are in the result',
  },
  exitCodes: { 0: 'ready, perhaps with warnings', 1: 'at least one problem', 2: 'wrong use' },
  run: async (_options, context) => {
    const { checkMachine } = await import('../../journeys/check-machine.ts');
    const checks = await checkMachine(context, context.clock);
    const ready = checks.every(({ state }) => state !== 'problem');
    return {
      exitCode: ready ? 0 : 1,
      json: { ok: ready, checks: checks.map((check) => ({ ...check, hint: check.hint ?? null })) },
      text: describe(checks, context.style),
    };
  },
});
