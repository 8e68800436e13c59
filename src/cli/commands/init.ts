import { resolve } from 'node:path';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import { isTimeZone } from '../../base/locale-names.ts';
import type { InitWorkspaceResult } from '../../journeys/init-workspace.ts';
import { knownHolidays } from '../../model/run/holidays/holidays.ts';
import { type CommandContext, defineCommand } from '../command-spec.ts';
import { onSwitch, repeated, textOption } from '../options.ts';
import { shellWord, shownPath } from '../snapshot-text.ts';

const options = {
  brand: textOption('NAME', "the brand's name, as people write it"),
  language: repeated(textOption('CODE', 'a language the brand writes in, like de or en; the first is the main one')),
  timezone: textOption('ZONE', 'in which days begin, such as Europe/Berlin', "the machine's"),
  holidays: textOption('CODE', 'whose holidays are no working days, such as DE-BY or AT'),
  repair: onSwitch('put back what an existing workspace is missing; nothing that is there is changed'),
};

function brandOf(brand: string | undefined): string {
  if (brand !== undefined) return brand;
  throw new KnownError('usage.missing-option', 'A workspace needs the name of its brand: --brand NAME.', {
    hint: "Give it like this: lastpost init --brand 'Aurora Coffee'",
    exitCode: 2,
  });
}

function languagesOf(codes: readonly string[]): readonly string[] {
  const bad = codes.find((code) => !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code));
  if (bad === undefined) return codes.length === 0 ? ['en'] : [...new Set(codes)];
  throw new KnownError('usage.bad-value', `"${bad}" is no language code for --language.`, {
    hint: 'Write it like de, en or pt-BR.',
    exitCode: 2,
  });
}

function zoneOf(timezone: string | undefined): { readonly timezone?: string } {
  if (timezone === undefined) return {};
  if (isTimeZone(timezone)) return { timezone };
  throw new KnownError('usage.bad-value', `"${timezone}" is no time zone for --timezone.`, {
    hint: 'Write it like Europe/Berlin or America/New_York.',
    exitCode: 2,
  });
}

function holidaysOf(holidays: string | undefined): { readonly holidays?: string } {
  if (holidays === undefined) return {};
  const codes = knownHolidays().map(({ code }) => code);
  if (codes.includes(holidays)) return { holidays };
  const near = closestMatch(holidays, codes);
  throw new KnownError('usage.bad-value', `No holidays are known for "${holidays}".`, {
    hint: near === undefined ? `Known are: ${codes.join(', ')}.` : `Did you mean "${near}"? All: docs/dates.md`,
    exitCode: 2,
  });
}

function describe(result: InitWorkspaceResult, repaired: boolean, { cwd, style }: CommandContext): string {
  const made = result.created.map((path) => `  ${shownPath(path, cwd)}`);
  if (repaired && made.length === 0) return style.green('Nothing was missing; nothing was changed.');
  const backup = 'Keep a backup of the .lastpost folder: the signing key in it cannot be made again.';
  if (repaired) return [style.green('Put back what was missing:'), ...made, '', backup].join('\n');
  const config = shownPath(resolve(result.dir, 'lastpost.yaml'), cwd);
  const go = result.dir === cwd ? '' : `cd ${shellWord(shownPath(result.dir, cwd))} && `;
  return [
    style.green(`Workspace for ${result.brandName} made:`),
    ...made,
    '',
    style.bold('Next:'),
    `  ${backup}`,
    `  Name what is to be archived in ${config}, then: ${go}lastpost snapshot take --channel ID`,
    `  Or take any site right away: ${go}lastpost snapshot take https://blog.example.org`,
    `  See whether this machine is ready: ${go}lastpost doctor`,
  ].join('\n');
}

export const initCommand = defineCommand({
  description:
    'Makes a workspace: a folder with lastpost.yaml, a vault for snapshots, a ledger, and a key that signs every ' +
    'snapshot taken in it. Key and ledger are kept out of git. An existing workspace is never overwritten; ' +
    '--repair only adds what is missing (a new key then signs as somebody new, a new ledger is empty).',
  arguments: [
    { name: 'DIR', description: 'the folder, made when it is not there (default: this one)', required: false },
  ],
  options,
  examples: [
    { command: "init farewell --brand 'Aurora Coffee'", explains: 'A new folder:' },
    { command: "init --brand 'Aurora Kaffee' --language de --language en", explains: 'This folder, in two languages:' },
    {
      command: "init --brand 'Aurora Kaffee' --language de --timezone Europe/Berlin --holidays DE-BY",
      explains: 'With the days that plans reckon with:',
    },
    { command: 'init farewell --repair', explains: 'After a key or the ledger was lost:' },
  ],
  errors: {
    'workspace.exists': 'there is a lastpost.yaml already; it stays as it is',
    'workspace.cannot-write': 'the folder cannot be made or written',
    'workspace.not-found': '--repair found no workspace there',
    'workspace.invalid': '--repair found a mistake in lastpost.yaml; the message names line and column',
    'ledger.corrupt': 'the ledger that is there is damaged; move it aside first',
    'usage.missing-option': '--brand is missing',
    'usage.bad-value': 'a language, a zone or a holiday calendar is not known',
  },
  exitCodes: { 0: 'made, or nothing was missing', 1: 'failed', 2: 'wrong use, or there is a workspace already' },
  run: async ({ brand, language, timezone, holidays, repair }, context) => {
    const dir = resolve(context.cwd, context.args[0] ?? context.workspaceDir ?? '.');
    const days = { ...zoneOf(timezone), ...holidaysOf(holidays) };
    const input = repair ? undefined : { dir, brandName: brandOf(brand), languages: languagesOf(language), ...days };
    const { initWorkspace, repairWorkspace } = await import('../../journeys/init-workspace.ts');
    const result = input === undefined ? await repairWorkspace(dir) : await initWorkspace(input);
    return {
      exitCode: 0,
      json: { workspace: { dir: result.dir, brand: result.brandName, created: result.created } },
      text: describe(result, repair, context),
    };
  },
});
