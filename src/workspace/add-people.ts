import { parseDocument } from 'yaml';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { listAt } from './list-at.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { readConfigText } from './read-config.ts';
import { readConfigFile } from './read-config-file.ts';

/** A person as they are written into lastpost.yaml. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email?: string;
  readonly language?: 'de' | 'en';
}

/**
 * Adds people at the end of the list in lastpost.yaml; comments and order stay. The file is written anew in one step, with
 * all of them.
 * @throws KnownError `workspace.invalid` (an id that is there already, or a person who is wrong in themselves) and those of
 * `openWorkspace`
 */
export async function addPeopleToWorkspace(dir: string, people: readonly NewPerson[]): Promise<Workspace> {
  const { paths } = await openWorkspace(dir);
  const document = parseDocument(await readConfigFile(paths.config));
  const list = listAt(document, 'people');
  for (const person of people) list.add(document.createNode(person));
  const text = document.toString({ lineWidth: 0 });
  readConfigText(paths.config, text);
  await writeFileAtomic(paths.config, text);
  return openWorkspace(dir);
}
