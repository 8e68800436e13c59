import type { PromisePatterns } from '../promise-patterns.ts';

export const polishPromises: PromisePatterns = {
  'answer-messages': /na wiadomości[^\n]{0,60}?odpowiadamy do/iu,
  'close-inbox': /zamykamy skrzynkę/iu,
  'delete-messages': /wiadomości[^\n]{0,100}?je usuwamy/iu,
  'keep-archive': /zachowujemy we własnym archiwum|można nadal przeczytać/iu,
  'keep-comments': /komentarze[^\n]{0,40}?zachowujemy/iu,
  'content-stays': /opublikowaliśmy[^\n]{0,60}?zostaje na swoim miejscu/iu,
  'comments-stay': /komentarze[^\n]{0,40}?zostawiamy/iu,
  'delete-content': /opublikowaliśmy[^\n]{0,60}?,\s{1,3}usuwamy/iu,
  'delete-comments': /komentarze[^\n]{0,40}?zostaną usunięte/iu,
  'delete-account': /usuwamy nasz(?:e)? profil/iu,
};
