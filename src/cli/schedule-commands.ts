import type { CommandEntry } from './command-entry.ts';

/** When snapshots are taken by themselves, in the order people meet them. */
export const scheduleCommands: readonly CommandEntry[] = [
  {
    name: 'schedule add',
    summary: 'have snapshots of channels taken by themselves',
    load: async () => (await import('./commands/schedule/add.ts')).addCommand,
  },
  {
    name: 'schedule list',
    summary: 'show the next times, how it went, and what to do where it failed',
    load: async () => (await import('./commands/schedule/list.ts')).listCommand,
  },
  {
    name: 'schedule remove',
    summary: 'take a schedule out of lastpost.yaml',
    load: async () => (await import('./commands/schedule/remove.ts')).removeCommand,
  },
  {
    name: 'schedule run',
    summary: 'take the snapshots that are due, once',
    load: async () => (await import('./commands/schedule/run.ts')).runCommand,
  },
  {
    name: 'schedule install',
    summary: 'have this computer run the schedules, or no longer',
    load: async () => (await import('./commands/schedule/install.ts')).installCommand,
  },
  {
    name: 'serve',
    summary: 'run the schedules until you stop it',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
];
