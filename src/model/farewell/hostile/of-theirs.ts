import type { HostileQuestion } from './question.ts';

/** What people ask about their own: messages, orders, pictures. */
export const questionsOfTheirs: readonly HostileQuestion[] = [
  {
    id: 'messages',
    asked: { de: 'Was wird aus meinen Nachrichten?', en: 'What happens to my messages?' },
    short: { de: 'Meine Nachrichten?', en: 'My messages?' },
    by: 'customers',
    filledIn: {
      de: 'Wer schreibt und nichts hört, erzählt genau das.',
      en: 'Whoever writes and hears nothing tells exactly that.',
    },
    todo: {
      de: 'Den letzten Tag nennen, an dem geantwortet wird, und was danach mit dem Postfach geschieht.',
      en: 'Give the last day on which messages are answered, and what happens to the inbox then.',
    },
    asks: { de: /Nachricht/iu, en: /\bmessages?\b/iu },
    says: {
      de: /Nachrichten[^.;]*(?:beantwort|lösch|schließ)/iu,
      en: /answer messages|messages[^.;]*(?:answer|delete|close)/iu,
    },
    role: 'answered-until',
  },
  {
    id: 'orders',
    asked: {
      de: 'Ich habe Ihnen dort eine Bestellung oder Beschwerde geschrieben. Gilt die noch?',
      en: 'I sent you an order or a complaint there. Does it still count?',
    },
    short: { de: 'Bestellung, Beschwerde?', en: 'Orders, complaints?' },
    by: 'customers',
    filledIn: {
      de: 'Die offene Beschwerde steht dann öffentlich unter unserem letzten Beitrag.',
      en: 'The open complaint then stands under our last post, in public.',
    },
    todo: {
      de: 'Sagen, dass Offenes nicht verfällt, und wohin man es mit Nummer oder Datum schickt.',
      en: 'Say that nothing open lapses, and where to send it, with its number or date.',
    },
    asks: { de: /Bestellung|Reklamation|Beschwerde|Auftrag\b/iu, en: /\borders?\b|complaint|refund|warranty/iu },
    says: {
      de: /Bestellung|Reklamation|Beschwerde/iu,
      en: /\b(?:your|open|an|any) orders?\b|complaint|refund|warranty/iu,
    },
  },
  {
    id: 'unanswered',
    asked: { de: 'Ich warte seit Wochen auf eine Antwort.', en: 'I have been waiting for an answer for weeks.' },
    short: { de: 'Ich warte noch.', en: 'I am still waiting.' },
    by: 'customers',
    filledIn: {
      de: 'Erst nicht antworten, dann verschwinden: der Satz schreibt sich von selbst.',
      en: 'First no answer, then gone: the line writes itself.',
    },
    todo: {
      de: 'Um Entschuldigung bitten und einen Weg nennen, auf dem diese Woche jemand antwortet.',
      en: 'Apologise, and name a way on which somebody answers this week.',
    },
    asks: { de: /\bwarte\b|keine Antwort|unbeantwortet/iu, en: /\bwaiting\b|never answered|unanswered|no answer/iu },
    says: {
      de: /noch einmal[^.]*(?:schick|schreib)|(?:schick|schreib)[^.]*noch einmal|Anliegen endet nicht/iu,
      en: /once more|question does not end|write (?:to us )?again/iu,
    },
  },
  {
    id: 'data',
    asked: {
      de: 'Was wissen Sie über mich, und was behalten Sie?',
      en: 'What do you know about me, and what do you keep?',
    },
    short: { de: 'Meine Daten?', en: 'My data?' },
    by: 'customers',
    filledIn: {
      de: 'Die Leute nehmen an, dass wir alles mitnehmen.',
      en: 'People assume that we take everything along.',
    },
    todo: { de: 'Den Satz aus fate.data nennen.', en: 'Give the sentence of fate.data.' },
    asks: { de: /\bDaten\b|wissen Sie über mich/iu, en: /\bdata\b|know about me/iu },
    says: {
      de: /nicht ins Archiv|(?:Daten|Follower)[^.]*(?:lösch|speicher|geführt|behalten)/iu,
      en: /not go into the archive|(?:data|followers)[^.]*(?:delet|stor|kept|keep)|kept lists of/iu,
    },
    fact: 'fate.data',
  },
  {
    id: 'comments',
    asked: { de: 'Was wird aus meinen Kommentaren?', en: 'What happens to my comments?' },
    short: { de: 'Meine Kommentare?', en: 'My comments?' },
    by: 'followers',
    filledIn: {
      de: 'Gelöschte Kommentare heißen Zensur, archivierte heißen Datensammlung.',
      en: 'Deleted comments are called censorship, archived ones data hoarding.',
    },
    todo: {
      de: 'Sagen, ob Kommentare bleiben, ins Archiv kommen oder gelöscht werden.',
      en: 'Say whether comments stay, go into the archive or are deleted.',
    },
    asks: { de: /Kommentar/iu, en: /\bcomments?\b/iu },
    says: {
      de: /Kommentare[^.]*(?:bewahr|lösch|lassen|Archiv|bleib)/iu,
      en: /(?:keep|delet|leav)\w*[^.]*\bcomments\b|\bcomments\b[^.]*(?:kept|delet|stay|archive)/iu,
    },
  },
  {
    id: 'archive',
    asked: { de: 'Wo kann ich nachlesen, was dort stand?', en: 'Where can I read what was there?' },
    short: { de: 'Wo nachlesen?', en: 'Where to read it?' },
    by: 'press',
    filledIn: {
      de: 'Ein Archiv, das niemand sehen kann, gilt als gelöscht.',
      en: 'An archive that nobody can see counts as deleted.',
    },
    todo: {
      de: 'Sagen, wo man Älteres nachliest; ist das Archiv nicht öffentlich, an wen man schreibt; gibt es keines, auch das.',
      en: 'Say where older posts can be read; if the archive is not public, whom to write to; if there is none, say that.',
    },
    asks: { de: /nachlesen|Archiv\b/iu, en: /\barchive\b|read what|look (?:it )?up/iu },
    says: {
      de: /nachzulesen|nachlesen (?:kann|können|lässt)|Archiv[^.]*(?:einsehen|zugänglich|auf Anfrage|öffentlich)/iu,
      en: /archive[^.]*(?:can be (?:read|seen)|on request|public)|can still be read|remains? readable/iu,
    },
    role: 'archive',
  },
  {
    id: 'pictures',
    asked: {
      de: 'Ich habe Ihnen Fotos geschickt. Wem gehören sie, und was machen Sie damit?',
      en: 'I sent you photographs. Whose are they, and what will you do with them?',
    },
    short: { de: 'Fotos von Fans?', en: 'Fans’ pictures?' },
    by: 'followers',
    filledIn: {
      de: 'Wer sein Foto im Archiv findet und nicht gefragt wurde, erzählt es herum.',
      en: 'Whoever finds their picture in the archive and was not asked tells everybody.',
    },
    todo: {
      de: 'Sagen, dass Bilder ihren Urhebern gehören, ob sie im Archiv liegen und wie man sie herausnehmen lässt; vorher den Datenschutz fragen.',
      en: 'Say that pictures belong to whoever took them, whether they are in the archive and how to have one taken out; ask data protection first.',
    },
    asks: { de: /\b(?:Fotos?|Bilder|Videos?)\b/iu, en: /\b(?:photo\w*|pictures?|images?|videos?)\b/iu },
    says: {
      de: /(?:Fotos?|Bilder|Videos?)\b[^.]*(?:Recht|lösch|Archiv|bewahr|verwend|gehör)|Urheberrecht|Bildrechte/iu,
      en: /(?:photo\w*|pictures|images|videos)\b[^.]*(?:right|delet|archive|keep|belong)|copyright/iu,
    },
  },
  {
    id: 'prize',
    asked: { de: 'Was ist mit meinem Gewinn oder Gutschein?', en: 'What about my prize or voucher?' },
    short: { de: 'Mein Gewinn?', en: 'My prize?' },
    by: 'customers',
    filledIn: {
      de: 'Wer gewonnen hat und nichts hört, fühlt sich betrogen und sagt es.',
      en: 'A winner who hears nothing feels cheated and says so.',
    },
    todo: {
      de: 'Sagen, dass Zugesagtes gilt, bis wann und bei wem man es einlöst.',
      en: 'Say that what was promised holds, until when, and with whom to claim it.',
    },
    asks: { de: /Gewinn|Gutschein|Verlosung/iu, en: /\bprize|voucher|giveaway|raffle/iu },
    says: {
      de: /Gewinn|Gutschein|Verlosung|zugesagt ist, bleibt/iu,
      en: /\bprize|voucher|giveaway|raffle|promised still stands/iu,
    },
    fact: 'fate.prizes',
  },
  {
    id: 'minors',
    asked: {
      de: 'Was haben Sie von Kindern und Jugendlichen gespeichert?',
      en: 'What have you stored of children and teenagers?',
    },
    short: { de: 'Kinder, Jugendliche?', en: 'Children?' },
    by: 'press',
    filledIn: {
      de: 'Wer ein Archiv anlegt, wird nach Kindern darin gefragt; Schweigen klingt wie ein Ja.',
      en: 'Whoever keeps an archive is asked about the children in it; silence sounds like a yes.',
    },
    todo: {
      de: 'Den Datenschutz fragen, was für Minderjährige gilt, und die Antwort ins FAQ nehmen.',
      en: 'Ask data protection what holds for minors, and put the answer in the FAQ.',
    },
    asks: { de: /\bKinder|Jugendliche|minderjährig/iu, en: /\bchild|\bminors?\b|teenager/iu },
    says: { de: /\bKindern?\b|Jugendliche|Minderjährig/iu, en: /\bchildren\b|\bminors?\b|teenager/iu },
  },
  {
    id: 'accessibility',
    asked: {
      de: 'Komme ich mit einem Screenreader an die neuen Orte?',
      en: 'Can I use the new places with a screen reader?',
    },
    short: { de: 'Barrierefrei?', en: 'Accessible?' },
    by: 'followers',
    filledIn: {
      de: 'Wer nicht hineinkommt, sagt öffentlich, dass beim Umzug niemand an ihn gedacht hat.',
      en: 'Whoever cannot get in says in public that nobody thought of them.',
    },
    todo: {
      de: 'Seite und Newsletter prüfen lassen und die Erklärung zur Barrierefreiheit verlinken.',
      en: 'Have page and newsletter checked, and link the accessibility statement.',
    },
    asks: {
      de: /barriere|Screenreader|\bblind|Leichte\w* Sprache|Gebärden/iu,
      en: /accessib|screen ?reader|\bblind\b|sign language/iu,
    },
    says: {
      de: /barriere|Screenreader|Leichte\w* Sprache|Gebärden/iu,
      en: /accessib|screen ?reader|plain language|sign language/iu,
    },
  },
];
