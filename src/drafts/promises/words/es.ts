import type { PromisePatterns } from '../promise-patterns.ts';

export const spanishPromises: PromisePatterns = {
  'answer-messages': /respond(?:emos|eremos) a los mensajes[^\n]{0,60}?hasta/iu,
  'close-inbox': /cerra(?:mos|remos) la bandeja de entrada/iu,
  'delete-messages': /mensajes[^\n]{0,100}?los (?:eliminaremos|eliminamos|borraremos)/iu,
  'keep-archive': /guarda(?:mos|remos)[^\n]{0,15}?archivo|se puede seguir leyendo lo que hemos publicado/iu,
  'keep-comments': /comentarios[^\n]{0,50}?se guard(?:an|arán)/iu,
  'content-stays': /lo que hemos publicado[^\n]{0,40}?se queda/iu,
  'comments-stay': /comentarios[^\n]{0,40}?se mantienen/iu,
  'delete-content': /(?:vamos a eliminar|eliminaremos|eliminamos) lo que hemos publicado/iu,
  'delete-comments': /comentarios[^\n]{0,40}?se borrarán/iu,
  'keep-account': /conserva(?:mos|remos) nuestra presencia/iu,
  'delete-account': /(?:eliminaremos|eliminamos) (?:nuestra presencia|nuestra cuenta)/iu,
};
