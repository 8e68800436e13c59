import type { JourneyContext } from '../model/journey-context.ts';
import type { Ask } from './ask.ts';
import type { Style } from './style.ts';

/** 0 done · 1 failed · 2 wrong use or settings · 3 done in part · 75 waiting · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 75 | 130;

/** One result in its two forms: the frame prints the one that was asked for, on stdout. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly json: object;
  /** For people; lines without the last newline. '' prints nothing. */
  readonly text: string;
}

/** What a command may use besides its own options. */
export interface CommandContext extends JourneyContext {
  readonly args: readonly string[];
  readonly cwd: string;
  /** The folder given with --workspace, absolute; undefined when it is to be looked for from `cwd` upwards. */
  readonly workspaceDir: string | undefined;
  readonly style: Style;
  /** Columns for the text of the result. */
  readonly width: number;
  /** A line for the person on stderr; silent with --quiet. */
  note(text: string): void;
  /** Prints a result before the command ends, for commands that go on serving. */
  print(json: object, text: string): void;
  /** True when stdout is a terminal. */
  readonly outIsTerminal: boolean;
  /** Asks the person at the terminal. Absent when nobody is there, and with --json and --quiet: then nothing is ever answered. */
  readonly ask?: Ask;
  /** Sends a result of many pieces to stdout, for commands whose result is a file. */
  send(chunks: AsyncIterable<Uint8Array>): Promise<void>;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly variadic?: boolean;
}

/** One option. Its flag is its key in kebab case; what was not given has the value `initial`. */
export interface OptionSpec<T> {
  /** `switch` takes no value; `off-switch` is written `--no-<key>` and is true until given. */
  readonly kind: 'value' | 'switch' | 'off-switch';
  readonly placeholder: string;
  readonly description: string;
  /** What holds when it is not given, for the help. */
  readonly defaultText?: string;
  readonly initial: T;
  /** @throws KnownError `usage.bad-value` */
  read(text: string, flag: string, previous: T): T;
}

export type OptionTable = Readonly<Record<string, OptionSpec<unknown>>>;

export type OptionValues<Options extends OptionTable> = {
  readonly [Key in keyof Options]: Options[Key] extends OptionSpec<infer T> ? T : never;
};

export interface ExampleSpec {
  /** The command without `lastpost `. */
  readonly command: string;
  readonly explains: string;
}

/** A command as its file describes it: light to load, the journey comes in by dynamic import inside `run`. */
export interface CommandSpec<Options extends OptionTable = OptionTable> {
  /** One paragraph: what it does and what stays afterwards. */
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: Options;
  readonly examples: readonly ExampleSpec[];
  /** Error codes a person may meet here, with what they mean. */
  readonly errors: Readonly<Record<string, string>>;
  readonly exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
  /** Said at the first Ctrl-C. */
  readonly onInterrupt?: string;
  run(options: OptionValues<Options>, context: CommandContext): Promise<CommandResult>;
}

/** Types `run`'s options from the table, then forgets them: the frame only knows names and values. */
export function defineCommand<const Options extends OptionTable>(spec: CommandSpec<Options>): CommandSpec {
  return spec as unknown as CommandSpec;
}
