/** Options every command takes, wherever they stand in the line. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  /** False with --no-color. */
  readonly color: boolean;
  readonly workspace?: string;
}

export const globalOptionHelp: readonly (readonly [flags: string, description: string])[] = [
  ['--json', 'print one JSON object; errors are one JSON object on stderr'],
  ['--workspace <DIR>', 'the workspace folder (default: looked for from here upwards)'],
  ['--quiet', 'no progress and no notes on stderr'],
  ['--no-color', 'no colour (also: the NO_COLOR environment variable)'],
];

/** Global flags that stand alone, for finding the command before anything is parsed. */
export const globalSwitches: readonly string[] = ['--json', '--quiet', '--no-color'];

/** Tells whether errors are wanted as JSON, also in a line that cannot be parsed. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).includes('--json');
}
