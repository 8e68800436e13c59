import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import { pathExists } from '../../base/path-exists.ts';
import { softwareVersion } from '../../base/software.ts';
import { cronBlock, withBlock, withoutBlock } from '../../schedules/install/crontab.ts';
import { githubWorkflow } from '../../schedules/install/github.ts';
import { launchdLabel, launchdPlist } from '../../schedules/install/launchd.ts';
import { systemdUnits } from '../../schedules/install/systemd.ts';
import { MARK, refuseBadPaths, type TimerCall, type TimerKind, timerName } from '../../schedules/install/timer.ts';
import { windowsTask } from '../../schedules/install/windows.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { timerEnvironment } from '../../workspace/timer-environment.ts';

/** One file that is to be written, or taken away when `text` is null. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string | null;
  readonly isUtf16?: boolean;
}

/** Everything that installing or removing would do; nothing is done yet. */
export interface InstallPlan {
  readonly kind: TimerKind;
  readonly isRemoval: boolean;
  readonly files: readonly PlannedFile[];
  /** The whole crontab as it is to be, with what of it is ours; null where no crontab is meant. */
  readonly crontab: { readonly text: string; readonly block: string } | null;
  /** Before and after the files. */
  readonly first: readonly (readonly string[])[];
  readonly last: readonly (readonly string[])[];
  /** Everything is as it would be. */
  readonly isDone: boolean;
}

export interface InstallRequest {
  readonly kind?: TimerKind | undefined;
  readonly isRemoval: boolean;
  readonly node: string;
  readonly program: string;
  /** That of the process unless said. */
  readonly environment?: Environment;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Of this computer: cron where there is no systemd of the user's. */
export async function usualTimer(platform: NodeJS.Platform, environment: Environment): Promise<TimerKind> {
  if (platform === 'darwin') return 'launchd';
  if (platform === 'win32') return 'windows';
  const runtime = environment.XDG_RUNTIME_DIR;
  return runtime !== undefined && (await pathExists(join(runtime, 'systemd'))) ? 'systemd' : 'cron';
}

/**
 * What would have to be done so that this computer calls `schedule run` each minute.
 * @throws KnownError `schedule.no-cron`, `schedule.not-ours`, `schedule.bad-path`, `workspace.*`
 */
export async function planInstall(request: InstallRequest, place: WorkspacePlace): Promise<InstallPlan> {
  const { dir, paths } = await requireWorkspace(place);
  const { node, program, environment = timerEnvironment(), isRemoval } = request;
  const kind = request.kind ?? (await usualTimer(process.platform, environment));
  const call: TimerCall = { node, program, dir, path: pathOf(node, environment) };
  refuseBadPaths(call);
  const log = paths.scheduleLog;
  const crontab = kind === 'cron' ? await planCrontab(call, log, isRemoval) : null;
  const files = (await filesOf(kind, call, log, environment)).map((file) =>
    isRemoval ? { ...file, text: null } : file,
  );
  const present = await Promise.all(files.map(readPresent));
  for (const [at, text] of present.entries()) refuseForeign(files[at]?.path ?? '', text);
  const isSame = files.every(({ text }, at) => text === (present[at] ?? null));
  return {
    kind,
    isRemoval,
    files,
    crontab: crontab === null ? null : { text: crontab.after, block: crontab.block },
    ...commandsOf(kind, call, isRemoval, files),
    isDone: crontab === null ? isSame : crontab.before === crontab.after,
  };
}

function pathOf(node: string, { PATH = '' }: Environment): string {
  return [...new Set([dirname(node), ...PATH.split(delimiter)])].filter((one) => one !== '').join(delimiter);
}

async function planCrontab(call: TimerCall, log: string, isRemoval: boolean) {
  const before = await readCrontab();
  const block = cronBlock(call, log);
  return { before, block, after: isRemoval ? withoutBlock(before, call) : withBlock(before, call, log) };
}

async function filesOf(
  kind: TimerKind,
  call: TimerCall,
  log: string,
  environment: Environment,
): Promise<readonly PlannedFile[]> {
  const home = environment.HOME ?? homedir();
  const folders = {
    systemd: join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'systemd', 'user'),
    launchd: join(home, 'Library', 'LaunchAgents'),
    windows: dirname(log),
  };
  if (kind === 'systemd') {
    return Object.entries(systemdUnits(call)).map(([name, text]) => ({ path: join(folders.systemd, name), text }));
  }
  if (kind === 'launchd') {
    return [{ path: join(folders.launchd, `${launchdLabel(call)}.plist`), text: launchdPlist(call, log) }];
  }
  if (kind === 'windows') {
    return [{ path: join(folders.windows, `${timerName(call)}.xml`), text: windowsTask(call), isUtf16: true }];
  }
  if (kind === 'cron') return [];
  const root = await repositoryOf(call.dir);
  const folder = relative(root, call.dir).split(sep).join('/') || '.';
  const path = join(root, '.github', 'workflows', 'lastpost-schedule.yml');
  return [{ path, text: githubWorkflow(folder, softwareVersion()) }];
}

