import type { PromisePatterns } from '../promise-patterns.ts';

export const dutchPromises: PromisePatterns = {
  'answer-messages': /berichten beantwoorden we[^\n]{0,60}?\btot\b/iu,
  'close-inbox': /sluiten we de inbox/iu,
  'delete-messages': /berichten[^\n]{0,100}?verwijderen we ze/iu,
  'keep-archive': /bewaren we[^\n]{0,15}?archief|is nog te lezen wat we/iu,
  'keep-comments': /reacties[^\n]{0,40}?archiveren we/iu,
  'content-stays': /hebben gepost, blijft staan/iu,
  'comments-stay': /reacties[^\n]{0,40}?laten we staan/iu,
  'delete-content': /hebben gepost, verwijderen we/iu,
  'delete-comments': /reacties[^\n]{0,40}?worden gewist/iu,
  'keep-account': /profiel(?: daar)? (?:houden|behouden) we/iu,
  'delete-account': /verwijderen we (?:ons|het|dit) (?:profiel|account)/iu,
};
