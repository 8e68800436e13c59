import { resolve } from 'node:path';
import { type Clock, systemClock } from '../base/clock.ts';
import { KnownError } from '../base/known-error.ts';
import { softwareVersion } from '../base/software.ts';
import { createAsk, readLine } from './ask.ts';
import type { CommandContext, CommandResult, CommandSpec, ExitCode } from './command-spec.ts';
import { type GlobalOptions, wantsJson } from './global-options.ts';
import { commandHelp, listHelp } from './help.ts';
import { type Interrupts, isInterruption, watchInterrupts } from './interrupts.ts';
import { type Located, locateCommand } from './locate-command.ts';
import {
  describeBug,
  describeKnownError,
  errorObject,
  type OutStream,
  textWidth,
  writeChunks,
  writeJson,
  writeLine,
} from './output.ts';
import { createProgressLine, type ProgressLine } from './progress.ts';
import { colourStyle, plainStyle, type Style } from './style.ts';
import { waitForEnter } from './watch-enter.ts';

/** What a run of the command line gets from its process. */
export interface CliProcess {
  readonly stdout: OutStream;
  readonly stderr: OutStream;
  readonly cwd: string;
  /** False when the environment asks for no colour. */
  readonly colourAllowed: boolean;
  /** False when the terminal cannot rewrite a line (TERM=dumb). */
  readonly liveAllowed: boolean;
  /** That of the system unless said otherwise. */
  readonly clock?: Clock;
  /** True when a person can be asked: input and messages are a terminal. */
  readonly canAsk: boolean;
}

type Ask = Extract<Located, { kind: 'command' }>;

interface Session {
  readonly host: CliProcess;
  readonly globals: GlobalOptions;
  readonly progress: ProgressLine;
  readonly interrupts: Interrupts;
}

function styleFor(stream: OutStream, host: CliProcess, wanted: boolean): Style {
  return wanted && host.colourAllowed && stream.isTTY === true ? colourStyle : plainStyle;
}

function print({ host, globals, progress }: Session, json: object, text: string): void {
  progress.clear();
  if (globals.json) writeJson(host.stdout, json);
  else writeLine(host.stdout, text);
}

function contextFor(session: Session, args: readonly string[]): CommandContext {
  const { host, globals, progress, interrupts } = session;
  return {
    args,
    cwd: host.cwd,
    workspaceDir: globals.workspace === undefined ? undefined : resolve(host.cwd, globals.workspace),
    style: styleFor(host.stdout, host, globals.color),
    width: textWidth(host.stdout),
    clock: host.clock ?? systemClock,
    signal: interrupts.signal,
    onProgress: progress.onProgress,
    note: (text) => {
      progress.clear();
      if (!globals.quiet) writeLine(host.stderr, text);
    },
    print: (json, text) => print(session, json, text),
    outIsTerminal: host.stdout.isTTY === true,
    send: (chunks) => {
      // The line at the foot and what is sent would stand in each other's way on a terminal.
      if (host.stdout.isTTY === true) progress.close();
      return writeChunks(host.stdout, chunks);
    },
    ...(host.canAsk && !globals.quiet ? asking(session) : {}),
  };
}

/** With --json there may be a person at the terminal, but a program reads the answer: it gets no questions. */
function asking({ host, globals, progress, interrupts }: Session): Pick<CommandContext, 'waitForEnter' | 'ask'> {
  const write = (text: string): void => {
    progress.clear();
    host.stderr.write(text);
  };
  return {
    waitForEnter: (text) => {
      write(`${text}\n`);
      return waitForEnter(interrupts.signal);
    },
    ...(globals.json
      ? {}
      : {
          ask: createAsk({
            write,
            line: (prompt) => {
              progress.clear();
              return readLine(prompt, interrupts.signal);
            },
          }),
        }),
  };
}

function openSession(host: CliProcess, globals: GlobalOptions, spec: CommandSpec): Session {
  const progress = createProgressLine(host.stderr, host.liveAllowed && !globals.quiet);
  const say = (text: string): void => {
    progress.clear();
    if (!globals.quiet) writeLine(host.stderr, text);
  };
  const interrupts = watchInterrupts(
    () => say(spec.onInterrupt ?? 'Stopping. Press Ctrl-C again to stop at once.'),
    () => {
      progress.close();
      say('Stopped at once. What was begun is left where it is, under its working name.');
    },
  );
  return { host, globals, progress, interrupts };
}

function emptyResult({ json, text }: CommandResult): boolean {
  return text === '' && Object.keys(json).length === 0;
}

async function runCommand(host: CliProcess, { entry, rest, help }: Ask): Promise<ExitCode> {
  const spec = await entry.load();
  if (help) {
    writeLine(host.stdout, commandHelp(entry, spec, textWidth(host.stdout)));
    return 0;
  }
  // Only now: commander is not needed to show help or the version.
  const { parseCommand } = await import('./parse-command.ts');
  const { args, options, globals } = parseCommand(entry.name, spec, rest);
  const session = openSession(host, globals, spec);
  try {
    const result = await spec.run(options, contextFor(session, args));
    session.progress.close();
    if (!emptyResult(result)) print(session, result.json, result.text);
    return result.exitCode;
  } catch (error) {
    session.progress.close();
    const { signal } = session.interrupts;
    if (!isInterruption(error, signal)) throw error;
    reportError(host, error instanceof KnownError ? error : signal.reason, globals.json);
    return 130;
  } finally {
    session.progress.close();
    session.interrupts.stop();
  }
}

function reportError(host: CliProcess, error: unknown, json: boolean): void {
  const style = styleFor(host.stderr, host, true);
  if (json) writeJson(host.stderr, errorObject(error));
  else if (error instanceof KnownError) writeLine(host.stderr, describeKnownError(error, style));
  else writeLine(host.stderr, describeBug(error, style));
}

/** Runs one command line and gives its exit code; every error has been shown by then. */
export async function runCli(argv: readonly string[], host: CliProcess): Promise<ExitCode> {
  try {
    const located = locateCommand(argv);
    if (located.kind === 'command') return await runCommand(host, located);
    const text = located.kind === 'version' ? softwareVersion() : listHelp(located.noun, textWidth(host.stdout));
    writeLine(host.stdout, text);
    return 0;
  } catch (error) {
    reportError(host, error, wantsJson(argv));
    return error instanceof KnownError ? error.exitCode : 1;
  }
}
