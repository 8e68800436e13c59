import type { PromisePatterns } from '../promise-patterns.ts';

export const italianPromises: PromisePatterns = {
  'answer-messages': /rispond(?:iamo|eremo) ai messaggi[^\n]{0,60}?fino/iu,
  'close-inbox': /(?:chiudiamo|chiuderemo) la casella/iu,
  'delete-messages': /messaggi[^\n]{0,100}?li (?:eliminiamo|elimineremo|cancelliamo)/iu,
  'keep-archive': /(?:conserviamo|conserveremo)[^\n]{0,15}?archivio|si può ancora leggere ciò che abbiamo pubblicato/iu,
  'keep-comments': /commenti[^\n]{0,40}?li archiviamo/iu,
  'content-stays': /ciò che abbiamo pubblicato[^\n]{0,40}?resta/iu,
  'comments-stay': /commenti[^\n]{0,40}?restano/iu,
  'delete-content': /(?:eliminiamo|elimineremo|cancelliamo) ciò che abbiamo pubblicato/iu,
  'delete-comments': /commenti[^\n]{0,40}?vengono rimossi/iu,
  'keep-account': /nostra presenza lì resta/iu,
  'delete-account': /(?:cancelliamo|cancelleremo|eliminiamo) (?:la nostra presenza|il nostro account)/iu,
};
