import type { Person } from '../../../model/run/people.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { formatTable } from '../../format.ts';

function row({ id, name, roles, email, language, key, absences }: Person): readonly string[] {
  const away = absences.map(
    ({ from, until, delegate }) => `${from} to ${until}${delegate === null ? '' : ` (${delegate})`}`,
  );
  return [
    id,
    oneLine(name),
    roles.join(', '),
    email ?? '',
    language ?? '',
    key === null ? '' : 'signs',
    away.join('; '),
  ];
}

function describe(people: readonly Person[]): string {
  if (people.length === 0) return 'Nobody yet. Add somebody with: lastpost person add ID --name NAME --role ROLE';
  const titles = ['ID', 'NAME', 'ROLES', 'E-MAIL', 'LANGUAGE', 'KEY', 'AWAY'];
  return formatTable(
    titles.map((title) => ({ title })),
    people.map(row),
  );
}

export const listCommand = defineCommand({
  description: 'Lists the people of the workspace with their roles, and when they are away.',
  arguments: [],
  options: {},
  examples: [
    { command: 'person list', explains: 'Everybody:' },
    { command: 'person list --json', explains: 'For a script:' },
  ],
  errors: {
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { listPeople } = await import('../../../journeys/add-person.ts');
    const people = await listPeople(context);
    const json = people.map(({ id, name, roles, email, language, key, absences }) => {
      return { id, name, roles, email, language, signs: key !== null, absent: absences };
    });
    return { exitCode: 0, json: { people: json }, text: describe(people) };
  },
});
