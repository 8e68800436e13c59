import { KnownError } from '../base/known-error.ts';
import { type ExitDraft, type OpenFact, wholeFacts } from '../model/farewell/exit-draft.ts';
import type { ExitFacts } from '../model/farewell/exit-facts.ts';
import type { WorkspaceConfig } from './config.ts';
import { readExit } from './read-exit.ts';

/** What lastpost.yaml says of an exit; where it says nothing, everything is open. */
export function exitDraft(config: WorkspaceConfig): ExitDraft {
  return config.exit ?? readExit({}, config);
}

/**
 * The facts of the exit, when all that is needed is there.
 * @throws KnownError `exit.none`, `exit.incomplete`
 */
export function requireExit(config: WorkspaceConfig): ExitFacts {
  const hint =
    'Answer them at the terminal with: lastpost draft questions --ask. What each one is: docs/exit-facts.md.';
  if (config.exit === undefined) {
    throw new KnownError('exit.none', 'lastpost.yaml says nothing of an exit: there is no exit: in it.', {
      hint,
      exitCode: 2,
    });
  }
  const facts = wholeFacts(config.exit);
  if (facts !== undefined) return facts;
  const open = config.exit.open.filter(({ isNeeded }) => isNeeded).map(openText);
  const many = open.length === 1 ? 'One fact of the exit is' : `${open.length} facts of the exit are`;
  throw new KnownError('exit.incomplete', `${many} not there yet: ${open.join(', ')}.`, { hint, exitCode: 2 });
}

/** `exit.stays (en)` */
function openText({ key, locales }: OpenFact): string {
  return locales.length === 0 ? `exit.${key}` : `exit.${key} (${locales.join(', ')})`;
}
