import type { FactQuestion } from '../fact-question.ts';

const same = (text: string) => ({ de: text, en: text });

/** What is left, when, and who hears of it. */
export const whatAndWhen: readonly FactQuestion[] = [
  {
    key: 'leaves',
    variables: [],
    drafts: 'all',
    role: 'brand',
    form: 'words',
    choices: [],
    asks: {
      de: 'Welche Kanäle verlassen Sie?',
      en: 'Which channels are you leaving?',
    },
    purpose: {
      de: 'Die Kurznamen (id) aus lastpost.yaml. Auf jedem dieser Kanäle erscheinen Ankündigung, Erinnerungen und letzter Beitrag.',
      en: 'Their ids in lastpost.yaml. Each of them gets the announcement, the reminders and the last post.',
    },
    example: same('x'),
    mistake: {
      de: 'Zweitkonten werden vergessen: der Servicekanal, das Konto der Chefin, das der Tochterfirma. Danach heißt es: „Ihr seid ja noch da.“',
      en: 'Second accounts are forgotten: customer care, the CEO, a subsidiary. Then people say: “But you are still here.”',
    },
    otherwise: null,
  },
  {
    key: 'mode',
    variables: ['mode'],
    drafts: ['announcement', 'last-post', 'pinned-post', 'bio', 'faq', 'service-card'],
    role: 'brand',
    form: 'choice',
    choices: [
      {
        value: 'freeze',
        says: { de: 'Das Konto bleibt stehen und schweigt', en: 'the account stays and falls silent' },
      },
      {
        value: 'redirect',
        says: { de: 'Das Konto bleibt und führt weiter', en: 'the account stays and leads people on' },
      },
      { value: 'delete', says: { de: 'Das Konto wird gelöscht', en: 'the account is deleted' } },
    ],
    asks: { de: 'Was wird aus dem Konto?', en: 'What becomes of the account?' },
    purpose: {
      de: 'Davon hängt ab, was Sie versprechen dürfen: Wer löscht, kann nicht schreiben, dass alles nachlesbar bleibt.',
      en: 'It decides what you may promise: whoever deletes cannot write that everything stays to be read.',
    },
    example: same('freeze'),
    mistake: {
      de: 'Gelöschte Namen werden auf manchen Plattformen wieder frei, und jemand anderes spricht in Ihrem Namen.',
      en: 'On some platforms a deleted name is free again, and somebody else speaks in your name.',
    },
    otherwise: null,
  },
  {
    key: 'last_day',
    variables: ['last_day', 'last_day_short', 'days_left', 'announce_day', 'announce_time', 'partners_time'],
    drafts: 'all',
    role: 'brand',
    form: 'line',
    choices: [],
    asks: { de: 'An welchem Tag erscheint der letzte Beitrag?', en: 'On which day does the last post go out?' },
    purpose: {
      de: 'Der Tag, der in jedem Text steht, mit Wochentag. Alle anderen Termine werden von ihm zurückgerechnet.',
      en: 'The day that stands in every text, with its weekday. All other dates are counted back from it.',
    },
    example: same('2027-02-28'),
    mistake: {
      de: 'Weniger als vier Wochen Vorlauf. Und: am Wochenende oder Feiertag ist niemand da, der antwortet.',
      en: 'Less than four weeks of notice. And at a weekend or on a holiday nobody is there to answer.',
    },
    otherwise: null,
  },
  {
    key: 'last_time',
    variables: ['last_time'],
    drafts: ['announcement', 'reminder-3', 'last-post', 'staff-memo', 'service-card'],
    role: 'brand',
    form: 'line',
    choices: [],
    asks: { de: 'Um wie viel Uhr?', en: 'At what time?' },
    purpose: {
      de: 'Die Stunde, von der an Sie dort nichts mehr veröffentlichen.',
      en: 'The hour from which on you publish nothing there any more.',
    },
    example: same('18:00'),
    mistake: {
      de: 'Mitternacht: Niemand weiß, ob der Abend davor oder der danach gemeint ist.',
      en: 'Midnight: nobody knows whether the evening before or the one after is meant.',
    },
    otherwise: same('18:00'),
  },
  {
    key: 'timezone',
    variables: ['zone', 'announce_zone', 'last_time'],
    drafts: 'all',
    role: 'brand',
    form: 'line',
    choices: [],
    asks: {
      de: 'In welcher Zeitzone gelten diese Tage und Stunden?',
      en: 'In which time zone are these days and hours?',
    },
    purpose: {
      de: 'Sie steht hinter der Uhrzeit, damit auch Leser im Ausland sie richtig lesen.',
      en: 'It stands behind the time, so that readers abroad get it right as well.',
    },
    example: same('Europe/Berlin'),
    mistake: {
      de: 'Eine Zeitumstellung zwischen Ankündigung und letztem Beitrag, an die niemand denkt.',
      en: 'Clocks that change between the announcement and the last post, and nobody thinks of it.',
    },
    otherwise: null,
  },
  {
    key: 'told',
    variables: ['announce_day', 'announce_time', 'partners_time'],
    drafts: ['announcement', 'staff-memo', 'partner-notice', 'influencer-notice', 'press-release', 'service-card'],
    role: 'brand',
    form: 'line',
    choices: [],
    asks: {
      de: 'Wann erfährt es die Öffentlichkeit?',
      en: 'When does the public hear of it?',
    },
    purpose: {
      de: 'Davon hängt ab, wann es die anderen erfahren: Leitung von Service und Laden, dann die Belegschaft (mindestens einen Tag vorher), dann Partner (zwei Stunden vorher).',
      en: 'The others follow from it: who leads service and shops, then the staff (a day ahead at least), then partners (two hours ahead).',
    },
    example: same('2027-01-31T10:00'),
    mistake: {
      de: 'Die Kundschaft weiß es vor der Kasse. Wer dann fragt, bekommt ein Schulterzucken, und das steht am nächsten Tag im Netz.',
      en: 'Customers know it before the cashier does. Who asks gets a shrug, and that is online the next day.',
    },
    otherwise: { de: '28 Tage vor dem letzten Tag, 10 Uhr', en: '28 days before the last day, at 10:00' },
  },
  {
    key: 'locales',
    variables: [],
    drafts: 'all',
    role: 'brand',
    form: 'words',
    choices: [],
    asks: { de: 'In welchen Sprachen verabschieden Sie sich?', en: 'In which languages do you say goodbye?' },
    purpose: {
      de: 'Jeder Text entsteht in jeder dieser Sprachen. Deutsch und Englisch sind von Hand geschrieben; die übrigen sollte jemand lesen, der damit aufgewachsen ist.',
      en: 'Every text is written in each of them. German and English are written by hand; somebody who grew up with one of the others should read it.',
    },
    example: same('de, en'),
    mistake: {
      de: 'Eine Sprache, in der danach niemand antworten kann.',
      en: 'A language in which nobody can answer afterwards.',
    },
    otherwise: null,
  },
];
