import type { CommandEntry } from './command-entry.ts';
import { draftCommands } from './draft-commands.ts';
import { scheduleCommands } from './schedule-commands.ts';
import { snapshotCommands } from './snapshot-commands.ts';
import { vaultCommands } from './vault-commands.ts';

/** Every command there is, in the order people meet them. A test compares this table with the folder. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'see it work: snapshot a bundled brand, in a minute or two',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    name: 'init',
    summary: 'make a workspace: settings, vault, ledger and signing key',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'doctor',
    summary: 'check that this machine and workspace are ready',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'person add',
    summary: 'write somebody who confirms, approves or is told into lastpost.yaml',
    load: async () => (await import('./commands/person/add.ts')).addCommand,
  },
  {
    name: 'person list',
    summary: 'list the people of the workspace, their roles and absences',
    load: async () => (await import('./commands/person/list.ts')).listCommand,
  },
  {
    name: 'channel add',
    summary: 'recognise an address and write it into lastpost.yaml as a channel',
    load: async () => (await import('./commands/channel/add.ts')).addCommand,
  },
  {
    name: 'channel discover',
    summary: "find a brand's accounts from its own pages, and how sure each is",
    load: async () => (await import('./commands/channel/discover.ts')).discoverCommand,
  },
  {
    name: 'channel list',
    summary: 'list the channels of the workspace',
    load: async () => (await import('./commands/channel/list.ts')).listCommand,
  },
  {
    name: 'channel show',
    summary: 'tell what is known about leaving a platform, with source and date',
    load: async () => (await import('./commands/channel/show.ts')).showCommand,
  },
  {
    name: 'channel status',
    summary: 'tell of every channel whether all its posts are in a snapshot, and what to do next',
    load: async () => (await import('./commands/channel/status.ts')).statusCommand,
  },
  {
    name: 'channel history',
    summary: 'draw what was published, edited and deleted over time',
    load: async () => (await import('./commands/channel/history.ts')).historyCommand,
  },
  {
    name: 'channel import',
    summary: "take over a platform's official export, and keep the original",
    load: async () => (await import('./commands/channel/import.ts')).importCommand,
  },
  {
    name: 'channel statement',
    summary: 'state what export, crawl and platform say together, as text or a signed page',
    load: async () => (await import('./commands/channel/statement.ts')).statementCommand,
  },
  {
    name: 'channel accept',
    summary: 'record that a person accepts a gap of a statement, and why',
    load: async () => (await import('./commands/channel/accept.ts')).acceptCommand,
  },
  {
    name: 'channel check-statement',
    summary: 'check the signature of a statement that was filed',
    load: async () => (await import('./commands/channel/check-statement.ts')).checkStatementCommand,
  },
  {
    name: 'channel login',
    summary: 'log in to a channel in a browser window and keep the login',
    load: async () => (await import('./commands/channel/login.ts')).loginCommand,
  },
  ...snapshotCommands,
  ...scheduleCommands,
  ...vaultCommands,
  {
    name: 'posts list',
    summary: 'list the posts of your channels, newest first',
    load: async () => (await import('./commands/posts/list.ts')).listCommand,
  },
  {
    name: 'posts search',
    summary: 'find posts by their words, in German and English',
    load: async () => (await import('./commands/posts/search.ts')).searchCommand,
  },
  {
    name: 'posts export',
    summary: 'write posts as jsonl, csv, xlsx, atom, markdown or html',
    load: async () => (await import('./commands/posts/export.ts')).exportCommand,
  },
  ...draftCommands,
  {
    name: 'playbook list',
    summary: 'list the playbooks that a run can be started of',
    load: async () => (await import('./commands/playbook/list.ts')).listCommand,
  },
  {
    name: 'playbook show',
    summary: 'draw a playbook: its steps, who does them, and where there is no way back',
    load: async () => (await import('./commands/playbook/show.ts')).showCommand,
  },
  {
    name: 'playbook new',
    summary: 'copy a playbook into the workspace, to adapt it',
    load: async () => (await import('./commands/playbook/new.ts')).newCommand,
  },
  {
    name: 'playbook diff',
    summary: 'tell what you changed in a playbook, and what the original has since',
    load: async () => (await import('./commands/playbook/diff.ts')).diffCommand,
  },
  {
    name: 'playbook plan',
    summary: 'work out what a run would be, day by day, before anybody starts it',
    load: async () => (await import('./commands/playbook/plan.ts')).planCommand,
  },
  {
    name: 'playbook lint',
    summary: 'tell what would go wrong in a run, before anybody starts one',
    load: async () => (await import('./commands/playbook/lint.ts')).lintCommand,
  },
  {
    name: 'playbook rehearse',
    summary: 'play a whole run on a clock of its own, and tell what it showed',
    load: async () => (await import('./commands/playbook/rehearse.ts')).rehearseCommand,
  },
  {
    name: 'run start',
    summary: 'begin a run of a playbook: one exit, step by step',
    load: async () => (await import('./commands/run/start.ts')).startCommand,
  },
  {
    name: 'run list',
    summary: 'list the runs of the workspace',
    load: async () => (await import('./commands/run/list.ts')).listCommand,
  },
  {
    name: 'run status',
    summary: 'show a run as a board: every step, whom it waits for, what is due',
    load: async () => (await import('./commands/run/status.ts')).statusCommand,
  },
  {
    name: 'run explain',
    summary: 'say in one screen what a run waits for and what comes next',
    load: async () => (await import('./commands/run/explain.ts')).explainCommand,
  },
  {
    name: 'run next',
    summary: 'do what needs no person, and ask at the terminal for the rest',
    load: async () => (await import('./commands/run/next.ts')).nextCommand,
  },
  {
    name: 'run confirm',
    summary: 'say that a step was done, with evidence; or release one that cannot be undone',
    load: async () => (await import('./commands/run/confirm.ts')).confirmCommand,
  },
  {
    name: 'run approve',
    summary: 'approve a step, exactly as it is now',
    load: async () => (await import('./commands/run/approve.ts')).approveCommand,
  },
  {
    name: 'run reject',
    summary: 'refuse what a step wants to have approved',
    load: async () => (await import('./commands/run/reject.ts')).rejectCommand,
  },
  {
    name: 'run resolve',
    summary: 'say what became of a step that is in doubt, or have a failed one tried again',
    load: async () => (await import('./commands/run/resolve.ts')).resolveCommand,
  },
  {
    name: 'run override',
    summary: 'go through a shut gate all the same: two people, on the certificate for ever',
    load: async () => (await import('./commands/run/override.ts')).overrideCommand,
  },
  {
    name: 'run amend',
    summary: 'change the playbook of a run that is under way',
    load: async () => (await import('./commands/run/amend.ts')).amendCommand,
  },
  {
    name: 'run pause',
    summary: 'hold a run',
    load: async () => (await import('./commands/run/pause.ts')).pauseCommand,
  },
  {
    name: 'run resume',
    summary: 'let a paused run go on',
    load: async () => (await import('./commands/run/resume.ts')).resumeCommand,
  },
  {
    name: 'run cancel',
    summary: 'end a run for good, before the point of no return with what was done undone',
    load: async () => (await import('./commands/run/cancel.ts')).cancelCommand,
  },
  {
    name: 'run journal',
    summary: 'show everything that happened in a run, and check that nothing was changed',
    load: async () => (await import('./commands/run/journal.ts')).journalCommand,
  },
  {
    name: 'run restore',
    summary: 'take a run back into the ledger out of its journal',
    load: async () => (await import('./commands/run/restore.ts')).restoreCommand,
  },
  {
    name: 'run certificate',
    summary: 'write the signed certificate of a run',
    load: async () => (await import('./commands/run/certificate.ts')).certificateCommand,
  },
  {
    name: 'run export',
    summary: 'write the dates of a run as a calendar, or everything about it as a ZIP',
    load: async () => (await import('./commands/run/export.ts')).exportCommand,
  },
];

export const nouns: Readonly<Record<string, string>> = {
  person: 'add and list the people who confirm, approve and are told',
  channel: 'find, add and look at channels, tell what is missing, and log in to them',
  snapshot: 'take, list, check and look at snapshots',
  vault: 'check, copy and restore where snapshots are kept',
  schedule: 'have snapshots taken by themselves, at their times',
  posts: 'list, search and export the posts of your channels',
  draft: 'write the farewell from one set of facts, and work on it',
  playbook: 'look at the ways to leave a platform, and check them',
  run: 'carry an exit out, step by step: start, see what it waits for, confirm, approve',
};

export function findCommand(name: string): CommandEntry | undefined {
  return commands.find((command) => command.name === name);
}

/** The verbs of a noun, in order; [] when there is no such noun. */
export function verbsOf(noun: string): readonly string[] {
  return commands.filter(({ name }) => name.startsWith(`${noun} `)).map(({ name }) => name.slice(noun.length + 1));
}
