import { Command, CommanderError, Option } from 'commander';
import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { type GlobalOptions, globalOptionHelp } from './global-options.ts';
import { flagName } from './help.ts';

export interface ParsedCommand {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly globals: GlobalOptions;
}

function toCommanderOption(key: string, option: OptionSpec<unknown>): Option {
  const flag = flagName(key, option);
  if (option.kind !== 'value') return new Option(flag, option.description);
  return new Option(`${flag} <${option.placeholder}>`, option.description)
    .default(option.initial)
    .argParser((text: string, previous: unknown) => option.read(text, flag, previous));
}

function buildCommander(name: string, spec: CommandSpec): Command {
  const command = new Command(name)
    .exitOverride()
    .helpOption(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  for (const { name: argument, required, variadic } of spec.arguments) {
    const shown = variadic === true ? `${argument}...` : argument;
    command.argument(required ? `<${shown}>` : `[${shown}]`);
  }
  for (const [key, option] of Object.entries(spec.options)) command.addOption(toCommanderOption(key, option));
  for (const [flags, description] of globalOptionHelp) command.addOption(new Option(flags, description));
  return command.action(() => undefined);
}

/** The first thing in quotes of a commander message: the flag or argument it is about. */
function quoted(message: string): string {
  return /'([^']+)'/.exec(message)?.[1] ?? '';
}

function usageError(error: CommanderError, name: string, command: Command): KnownError {
  const subject = quoted(error.message);
  const more = `See: lastpost ${name} --help`;
  const known = (code: string, message: string, hint: string) =>
    new KnownError(code, message, { hint, exitCode: 2, cause: error });
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = subject.replace(/=.*$/, '');
      const near = closestMatch(flag, command.options.map((option) => option.long ?? '').concat('--help'));
      const hint = near === undefined ? more : `Did you mean ${near}?`;
      return known('usage.unknown-option', `"lastpost ${name}" has no option ${flag}.`, hint);
    }
    case 'commander.optionMissingArgument':
      return known('usage.missing-value', `${subject.split(' ')[0]} needs a value: ${subject}.`, more);
    case 'commander.missingArgument':
      return known('usage.missing-argument', `"lastpost ${name}" needs <${subject}>.`, more);
    case 'commander.excessArguments':
      return known('usage.too-many-arguments', `${capital(error.message.replace(/^error: /, ''))}`, more);
    default:
      return known('usage.wrong', capital(error.message.replace(/^error: /, '')), more);
  }
}

function capital(text: string): string {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/**
 * Reads a command's own options and the global ones from the rest of the line.
 * @throws KnownError `usage.unknown-option`, `usage.missing-value`, `usage.missing-argument`, `usage.too-many-arguments`,
 * `usage.bad-value`, all with exit code 2
 */
export function parseCommand(name: string, spec: CommandSpec, rest: readonly string[]): ParsedCommand {
  const command = buildCommander(name, spec);
  try {
    command.parse([...rest], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(error, name, command);
    throw error;
  }
  const values = command.opts<Record<string, unknown>>();
  const { json, quiet, color, workspace, ...options } = values;
  for (const [key, option] of Object.entries(spec.options)) options[key] ??= option.initial;
  return {
    args: command.args,
    options,
    globals: {
      json: json === true,
      quiet: quiet === true,
      color: color !== false,
      ...(typeof workspace === 'string' ? { workspace } : {}),
    },
  };
}
