/** How long a template is meant to be, the longest first; a thread is several posts. */
export const draftForms = ['long', 'medium', 'short', 'tiny', 'thread'] as const;

export type DraftForm = (typeof draftForms)[number];
