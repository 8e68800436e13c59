import type { PromisePatterns } from '../promise-patterns.ts';

export const portuguesePromises: PromisePatterns = {
  'answer-messages': /respondemos[^\n]{0,40}?às mensagens até/iu,
  'close-inbox': /fechamos a caixa de mensagens/iu,
  'delete-messages': /mensagens[^\n]{0,100}?apagamo-las/iu,
  'keep-archive': /fica guardado no nosso arquivo|publicámos[^\n]{0,50}?continua disponível/iu,
  'keep-comments': /comentários[^\n]{0,40}?ficam guardados/iu,
  'content-stays': /publicámos[^\n]{0,40}?fica onde está/iu,
  'comments-stay': /comentários[^\n]{0,40}?ficam como estão/iu,
  'delete-content': /apagamos o que publicámos/iu,
  'delete-comments': /comentários[^\n]{0,40}?serão apagados/iu,
  'keep-account': /mantemos lá a nossa presença/iu,
  'delete-account': /eliminamos (?:a nossa presença|a nossa conta)/iu,
};
