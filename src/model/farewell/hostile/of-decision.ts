import type { HostileQuestion } from './question.ts';

/** What is asked about the decision itself. */
export const questionsOfDecision: readonly HostileQuestion[] = [
  {
    id: 'why',
    asked: { de: 'Warum gehen Sie?', en: 'Why are you leaving?' },
    short: { de: 'Warum?', en: 'Why?' },
    by: 'followers',
    filledIn: {
      de: 'Den Grund liefern dann andere, und es wird nicht der beste sein.',
      en: 'Others will supply the reason, and it will not be the kindest one.',
    },
    todo: {
      de: 'Den einen Satz aus reason.sentence wörtlich nennen.',
      en: 'Give the one sentence of reason.sentence, word for word.',
    },
    asks: {
      de: /(?:^|\s)warum(?!.*(?:jetzt|erst|früher|eher|längst|ausgerechnet|schreib))(?:\s.*(?:verl[aä]ss|geh|weg|raus|auf)|\W*$)/iu,
      en: /\bwhy(?!.*(?:\bnow\b|earlier|sooner|announc|posting|itself))(?:\s.*(?:leav|go|quit)|\W*$)/iu,
    },
    says: { de: /(?:Der|Unser) Grund(?: ist|:|,)|Die Begründung/u, en: /(?:The|Our) reason(?: is|:|,)/u },
    fact: 'reason.sentence',
  },
  {
    id: 'why-now',
    asked: { de: 'Warum jetzt, und warum nicht schon früher?', en: 'Why now, and why not earlier?' },
    short: { de: 'Warum erst jetzt?', en: 'Why only now?' },
    by: 'press',
    filledIn: {
      de: 'Jede Redaktion sucht den Anlass im Nachrichtenkalender der Woche und wird dort fündig.',
      en: 'Every newsroom looks for the trigger in the week’s news, and finds one there.',
    },
    todo: {
      de: 'Sagen, seit wann darüber gesprochen wurde und was den Ausschlag gab; wenn es keinen Anlass gab, auch das.',
      en: 'Say since when it was discussed and what tipped it; if nothing did, say that.',
    },
    asks: {
      de: /warum\s(?:\S+\s)?(?:erst|gerade|jetzt)|warum nicht (?:schon )?(?:früher|eher|längst)/iu,
      en: /why\s(?:only\s)?now|why not (?:earlier|sooner|before)|what took you/iu,
    },
    says: {
      de: /früher hätten|hätten (?:wir )?(?:das |es )?(?:schon )?früher|schon länger|Anlass (?:ist|war|dafür)|gab den Ausschlag|jetzt, weil/iu,
      en: /(?:should|could) have \w+ (?:this |it )?(?:earlier|sooner)|now because|what tipped|trigger (?:is|was)|for some time (?:now )?we|we have long/iu,
    },
  },
  {
    id: 'timing',
    asked: { de: 'Wann genau ist Schluss?', en: 'When exactly is the last day?' },
    short: { de: 'Wann ist Schluss?', en: 'When does it end?' },
    by: 'customers',
    filledIn: {
      de: 'Wer kein Datum hört, hält den nächsten stillen Tag für den letzten.',
      en: 'Without a date, the next quiet day passes for the last one.',
    },
    todo: {
      de: 'Wochentag, Datum, Uhrzeit und Zeitzone des letzten Beitrags nennen.',
      en: 'Give weekday, date, hour and time zone of the last post.',
    },
    asks: { de: /\bwann\b/iu, en: /\bwhen\b(?!.*(?:answer|back))/iu },
    says: { de: /letzte[rn]? Beitrag[^.]*\d/iu, en: /last post[^.]*\d/iu },
    role: 'last-day',
  },
  {
    id: 'come-back',
    asked: { de: 'Kommen Sie irgendwann zurück?', en: 'Will you come back one day?' },
    short: { de: 'Kommen Sie wieder?', en: 'Will you be back?' },
    by: 'press',
    filledIn: {
      de: 'Daraus wird „für immer“, und am Tag der Rückkehr wird es zitiert.',
      en: 'It becomes “for ever”, and is quoted on the day we return.',
    },
    todo: {
      de: 'Weder Rückkehr noch Endgültigkeit versprechen; sagen, wo eine Änderung stünde.',
      en: 'Promise neither a return nor that there will be none; say where a change would be announced.',
    },
    asks: {
      de: /komm\w*\s.*(?:zurück|wieder)|zurückkomm|Rückkehr|kehren\s.*zurück/iu,
      en: /\b(?:come|coming|be) back\b|\breturn\b/iu,
    },
    says: {
      de: /versprechen in keine Richtung|zurückkehr|zurückkomm|\bwir kommen\b[^.]*(?:zurück|wieder)|Rückkehr|nie wieder (?:hier|dort|auf)/iu,
      en: /promise either way|\bwe\b[^.]{0,50}\b(?:come|coming|be) back\b|\bour return\b|never (?:return|come back)/iu,
    },
  },
  {
    id: 'money',
    asked: { de: 'Geht es ums Geld, und wer bezahlt das?', en: 'Is it about money, and who pays for it?' },
    short: { de: 'Geht es ums Geld?', en: 'Is it about money?' },
    by: 'press',
    filledIn: {
      de: '„Sparmaßnahme“ passt in jede Überschrift und bleibt an der Marke hängen.',
      en: '“Cost-cutting” fits any headline, and sticks to the brand.',
    },
    todo: {
      de: 'Sagen, ob der Abschied Geld spart oder kostet; eine Zahl nur, wenn sie geprüft ist.',
      en: 'Say whether leaving saves or costs money; give a figure only if it has been checked.',
    },
    asks: {
      de: /Geld|wer (?:be)?zahlt|was kostet|sparen/iu,
      en: /\bmoney\b|who pays|what does (?:this|it) cost|\bsav(?:e|ing)\b/iu,
    },
    says: {
      de: /(?:kostet uns|bezahlt wird|nicht (?:am|ums|um das) Geld|Geld (?:ist|war|spielt)|wir sparen|\bEtat\b|\bBudget\b)/iu,
      en: /\bcosts us\b|not about (?:the )?money|money (?:is|was|plays)|\bwe (?:are )?sav(?:e|ing)\b|\bbudget\b|paid for by/iu,
    },
  },
  {
    id: 'politics',
    asked: { de: 'Ist das eine politische Entscheidung?', en: 'Is this a political decision?' },
    short: { de: 'Ist das politisch?', en: 'Is it political?' },
    by: 'press',
    filledIn: {
      de: 'Beide Lager rechnen uns zum jeweils anderen.',
      en: 'Each camp counts us with the other.',
    },
    todo: {
      de: 'Auf den einen Grund verweisen und über andere nichts sagen.',
      en: 'Point to the one reason, and say nothing about others.',
    },
    asks: { de: /politisch|Politik/iu, en: /politic/iu },
    says: { de: /politisch|Politik\b|wie jemand wählt/iu, en: /politic|how people vote/iu },
  },
  {
    id: 'censorship',
    asked: { de: 'Wollen Sie nur die Kritik loswerden?', en: 'Do you just want to be rid of criticism?' },
    short: { de: 'Angst vor Kritik?', en: 'Afraid of criticism?' },
    by: 'followers',
    filledIn: {
      de: 'Flucht vor Kritik, belegt mit dem letzten unbeantworteten Kommentar.',
      en: 'Running from criticism, with the last unanswered comment as proof.',
    },
    todo: {
      de: 'Sagen, wo man uns künftig widersprechen kann und was aus den Kommentaren wird.',
      en: 'Say where people can disagree with us from now on, and what becomes of the comments.',
    },
    asks: { de: /Kritik|Zensur|mundtot/iu, en: /critici|censor|silenc/iu },
    says: {
      de: /Kritik ist nicht|widersprechen kann|Zensur|Kritik[^.]*willkommen/iu,
      en: /criticism is not|disagree with us|censor|criticism[^.]*welcome/iu,
    },
  },
  {
    id: 'insolvency',
    asked: { de: 'Gehen Sie pleite?', en: 'Are you going bust?' },
    short: { de: 'Gehen Sie pleite?', en: 'Going bust?' },
    by: 'customers',
    filledIn: {
      de: 'Wer abschaltet, dem geht es schlecht: so klingt es am Tresen, noch am selben Tag.',
      en: 'They are switching off, so they must be in trouble: heard at the counter the same day.',
    },
    todo: {
      de: 'Sagen, was endet (ein Auftritt im Netz) und was bleibt (stays).',
      en: 'Say what ends (a presence online) and what stays (stays).',
    },
    asks: {
      de: /pleite|insolven|(?:machen|macht) (?:Sie|ihr)(?: den Laden| das Geschäft)? zu\b|schließen Sie/iu,
      en: /\bbust\b|bankrupt|closing down|insolven|out of business/iu,
    },
    says: {
      de: /nicht pleite|insolven|schließen (?:wir )?nicht\b|zahlungs(?:un)?fähig|es geht uns gut/iu,
      en: /not (?:going bust|bankrupt|closing)|insolven|still in business|doing well/iu,
    },
  },
  {
    id: 'job-cuts',
    asked: { de: 'Fallen jetzt Stellen weg?', en: 'Are jobs being cut?' },
    short: { de: 'Fallen Stellen weg?', en: 'Job cuts?' },
    by: 'staff',
    filledIn: {
      de: 'Aus „zu wenig Zeit“ wird „zu wenig Leute“ und daraus Stellenabbau.',
      en: '“Too little time” becomes “too few people”, and that becomes job cuts.',
    },
    todo: {
      de: 'Sagen, was für Arbeitsplätze gilt; ist nichts entschieden, auch das.',
      en: 'Say what holds for jobs; if nothing is decided, say that.',
    },
    asks: {
      de: /Stellen (?:weg|ab)|fallen\s.*Stellen|Stellenabbau|Entlassung|Kündigung|Arbeitspl/iu,
      en: /\bjobs?\b.*(?:cut|lost|los|go)|lay-?offs?|redundan/iu,
    },
    says: {
      de: /Arbeitspl[aä]tz|Stellenabbau|entlassen|Kündigung|verliert[^.]*(?:Stelle|Arbeit)/iu,
      en: /\babout jobs\b|\bno jobs?\b|lay-?offs?|redundan|(?:lose|losing)[^.]*job/iu,
    },
  },
  {
    id: 'journalist',
    asked: { de: 'Ich bin von der Presse. Wer antwortet mir?', en: 'I am a journalist. Who will answer me?' },
    short: { de: 'Wer spricht für Sie?', en: 'Who speaks for you?' },
    by: 'press',
    filledIn: { de: 'Zitiert wird, wer abhebt.', en: 'Whoever picks up the phone is quoted.' },
    todo: { de: 'Einen Namen, eine Adresse und eine Nummer nennen.', en: 'Give one name, one address and one number.' },
    asks: { de: /Presse|Journalis|Redaktion/iu, en: /\bpress\b|journalist|reporter/iu },
    says: { de: /Presse: |Presseanfragen|Anfragen der Presse/u, en: /Press: |[Pp]ress enquiries|[Mm]edia enquiries/u },
    role: 'press',
  },
];
