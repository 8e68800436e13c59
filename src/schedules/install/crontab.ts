import { MARK, type TimerCall, timerName, timerWords } from './timer.ts';

const beginOf = (name: string): string => `# >>> ${name}: ${MARK}; --remove takes it out up to <<<`;
const endOf = (name: string): string => `# <<< ${name}`;

/** A word for sh. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The block for one workspace. `%` means a new line to cron, in quotes as well, unless a backslash is before it. */
export function cronBlock(call: TimerCall, log: string): string {
  const words = timerWords(call).map(quoted).join(' ');
  const line = `PATH=${quoted(call.path)} ${words} >>${quoted(log)} 2>&1`;
  const name = timerName(call);
  return [beginOf(name), `* * * * * ${line.replaceAll('%', '\\%')}`, endOf(name), ''].join('\n');
}

/** The crontab without the workspace's block; every other byte stays. */
export function withoutBlock(crontab: string, call: Pick<TimerCall, 'dir'>): string {
  const name = timerName(call);
  const begin = crontab.indexOf(`${beginOf(name)}\n`);
  const end = crontab.indexOf(`${endOf(name)}\n`, begin);
  if (begin === -1 || end === -1) return crontab;
  return crontab.slice(0, begin) + crontab.slice(end + endOf(name).length + 1);
}

/** The crontab with the workspace's block where it was, or at the end. */
export function withBlock(crontab: string, call: TimerCall, log: string): string {
  const name = timerName(call);
  const block = cronBlock(call, log);
  const begin = crontab.indexOf(`${beginOf(name)}\n`);
  if (begin === -1) return `${crontab}${crontab === '' || crontab.endsWith('\n') ? '' : '\n'}${block}`;
  const end = crontab.indexOf(`${endOf(name)}\n`, begin);
  if (end === -1) return `${crontab}${block}`;
  return crontab.slice(0, begin) + block + crontab.slice(end + endOf(name).length + 1);
}
