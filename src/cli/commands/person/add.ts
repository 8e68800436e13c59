import { KnownError } from '../../../base/known-error.ts';
import type { AddedPerson } from '../../../journeys/add-person.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { choiceOption, repeated, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

const options = {
  name: textOption('NAME', 'as it stands on pages and certificates; required'),
  role: repeated(textOption('ROLE', 'a role that playbooks ask for, such as brand or legal')),
  email: textOption('ADDRESS', 'where they are told'),
  language: choiceOption(factLanguages, 'the language in which they are told, and read playbooks'),
};

function describe({ person, newRoles, file }: AddedPerson, { cwd, style }: CommandContext): string {
  const roles = person.roles.length === 0 ? 'no role yet' : person.roles.join(', ');
  const doubts = newRoles.map(({ role, near }) =>
    near === undefined
      ? `Nobody had the role "${role}" before.`
      : `Nobody had the role "${role}" before. Did you mean "${near}"?`,
  );
  return [style.green(`Added to ${shownPath(file, cwd)}: ${person.id}, ${person.name} (${roles})`), ...doubts].join(
    '\n',
  );
}

export const addCommand = defineCommand({
  description:
    'Writes a person into lastpost.yaml: who may confirm, approve and be told when a channel is left. Comments and order there ' +
    'stay. Roles are words of your own choice; the playbooks that come along ask for brand, legal, service and it. One person ' +
    'may have several. Absences and keys are written there by hand (docs/people.md).',
  arguments: [
    { name: 'ID', description: 'a short name, as for --as: lower-case letters, digits, hyphens', required: true },
  ],
  options,
  examples: [
    {
      command: 'person add jana --name "Jana Öztürk" --role brand --email jana@aurora.example --language de',
      explains: 'With a role and an address:',
    },
    { command: 'person add tom --name "Tom Weber" --role legal --role it', explains: 'With two roles:' },
  ],
  errors: {
    'usage.no-name': '--name is missing',
    'person.exists': 'there is somebody with that id already',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake, or what you gave is wrong; the message names the line',
  },
  exitCodes: { 0: 'added', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ name, role, email, language }, context) => {
    const { addPerson } = await import('../../../journeys/add-person.ts');
    if (name === undefined) {
      throw new KnownError('usage.no-name', 'It is not said what the person is called.', {
        hint: 'Add: --name "Jana Öztürk"',
        exitCode: 2,
      });
    }
    const person = {
      id: context.args[0] ?? '',
      name,
      roles: role,
      ...(email === undefined ? {} : { email }),
      ...(language === undefined ? {} : { language }),
    };
    const added = await addPerson(person, context);
    return { exitCode: 0, json: { person, new_roles: added.newRoles }, text: describe(added, context) };
  },
});
