/** What can be asked of all drafts of an exit together, in the order of `lastpost draft report`. */
export const reportNames = ['parity', 'silence', 'hypocrisy', 'regret', 'contracts'] as const;

export type ReportName = (typeof reportNames)[number];

/** Languages whose texts are judged, and in which reports are written. */
export const reportLanguages = ['de', 'en'] as const;

export type ReportLanguage = (typeof reportLanguages)[number];
