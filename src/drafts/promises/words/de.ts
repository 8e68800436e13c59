import type { PromisePatterns } from '../promise-patterns.ts';

export const germanPromises: PromisePatterns = {
  'answer-messages':
    /(?:Nachrichten|Direktnachrichten|Fragen|Kommentare|Zuschriften)[^\n]{0,60}?beantworten wir[^\n]{0,30}?\bbis\b|\bwir (?:beantworten|antworten)\b[^\n]{0,60}?\bbis\b|\bbis (?:zum|Ende|einschließlich)\b[^\n]{0,50}?\b(?:beantworten|antworten) wir\b/iu,
  'close-inbox':
    /schließen wir[^\n]{0,20}?Postfach|Postfach[^\n]{0,20}?(?:schließen wir|wird geschlossen)|wir schließen[^\n]{0,20}?Postfach/iu,
  'delete-messages':
    /Nachrichten[^\n]{0,100}?(?:löschen wir|(?:werden|wird)[^\n]{0,15}?gelöscht)|wir löschen[^\n]{0,30}?Nachrichten/iu,
  'keep-archive':
    /bewahren wir[^\n]{0,30}?Archiv|\b(?:archivieren wir|wir archivieren)\b|wir bewahren[^\n]{0,60}?\bauf\b|Archiv[^\n]{0,25}?bleibt[^\n]{0,30}?(?:lesbar|online|erreichbar|zugänglich|öffentlich)|bleibt nachzulesen/iu,
  'keep-comments': /Kommentare[^\n]{0,50}?(?:bewahren wir|archivieren wir)|wir bewahren[^\n]{0,30}?Kommentare/iu,
  'content-stays':
    /(?:veröffentlicht haben|Beiträge\b)[^\n]{0,20}?\bbleib(?:t|en)\b[^\n]{0,30}?(?:stehen|lesbar|online|sichtbar|erhalten)/iu,
  'comments-stay':
    /Kommentare[^\n]{0,40}?(?:lassen wir|bleiben[^\n]{0,20}?(?:stehen|lesbar|online|sichtbar|erhalten))/iu,
  'delete-content':
    /(?:veröffentlicht haben|Beiträge\b)[^\n]{0,15}?löschen wir|wir löschen[^\n]{0,20}?Beiträge\b|Beiträge werden[^\n]{0,15}?gelöscht/iu,
  'delete-comments':
    /Kommentare[^\n]{0,40}?(?:werden[^\n]{0,10}?gelöscht|löschen wir)|wir löschen[^\n]{0,20}?Kommentare/iu,
  'keep-account':
    /(?:Auftritt|Profil|Konto)[^\n]{0,10}?behalten wir|wir behalten[^\n]{0,15}?(?:Auftritt|Profil|Konto)\b|Auftritt[^\n]{0,10}?bleibt[^\n]{0,30}?bestehen/iu,
  'delete-account':
    /(?:Auftritt|Profil|Konto)[^\n]{0,25}?(?:löschen wir|schließen wir|wird[^\n]{0,40}?(?:gelöscht|geschlossen))|wir (?:löschen|schließen)[^\n]{0,20}?(?:Auftritt|Profil|Konto)\b/iu,
  'delete-data':
    /Daten\b[^\n]{0,40}?(?:löschen wir|(?:werden|wird)[^\n]{0,30}?gelöscht)|wir löschen[^\n]{0,30}?Daten\b/iu,
  'keep-handle':
    /(?:Handle|Nutzername|Benutzername|Kontoname|\bName)[^\n]{0,25}?(?:bleibt (?:unser|bei uns|in unserer Hand|unserer)|behalten wir)|wir behalten[^\n]{0,15}?(?:Handle|Nutzernamen|Benutzernamen|Kontonamen|Namen)\b/iu,
  'links-lead-on':
    /\b(?:alte|bisherige)n? (?:Links|Adressen)[^\n]{0,40}?(?:führen|leiten|funktionieren)|\bleiten wir[^\n]{0,30}?\bweiter\b|wir leiten[^\n]{0,40}?\bweiter\b/iu,
  'page-stays':
    /\b(?:diese|unsere|die) (?:Abschieds)?seite\b[^\n]{0,15}?bleibt[^\n]{0,30}?(?:online|stehen|erreichbar|bestehen)/iu,
  'newsletter-goes-on':
    /(?:Newsletter|Rundbrief)[^\n]{0,20}?(?:geht weiter|läuft weiter|erscheint weiter|bleibt|führen wir weiter)/iu,
  'domain-stays': /(?:Domain|Webadresse|Internetadresse)[^\n]{0,20}?bleibt/iu,
  'tell-later':
    /\b(?:sagen|geben|teilen) wir\b[^\n]{0,40}?\b(?:wann|sobald|rechtzeitig|bevor|wenn es so weit ist)\b|\bwir (?:sagen|geben|informieren|melden|teilen)\b(?!, was wir tun)[^\n]{0,40}?\b(?:wann|sobald|rechtzeitig|bevor|wenn es so weit ist)\b|\b(?:wann|sobald)\b[^\n]{0,60}?\b(?:sagen|geben|teilen|melden|informieren) wir\b/iu,
  'honour-prizes':
    /zugesagt ist, bleibt zugesagt|(?:Gewinne?|Preise?|Gutscheine?)\b[^\n]{0,30}?(?:bleib(?:t|en) gültig|gelten weiter|(?:werden|wird)[^\n]{0,15}?(?:verschickt|ausgezahlt|eingelöst))/iu,
};
