import type { CommandEntry } from './command-entry.ts';

/** Everything that is done with snapshots. */
export const snapshotCommands: readonly CommandEntry[] = [
  {
    name: 'snapshot take',
    summary: 'crawl an address and seal it as one WACZ file',
    load: async () => (await import('./commands/snapshot/take.ts')).takeCommand,
  },
  {
    name: 'snapshot list',
    summary: 'list the snapshots of the workspace',
    load: async () => (await import('./commands/snapshot/list.ts')).listCommand,
  },
  {
    name: 'snapshot show',
    summary: 'tell what is in a WACZ: pages, gaps, who made it',
    load: async () => (await import('./commands/snapshot/show.ts')).showCommand,
  },
  {
    name: 'snapshot verify',
    summary: 'check every byte of a WACZ and name what is wrong',
    load: async () => (await import('./commands/snapshot/verify.ts')).verifyCommand,
  },
  {
    name: 'snapshot qa',
    summary: 'replay every page of a snapshot and compare it with the capture',
    load: async () => (await import('./commands/snapshot/qa.ts')).qaCommand,
  },
  {
    name: 'snapshot compare',
    summary: 'tell what changed from one snapshot to another',
    load: async () => (await import('./commands/snapshot/compare.ts')).compareCommand,
  },
  {
    name: 'snapshot replay',
    summary: 'look at a snapshot in the browser',
    load: async () => (await import('./commands/snapshot/replay.ts')).replayCommand,
  },
  {
    name: 'snapshot hold',
    summary: 'have snapshots stay whatever the rules, and say who answers for it',
    load: async () => (await import('./commands/snapshot/hold.ts')).holdCommand,
  },
  {
    name: 'snapshot release',
    summary: 'end a hold',
    load: async () => (await import('./commands/snapshot/release.ts')).releaseCommand,
  },
  {
    name: 'snapshot prune',
    summary: 'tell which snapshots no rule keeps, and remove them',
    load: async () => (await import('./commands/snapshot/prune.ts')).pruneCommand,
  },
  {
    name: 'snapshot export',
    summary: 'write one snapshot as a whole WACZ of its own',
    load: async () => (await import('./commands/snapshot/export.ts')).exportCommand,
  },
];
