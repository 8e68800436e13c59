import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathExists } from '../../src/base/path-exists.ts';
import type { OutStream } from '../../src/cli/output.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { movableClock } from './run-workspace.ts';

/** What a guide has its reader do, in its order. */
export type GuideAct =
  /** `<!-- 2027-01-11T09:00+01:00 -->`: from here on it is this moment. */
  | { readonly kind: 'moment'; readonly at: string }
  /** A block `sh`, line by line; `# ends with 75` behind a line says its exit code where that is not 0. */
  | { readonly kind: 'command'; readonly line: string; readonly code: number }
  /** A block `yaml` whose first line names the file, `# lastpost.yaml`: is added at its end. */
  | { readonly kind: 'lines'; readonly file: string; readonly text: string }
  /** A block `diff` whose first line names the file: the line with `-` becomes the one with `+`. */
  | { readonly kind: 'changed'; readonly file: string; readonly from: string; readonly to: string }
  /** A block `text`: what the command before it shows among other lines. */
  | { readonly kind: 'seen'; readonly lines: readonly string[] };

const BLOCK = /^```(sh|yaml|diff|text)\n([\s\S]*?)^```$|^<!-- (\d{4}-\d\d-\d\dT\S+) -->$/gm;

export async function readGuide(file: string): Promise<readonly GuideAct[]> {
  return actsOf(await readFile(file, 'utf8'));
}

/** Without what people say in their own words and languages. */
export function bare(acts: readonly GuideAct[]): readonly string[] {
  return acts.map((act) =>
    JSON.stringify(act.kind === 'seen' ? { ...act, lines: act.lines.length } : act)
      .replace(/text:[^"\\]*/g, 'text:')
      .replace(/--because \\"[^"]*\\"/g, '--because')
      .replace(/ --lang(?:uage)? (?:de|en)/g, ''),
  );
}

/** Reads a guide as its reader does. */
function actsOf(guide: string): readonly GuideAct[] {
  return [...guide.matchAll(BLOCK)].flatMap(([, kind, body = '', at]): readonly GuideAct[] => {
    if (at !== undefined) return [{ kind: 'moment', at }];
    if (kind === 'sh') return commandsIn(body);
    const file = /^# (\S+)\n/.exec(body);
    if (kind === 'text') return [{ kind: 'seen', lines: body.trimEnd().split('\n') }];
    if (kind === 'diff') return [changeIn(body)];
    return file === null ? [] : [{ kind: 'lines', file: file[1] ?? '', text: body.slice(file[0].length) }];
  });
}

function changeIn(body: string): GuideAct {
  const [, file, from, to] = /^# (\S+)\n-(.*\n)\+(.*\n)$/.exec(body) ?? [];
  if (file === undefined || from === undefined || to === undefined) throw new Error(`No change of one line: ${body}`);
  return { kind: 'changed', file, from, to };
}

function commandsIn(body: string): readonly GuideAct[] {
  return body
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, command = line, code] = /^(.*?)\s+# ends with (\d+)$/.exec(line) ?? [];
      return { kind: 'command', line: command.replace(/\s+#\s.*$/, '').trim(), code: Number(code ?? 0) };
    });
}

/** The words of a line as a shell takes them; quotes hold words together, and nothing is expanded. */
export function wordsOfLine(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ''));
}

class Heard extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface GuideDone {
  readonly line: string;
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function change(path: string, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const before = await readFile(path, 'utf8');
  if (before.split(`\n${from}`).length !== 2) throw new Error(`${path} has not once the line ${from}`);
  await writeFile(path, before.replace(`\n${from}`, `\n${to}`));
}

function look(lines: readonly string[], out: string): void {
  const shown = out.split('\n');
  const missing = lines.filter((line) => !shown.includes(line));
  if (missing.length > 0) throw new Error(`Not shown:\n${missing.join('\n')}\nbut:\n${out}`);
}

/** A reader in an empty folder, with a clock that only the guide moves. */
export function guideReader(dir: string, start: string) {
  const clock = movableClock(start);
  const done: GuideDone[] = [];
  const call = async (args: readonly string[]): Promise<GuideDone> => {
    const [stdout, stderr] = [new Heard(), new Heard()];
    const host = { stdout: stdout as unknown as OutStream, stderr: stderr as unknown as OutStream };
    const code = await runCli(args, {
      ...host,
      cwd: dir,
      clock,
      colourAllowed: false,
      canAsk: false,
      liveAllowed: false,
    });
    return { line: args.join(' '), code, out: stdout.text, err: stderr.text };
  };
  /** What readers have at hand: a page of facts, a screenshot. */
  const bring = async (args: readonly string[]): Promise<void> => {
    for (const [, file] of args
      .join('\n')
      .matchAll(/^--evidence\n(?:[a-z0-9_-]+=)?([\w-]+\.(?:md|png|pdf|eml|csv))$/gm)) {
      if (file !== undefined && !(await pathExists(join(dir, file))))
        await writeFile(join(dir, file), `What ${file} holds.\n`);
    }
  };
  return {
    clock,
    done,
    call,
    async do(act: GuideAct): Promise<void> {
      if (act.kind === 'moment') return clock.set(new Date(act.at).toISOString());
      if (act.kind === 'lines') {
        const before = await readFile(join(dir, act.file), 'utf8');
        return writeFile(join(dir, act.file), `${before.trimEnd()}\n${act.text}`);
      }
      if (act.kind === 'changed') return change(join(dir, act.file), act);
      if (act.kind === 'seen') return look(act.lines, done.at(-1)?.out ?? '');
      const [program, ...args] = wordsOfLine(act.line);
      if (program !== 'lastpost') throw new Error(`A guide can only call lastpost: ${act.line}`);
      await bring(args);
      const result = await call(args);
      done.push({ ...result, line: act.line });
      // 3: done in part, which the guide speaks of; 75: it was done, and the run waits for the next one.
      const isFine = result.code === act.code || (act.code === 0 && [3, 75].includes(result.code));
      if (!isFine) {
        const { out } = await call(['run', 'explain']);
        throw new Error(`${act.line}\nended with ${result.code}\n${result.out}\n${result.err}\n${out}`);
      }
    },
  };
}

/** The line with the ids in the place of GAP, as the statement before it has shown them. */
export async function withGaps(line: string, { call }: Pick<ReturnType<typeof guideReader>, 'call'>): Promise<string> {
  const [, channel] = /^lastpost channel accept (\S+) GAP /.exec(line) ?? [];
  if (channel === undefined) return line;
  const { out } = await call(['channel', 'statement', channel, '--json']);
  const { gaps } = JSON.parse(out).statement as { gaps: readonly { id: string; accepted: unknown }[] };
  const open = gaps.filter(({ accepted }) => accepted === null).map(({ id }) => id);
  return line.replace('GAP', open.join(' '));
}
