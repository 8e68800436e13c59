import type { PromiseKind } from '../../model/farewell/promise.ts';
import type { LocalText } from '../../model/platform.ts';

/** What is promised, in a few words that can stand behind "that". */
export const promiseTitles: Readonly<Record<PromiseKind, LocalText>> = {
  'answer-messages': { en: 'messages are answered', de: 'Nachrichten beantwortet werden' },
  'close-inbox': { en: 'the inbox is closed', de: 'das Postfach geschlossen wird' },
  'delete-messages': { en: 'messages are deleted', de: 'Nachrichten gelöscht werden' },
  'keep-archive': { en: 'what was posted is kept', de: 'die Beiträge aufbewahrt werden' },
  'keep-comments': { en: 'the comments are kept', de: 'die Kommentare aufbewahrt werden' },
  'content-stays': { en: 'what was posted stays there', de: 'die Beiträge stehen bleiben' },
  'comments-stay': { en: 'the comments stay there', de: 'die Kommentare stehen bleiben' },
  'delete-content': { en: 'what was posted is deleted', de: 'die Beiträge gelöscht werden' },
  'delete-comments': { en: 'the comments are deleted', de: 'die Kommentare gelöscht werden' },
  'keep-account': { en: 'the account stays', de: 'das Konto bestehen bleibt' },
  'delete-account': { en: 'the account is deleted', de: 'das Konto gelöscht wird' },
  'delete-data': { en: 'data of people are deleted', de: 'Daten von Menschen gelöscht werden' },
  'keep-handle': { en: 'the name stays ours', de: 'der Name unserer bleibt' },
  'links-lead-on': { en: 'old links lead on', de: 'alte Links weiterführen' },
  'page-stays': { en: 'the page stays online', de: 'die Seite online bleibt' },
  'newsletter-goes-on': { en: 'the newsletter goes on', de: 'der Newsletter weitergeht' },
  'domain-stays': { en: 'the domain stays', de: 'die Domain bleibt' },
  'tell-later': { en: 'people are told when', de: 'rechtzeitig Bescheid gesagt wird' },
  'honour-prizes': { en: 'prizes are honoured', de: 'Gewinne eingelöst werden' },
};