/** The nearest folder upwards with a .git; the workspace itself where there is none. */
async function repositoryOf(dir: string): Promise<string> {
  for (let folder = dir; ; folder = dirname(folder)) {
    if (await pathExists(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return dir;
  }
}

function commandsOf(kind: TimerKind, call: TimerCall, isRemoval: boolean, files: readonly PlannedFile[]) {
  const name = timerName(call);
  const file = files[0]?.path ?? '';
  if (kind === 'systemd') {
    const reload = ['systemctl', '--user', 'daemon-reload'];
    const change = ['systemctl', '--user', isRemoval ? 'disable' : 'enable', '--now', `${name}.timer`];
    return isRemoval ? { first: [change], last: [reload] } : { first: [], last: [reload, change] };
  }
  if (kind === 'launchd') {
    const domain = `gui/${process.getuid?.() ?? 501}`;
    return isRemoval
      ? { first: [['launchctl', 'bootout', `${domain}/${launchdLabel(call)}`]], last: [] }
      : { first: [], last: [['launchctl', 'bootstrap', domain, file]] };
  }
  if (kind === 'windows') {
    return isRemoval
      ? { first: [['schtasks', '/Delete', '/TN', name, '/F']], last: [] }
      : { first: [], last: [['schtasks', '/Create', '/TN', name, '/XML', file, '/F']] };
  }
  return { first: [], last: [] };
}

async function readPresent({ path, isUtf16 }: PlannedFile): Promise<string | null> {
  try {
    return (await readFile(path, isUtf16 ? 'utf16le' : 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function refuseForeign(path: string, text: string | null): void {
  if (text === null || text.includes(MARK) || text.includes(MARK.replaceAll('"', '&quot;'))) return;
  throw new KnownError('schedule.not-ours', `${path} is there already, and Lastpost did not write it.`, {
    hint: 'Look at it, and move it away if nobody needs it. Nothing was changed.',
    exitCode: 2,
  });
}

/** @throws KnownError `schedule.no-cron` */
async function readCrontab(): Promise<string> {
  const { code, stdout, stderr } = await run(['crontab', '-l']);
  if (code === 0) return stdout;
  if (code === 1 && /no crontab/i.test(stderr)) return '';
  throw new KnownError(
    'schedule.no-cron',
    `The crontab cannot be read: ${stderr.trim() || 'there is no crontab here'}.`,
    {
      hint: 'Install cron, or choose another timer with --for, or let "lastpost serve" run.',
    },
  );
}

export interface CommandOutcome {
  readonly command: readonly string[];
  readonly ok: boolean;
  readonly said: string;
}

/**
 * Does what a plan says. Where the system's own command fails, the files are there all the same, and the outcome says so.
 * @throws KnownError `schedule.no-cron` when the crontab was refused
 */
export async function applyInstall(plan: InstallPlan): Promise<readonly CommandOutcome[]> {
  const before = await runAll(plan.first);
  for (const file of plan.files) await put(file);
  if (plan.crontab !== null) await writeCrontab(plan.crontab.text);
  return [...before, ...(await runAll(plan.last))];
}

async function put({ path, text, isUtf16 }: PlannedFile): Promise<void> {
  if (text === null) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  if (isUtf16) return writeFile(path, `\ufeff${text}`, 'utf16le');
  return writeFileAtomic(path, text);
}

async function writeCrontab(text: string): Promise<void> {
  // An empty crontab that was not there before is none.
  const { code, stderr } = await run(text === '' ? ['crontab', '-r'] : ['crontab', '-'], text);
  if (code === 0 || (text === '' && /no crontab/i.test(stderr))) return;
  throw new KnownError('schedule.no-cron', `cron did not take the new crontab: ${stderr.trim()}`, {
    hint: 'Nothing was changed. See whether you may use cron (/etc/cron.allow), or choose another timer with --for.',
  });
}

async function runAll(commands: readonly (readonly string[])[]): Promise<readonly CommandOutcome[]> {
  const outcomes: CommandOutcome[] = [];
  for (const command of commands) {
    const { code, stdout, stderr } = await run(command);
    outcomes.push({ command, ok: code === 0, said: (stderr || stdout).trim() });
  }
  return outcomes;
}

async function run(
  [program = '', ...words]: readonly string[],
  input?: string,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
