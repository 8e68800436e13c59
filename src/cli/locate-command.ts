import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import type { CommandEntry } from './command-entry.ts';
import { globalSwitches } from './global-options.ts';
import { commands, findCommand, nouns, verbsOf } from './registry.ts';

/** What the words of a command line ask for. */
export type Located =
  | { readonly kind: 'command'; readonly entry: CommandEntry; readonly rest: readonly string[]; readonly help: boolean }
  | { readonly kind: 'list'; readonly noun?: string }
  | { readonly kind: 'version' };

function usageError(code: string, message: string, hint: string): KnownError {
  return new KnownError(code, message, { hint, exitCode: 2 });
}

/** The places of the first two words in `argv`, options and their values left out. */
function wordPlaces(argv: readonly string[]): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < argv.length && places.length < 2; index += 1) {
    const token = argv[index] ?? '';
    if (token === '--workspace') index += 1;
    else if (token === '--') break;
    else if (!token.startsWith('-')) places.push(index);
    else if (places.length === 0) refuseForeignOption(token);
  }
  return places;
}

/** Before the command's name only global options can stand: nothing else is known yet. */
function refuseForeignOption(token: string): void {
  const known = [...globalSwitches, '--workspace', '--help', '--version'];
  if (known.includes(token) || token.startsWith('--workspace=') || ['-h', '-V'].includes(token)) return;
  const near = closestMatch(token, known);
  throw usageError(
    'usage.unknown-option',
    `There is no option ${token} before a command.`,
    near === undefined ? 'See all commands with: lastpost --help' : `Did you mean ${near}?`,
  );
}

function unknownCommand(word: string): KnownError {
  const names = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))];
  const byVerb = commands.find(({ name }) => name.endsWith(` ${word}`));
  const near = byVerb?.name ?? closestMatch(word, names);
  return usageError(
    'usage.unknown-command',
    `There is no command "${word}".`,
    near === undefined ? 'See all commands with: lastpost --help' : `Did you mean lastpost ${near}?`,
  );
}

function unknownVerb(noun: string, verb: string): KnownError {
  const near = closestMatch(verb, verbsOf(noun));
  return usageError(
    'usage.unknown-command',
    `"lastpost ${noun}" has no command "${verb}".`,
    near === undefined ? `Choose one of: ${verbsOf(noun).join(', ')}.` : `Did you mean lastpost ${noun} ${near}?`,
  );
}

function locateInNoun(noun: string, verb: string | undefined, help: boolean): CommandEntry | Located {
  if (verb === undefined && help) return { kind: 'list', noun };
  if (verb === undefined) {
    const hint = `Choose one of: ${verbsOf(noun).join(', ')}. More with: lastpost ${noun} --help`;
    throw usageError('usage.missing-command', `"lastpost ${noun}" needs to know what to do.`, hint);
  }
  const entry = findCommand(`${noun} ${verb}`);
  if (entry === undefined) throw unknownVerb(noun, verb);
  return entry;
}

/**
 * Finds the command in a line, with global options anywhere. `help X` means `X --help`.
 * @throws KnownError `usage.unknown-command`, `usage.missing-command`, `usage.unknown-option`
 */
export function locateCommand(given: readonly string[]): Located {
  const asked = given[0] === 'help';
  const argv = asked ? given.slice(1) : given;
  const end = argv.indexOf('--');
  const before = argv.slice(0, end === -1 ? undefined : end);
  const help = asked || before.includes('--help') || before.includes('-h');
  const [first, second] = wordPlaces(argv);
  const word = first === undefined ? undefined : argv[first];
  if (first === undefined || word === undefined) {
    return before.includes('--version') || before.includes('-V') ? { kind: 'version' } : { kind: 'list' };
  }
  const without = (places: readonly (number | undefined)[]) => argv.filter((_, index) => !places.includes(index));
  const single = findCommand(word);
  if (single !== undefined) return { kind: 'command', entry: single, rest: without([first]), help };
  if (!(word in nouns)) throw unknownCommand(word);
  const found = locateInNoun(word, second === undefined ? undefined : argv[second], help);
  if ('kind' in found) return found;
  return { kind: 'command', entry: found, rest: without([first, second]), help };
}
