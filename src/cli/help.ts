import type { CommandEntry } from './command-entry.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { globalOptionHelp } from './global-options.ts';
import { commands, nouns, verbsOf } from './registry.ts';
import { wrapText } from './wrap-text.ts';

/** `maxPages` → `--max-pages`. */
export function flagName(key: string, option: OptionSpec<unknown>): string {
  const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return option.kind === 'off-switch' ? `--no-${kebab}` : `--${kebab}`;
}

type Row = readonly [term: string, text: string];

/** Two columns; a term too long for its column gets a line of its own. */
function columns(rows: readonly Row[], width: number): readonly string[] {
  const termWidth = Math.min(28, Math.max(0, ...rows.map(([term]) => term.length)));
  const indent = ' '.repeat(termWidth + 4);
  return rows.flatMap(([term, text]) => {
    const [head = '', ...tail] = wrapText(text, Math.max(30, width - indent.length));
    const rest = tail.map((line) => indent + line);
    if (term.length > termWidth) return [`  ${term}`, indent + head, ...rest];
    return [`  ${term.padEnd(termWidth)}  ${head}`, ...rest];
  });
}

function section(title: string, rows: readonly Row[], width: number): readonly string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows, width)];
}

function commandRows(names: readonly CommandEntry[]): readonly Row[] {
  return names.map(({ name, summary }) => [name, summary]);
}

/** The list of all commands, or of one noun's. Loads no command. */
export function listHelp(noun: string | undefined, width: number): string {
  const wanted = noun === undefined ? commands : commands.filter(({ name }) => name.startsWith(`${noun} `));
  const opening =
    noun === undefined
      ? [
          'Usage: lastpost <command> [options]',
          '',
          'Takes a brand out of a platform in good order: a provable copy first.',
        ]
      : [`Usage: lastpost ${noun} <${verbsOf(noun).join('|')}> [options]`, '', `lastpost ${noun}: ${nouns[noun]}.`];
  return [
    ...opening,
    ...section('Commands', commandRows(wanted), width),
    ...section(
      'Options for every command',
      [...globalOptionHelp, ['--help', 'help for a command'], ['--version', 'the version']],
      width,
    ),
    '',
    'Exit codes: 0 done, 1 failed, 2 wrong use or settings, 3 done in part, 75 waiting, 130 interrupted.',
    `Help for one command: lastpost ${noun ?? 'snapshot'} ${noun === undefined ? 'take' : (verbsOf(noun)[0] ?? '')} --help`,
  ].join('\n');
}

function usageLine(name: string, spec: CommandSpec): string {
  const args = spec.arguments.map(({ name: argument, required, variadic }) => {
    const shown = variadic === true ? `${argument}...` : argument;
    return required ? ` <${shown}>` : ` [${shown}]`;
  });
  return `Usage: lastpost ${name}${args.join('')} [options]`;
}

function optionRows(spec: CommandSpec): readonly Row[] {
  return Object.entries(spec.options).map(([key, option]) => {
    const flag = flagName(key, option);
    const text = option.defaultText === undefined ? '' : ` (default: ${option.defaultText})`;
    return [option.kind === 'value' ? `${flag} <${option.placeholder}>` : flag, option.description + text];
  });
}

/** One command's whole help: what it does, options, examples, error codes, exit codes. */
export function commandHelp(entry: CommandEntry, spec: CommandSpec, width: number): string {
  const exits = Object.entries(spec.exitCodes).map(([code, meaning]): Row => [code, meaning]);
  const examples = spec.examples.flatMap(({ command, explains }) => [
    ...wrapText(explains, width - 4).map((line) => `  ${line}`),
    `    lastpost ${command}`,
  ]);
  return [
    usageLine(entry.name, spec),
    '',
    ...wrapText(spec.description, width),
    ...section(
      'Arguments',
      spec.arguments.map(({ name, description }) => [name, description]),
      width,
    ),
    ...section('Options', optionRows(spec), width),
    ...section('Options for every command', [...globalOptionHelp, ['--help', 'this help']], width),
    '',
    'Examples:',
    ...examples,
    ...section('Error codes', Object.entries(spec.errors), width),
    ...section('Exit codes', exits, width),
  ].join('\n');
}
