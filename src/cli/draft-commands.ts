import type { CommandEntry } from './command-entry.ts';

/** The commands of the farewell's texts, in the order people meet them. */
export const draftCommands: readonly CommandEntry[] = [
  {
    name: 'draft questions',
    summary: 'ask for the facts of an exit that are still open',
    load: async () => (await import('./commands/draft/questions.ts')).questionsCommand,
  },
  {
    name: 'draft write',
    summary: 'write the drafts of the farewell from the facts of the exit',
    load: async () => (await import('./commands/draft/write.ts')).writeCommand,
  },
  {
    name: 'draft list',
    summary: 'list the drafts: when each goes out, who edited and approved it',
    load: async () => (await import('./commands/draft/list.ts')).listCommand,
  },
  {
    name: 'draft show',
    summary: 'show a draft, and how long it is where it will stand',
    load: async () => (await import('./commands/draft/show.ts')).showCommand,
  },
  {
    name: 'draft diff',
    summary: 'show every sentence that other facts would change',
    load: async () => (await import('./commands/draft/diff.ts')).diffCommand,
  },
  {
    name: 'draft check',
    summary: 'say what is wrong in the drafts, all of them together',
    load: async () => (await import('./commands/draft/check.ts')).checkCommand,
  },
  {
    name: 'draft promises',
    summary: 'list what the drafts promise, who owns it, and whether it is kept',
    load: async () => (await import('./commands/draft/promises.ts')).promisesCommand,
  },
  {
    name: 'draft audiences',
    summary: 'show who knows when, and whether a customer would hear first',
    load: async () => (await import('./commands/draft/audiences.ts')).audiencesCommand,
  },
  {
    name: 'draft report',
    summary: 'report what nobody answers, who stays, and what contracts ask',
    load: async () => (await import('./commands/draft/report.ts')).reportCommand,
  },
  {
    name: 'draft approve',
    summary: 'approve a draft, exactly as its words are now',
    load: async () => (await import('./commands/draft/approve.ts')).approveCommand,
  },
  {
    name: 'draft cards',
    summary: 'draw pictures for posts, and the card for shops, from their drafts',
    load: async () => (await import('./commands/draft/cards.ts')).cardsCommand,
  },
  {
    name: 'draft preview',
    summary: 'show every draft as its platform shows it, on one page',
    load: async () => (await import('./commands/draft/preview.ts')).previewCommand,
  },
  {
    name: 'draft export',
    summary: 'write the drafts as documents, mails, calendar or for a scheduler',
    load: async () => (await import('./commands/draft/export.ts')).exportCommand,
  },
];
