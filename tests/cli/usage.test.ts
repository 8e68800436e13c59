import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What a person sees for a line that cannot be right: nothing on stdout, exit code 2, these words on stderr. */
const mistakes: readonly (readonly [line: readonly string[], stderr: string])[] = [
  [
    ['snapshto'],
    'Error usage.unknown-command: There is no command "snapshto".\nHint: Did you mean lastpost snapshot?\n',
  ],
  [
    ['snapshot', 'tkae', 'https://blog.example.org'],
    'Error usage.unknown-command: "lastpost snapshot" has no command "tkae".\nHint: Did you mean lastpost snapshot take?\n',
  ],
  [
    ['verify', 'blog.wacz'],
    'Error usage.unknown-command: There is no command "verify".\nHint: Did you mean lastpost snapshot verify?\n',
  ],
  [
    ['xyzzy'],
    'Error usage.unknown-command: There is no command "xyzzy".\nHint: See all commands with: lastpost --help\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--max-page', '3'],
    'Error usage.unknown-option: "lastpost snapshot take" has no option --max-page.\nHint: Did you mean --max-pages?\n',
  ],
  [
    ['snapshot', 'take', '--wrkspace=x'],
    'Error usage.unknown-option: "lastpost snapshot take" has no option --wrkspace.\nHint: Did you mean --workspace?\n',
  ],
  [
    ['--jsn', 'doctor'],
    'Error usage.unknown-option: There is no option --jsn before a command.\nHint: Did you mean --json?\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--out'],
    'Error usage.missing-value: --out needs a value: --out <FILE>.\nHint: See: lastpost snapshot take --help\n',
  ],
  [
    ['snapshot', 'verify'],
    'Error usage.missing-argument: "lastpost snapshot verify" needs <FILE-or-ID>.\nHint: See: lastpost snapshot verify --help\n',
  ],
  [
    ['doctor', 'now'],
    'Error usage.too-many-arguments: Too many arguments. Expected 0 arguments but got 1.\nHint: See: lastpost doctor --help\n',
  ],
  [
    ['snapshot', 'take', 'ftp://example.org'],
    'Error usage.bad-address: "ftp://example.org" is no web address.\nHint: Write it like https://blog.example.org\n',
  ],
  [
    ['snapshot', 'take'],
    'Error usage.missing-argument: There is no address to begin with.\nHint: Give one: lastpost snapshot take https://blog.example.org\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--workers', '17'],
    'Error usage.bad-value: "17" is no number for --workers.\nHint: Give a whole number from 1 to 16.\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--max-bytes', '2 gigs'],
    'Error usage.bad-value: "2 gigs" is no size for --max-bytes.\nHint: Write it like 500KB, 200MB or 2GB.\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--max-time', '30'],
    'Error usage.bad-value: "30" is no duration for --max-time.\nHint: Write it like 500ms, 30s, 5m or 2h.\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--scope', 'site'],
    'Error usage.bad-value: "site" is no choice for --scope.\nHint: Choose one of: host, prefix, page.\n',
  ],
  [
    ['snapshot', 'take', 'https://blog.example.org', '--exclude', '('],
    'Error usage.bad-value: "(" is no regular expression for --exclude.\nHint: Check its brackets, or put a \\ before special characters.\n',
  ],
  [
    ['init'],
    "Error usage.missing-option: A workspace needs the name of its brand: --brand NAME.\nHint: Give it like this: lastpost init --brand 'Aurora Coffee'\n",
  ],
  [
    ['snapshot', 'take', '--channel', 'blog'],
    'Error workspace.not-found: --channel blog needs a workspace, and there is none here or above.\n' +
      'Hint: Name its folder with --workspace DIR, or leave --channel out and say where to write with --out FILE.\n',
  ],
];

describe('a line that cannot be right', () => {
  it.each(mistakes)('is answered with what was probably meant: lastpost %j', async (line, stderr) => {
    const run = await runCli(line, { cwd: await temporaryFolder() });
    expect(run).toEqual({ code: 2, signal: null, stdout: '', stderr });
  });

  it('names the verbs when only the noun was given', async () => {
    const { code, stdout, stderr } = await runCli(['snapshot']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^Error usage\.missing-command: "lastpost snapshot" needs to know what to do\.\nHint: Choose one of: take, list, /,
    );
  });
});

describe('--json', () => {
  it('makes an error one object on stderr, wherever it stands in the line', async () => {
    const expected = {
      error: {
        code: 'usage.unknown-option',
        message: '"lastpost snapshot take" has no option --depht.',
        hint: 'Did you mean --depth?',
      },
    };
    for (const line of [
      ['--json', 'snapshot', 'take', '--depht', '3'],
      ['snapshot', '--json', 'take', '--depht', '3'],
      ['snapshot', 'take', '--depht', '3', '--json'],
    ]) {
      const { code, stdout, stderr } = await runCli(line);
      expect({ code, stdout, error: JSON.parse(stderr) }).toEqual({ code: 2, stdout: '', error: expected });
    }
  });

  it('after -- is an argument like any other', async () => {
    const { code, stderr } = await runCli(['snapshot', 'verify', '--', '--json'], { cwd: await temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error snapshot\.not-found: There is no file "--json"/);
  });
});

describe('output', () => {
  it('has no colour when it goes to no terminal', async () => {
    const runs = [await runCli(['doctor']), await runCli(['snapshto']), await runCli(['--help'])];
    for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain('\u001b');
  });
});
