import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the browsers this process has started: its own children, not those of other tests. */
export function browserPids(): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const parent = / \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''))?.[1];
      return (
        Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('lastpost-profile-')
      );
    } catch {
      return false;
    }
  });
}
