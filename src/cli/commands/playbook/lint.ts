import type { LoadedPlaybook } from '../../../journeys/load-playbook.ts';
import type { PlaybookFinding } from '../../../model/playbook/playbook-finding.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { plural } from '../../format.ts';
import { shownPath } from '../../snapshot-text.ts';
import type { Style } from '../../style.ts';

function describe(finding: PlaybookFinding, cwd: string, style: Style): string {
  const { file, line, column, severity, code, message, fix, replacement } = finding;
  const paint = severity === 'error' ? style.red : style.yellow;
  const place = `${shownPath(file, cwd)}:${line}:${column}`;
  return [
    `${place} ${paint(severity)} ${oneLine(message)} ${style.dim(`(${code})`)}`,
    `    ${oneLine(fix)}`,
    ...(replacement === null ? [] : [`    ${style.green(oneLine(replacement))}`]),
  ].join('\n');
}

function summary(loaded: readonly LoadedPlaybook[], findings: readonly PlaybookFinding[], style: Style): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const what = loaded.map(({ file }) => file.name).join(', ');
  if (findings.length === 0) return `${what}: ${style.green('nothing to say against it')}.`;
  const counts = [
    ...(errors === 0 ? [] : [plural(errors, 'error')]),
    ...(findings.length === errors ? [] : [plural(findings.length - errors, 'warning')]),
  ];
  return `${what}: ${counts.join(', ')}.${errors === 0 ? ' A run can be started.' : ' No run can be started.'}`;
}

export const lintCommand = defineCommand({
  description:
    'Reads playbooks and tells what would go wrong in a run, before anybody starts one: what cannot be read, steps in a circle, ' +
    'names of nothing, dates that are none, secrets in the file, and points of no return that are not guarded. Every finding has ' +
    'its line, and what to do about it. Nothing is run and nothing is written.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of a playbook, or a file', required: true, variadic: true }],
  options: {},
  examples: [
    { command: 'playbook lint leave-x', explains: 'A playbook of the workspace, or one that comes along:' },
    { command: 'playbook lint playbooks/*.yaml --json', explains: 'All files of a folder, for a script:' },
  ],
  errors: {
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.unreadable': 'the file is there and cannot be read',
    'workspace.not-found': 'the folder given with --workspace has no lastpost.yaml',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: {
    0: 'no errors; there may be warnings',
    1: 'errors: no run can be started',
    2: 'wrong use, or no such playbook',
  },
  run: async (_options, context) => {
    const { loadPlaybook } = await import('../../../journeys/load-playbook.ts');
    const loaded: LoadedPlaybook[] = [];
    for (const name of context.args) loaded.push(await loadPlaybook(name, context, context));
    const findings = loaded.flatMap((one) => one.findings);
    const ok = findings.every(({ severity }) => severity !== 'error');
    const lines = findings.map((finding) => describe(finding, context.cwd, context.style));
    return {
      exitCode: ok ? 0 : 1,
      json: { ok, findings },
      text: [...lines, summary(loaded, findings, context.style)].join('\n'),
    };
  },
});
