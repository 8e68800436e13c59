import type { PromisePatterns } from '../promise-patterns.ts';

export const frenchPromises: PromisePatterns = {
  'answer-messages': /nous répond(?:ons|rons) aux messages[^\n]{0,60}?jusqu/iu,
  'close-inbox': /nous ferm(?:ons|erons) la messagerie/iu,
  'delete-messages': /messages[^\n]{0,100}?nous les supprim(?:ons|erons)/iu,
  'keep-archive':
    /nous conserv(?:ons|erons)[^\n]{0,20}?archives|vous pouvez relire[^\n]{0,80}?ce que nous avons publié/iu,
  'keep-comments': /commentaires[^\n]{0,50}?(?:sont|seront) conservés/iu,
  'content-stays': /ce que nous avons publié[^\n]{0,40}?reste en ligne/iu,
  'comments-stay': /commentaires[^\n]{0,40}?restent/iu,
  'delete-content': /(?:allons supprimer|supprim(?:ons|erons)) ce que nous avons publié/iu,
  'delete-comments': /commentaires[^\n]{0,40}?seront (?:effacés|supprimés)/iu,
  'keep-account': /nous gard(?:ons|erons) notre présence/iu,
  'delete-account': /nous supprim(?:ons|erons) (?:notre présence|notre compte|ce compte)/iu,
  'delete-data': /nous (?:effaçons|effacerons|supprimons|supprimerons) vos données/iu,
  'newsletter-goes-on': /(?:newsletter|lettre d[’']information)[^\n]{0,15}?continue/iu,
};
