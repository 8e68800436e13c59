import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactsDue } from '../../src/model/playbook/facts-due.ts';
import type { PlaybookFinding } from '../../src/model/playbook/playbook-finding.ts';
import type { Person } from '../../src/model/run/people.ts';
import { lintPlaybook } from '../../src/playbooks/lint/lint-playbook.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';

export const playbookFixtures = 'tests/fixtures/playbooks';

interface Others {
  /** What its file is called; as it calls itself when left out. */
  readonly file?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly people?: readonly Person[];
  readonly factsDue?: FactsDue;
}

/** Lints a text; other playbooks are those given, or the bad ones of the fixtures. */
export async function lintText(
  text: string,
  { texts = {}, people, file, factsDue }: Others = {},
): Promise<readonly PlaybookFinding[]> {
  const fromFile = (name: string) => readFile(join(playbookFixtures, 'bad', `${name}.yaml`)).catch(() => undefined);
  const { findings } = await lintPlaybook(
    readPlaybook(file ?? `${/^name: (\S+)/m.exec(text)?.[1]}.yaml`, Buffer.from(text)),
    {
      load: async (name) => {
        const bytes = texts[name] === undefined ? await fromFile(name) : Buffer.from(texts[name]);
        return bytes === undefined ? undefined : readPlaybook(`${name}.yaml`, bytes);
      },
      otherPlaybooks: Object.keys(texts),
      people: people ?? null,
      factsDue: factsDue ?? {},
    },
  );
  return findings;
}

/** `line:column severity code: message` */
export const said = (findings: readonly PlaybookFinding[]) =>
  findings.map(({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`);
/** Codes without `playbook.` */
export const codesOf = (findings: readonly PlaybookFinding[]) =>
  findings.map(({ code }) => code.replace('playbook.', ''));

/** The way out of X as docs/playbooks.md and the design have it. */
export const leaveX = await readFile(join(playbookFixtures, 'leave-x.yaml'), 'utf8');

/** The way out of X with something else in one place. */
export function leaveXWith(from: string, to: string): string {
  if (!leaveX.includes(from)) throw new Error(`leave-x.yaml has no "${from}"`);
  return leaveX.replace(from, to);
}
