/** What posts can be written as. The first four are one stream, the last two a folder. */
export const exportFormats = ['jsonl', 'csv', 'xlsx', 'atom', 'markdown', 'html'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export const exportLanguages = ['de', 'en'] as const;

/** Language of the words around the posts. */
export type ExportLanguage = (typeof exportLanguages)[number];
