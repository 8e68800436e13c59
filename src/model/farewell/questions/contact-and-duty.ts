import type { FactQuestion } from '../fact-question.ts';

const same = (text: string) => ({ de: text, en: text });

/** How the brand is reached, and who is there. */
export const contactAndDuty: readonly FactQuestion[] = [
  {
    key: 'contact',
    variables: ['contact.line', 'contact.email', 'contact.phone', 'contact.url'],
    drafts: 'all',
    role: 'service',
    form: 'reach',
    choices: [],
    asks: { de: 'Wie erreicht man Sie von jetzt an?', en: 'How are you reached from now on?' },
    purpose: {
      de: 'E-Mail, Telefon, Kontaktseite: eines genügt, mehrere trennt ein Komma. Es steht in jedem Text, immer gleich.',
      en: 'E-mail, telephone, a contact page: one is enough, put commas between several. It stands in every text, always the same.',
    },
    example: same('service@example.org, +49 511 123456'),
    mistake: {
      de: 'Ein Postfach, in das niemand schaut, oder eine Nummer, bei der nur ein Band läuft.',
      en: 'A mailbox nobody looks into, or a number at which only a tape plays.',
    },
    otherwise: null,
  },
  {
    key: 'contact.hours',
    variables: ['contact.hours', 'contact.line'],
    drafts: ['service-card', 'faq', 'landing-page', 'auto-reply'],
    role: 'service',
    form: 'sentence',
    choices: [],
    asks: { de: 'Wann ist dort jemand?', en: 'When is somebody there?' },
    purpose: {
      de: 'Steht in Klammern hinter der Nummer.',
      en: 'It stands in brackets behind the number.',
    },
    example: { de: 'Mo–Fr 9–17 Uhr', en: 'Monday to Friday, 9 am to 5 pm' },
    mistake: {
      de: 'Zeiten, zu denen am Tag der Ankündigung doch niemand abhebt.',
      en: 'Hours at which nobody picks up on the day of the announcement after all.',
    },
    otherwise: { de: 'keine Zeiten', en: 'no hours' },
  },
  {
    key: 'contact.press',
    variables: ['contact.press', 'who_answers_press'],
    drafts: ['press-release', 'staff-memo', 'service-card', 'crisis-journalist'],
    role: 'brand',
    form: 'press',
    choices: [],
    asks: { de: 'Wer spricht mit der Presse?', en: 'Who speaks to the press?' },
    purpose: {
      de: 'Name, E-Mail und, wenn Sie mögen, Telefon. Alle anderen im Haus verweisen dorthin.',
      en: 'Name, e-mail and, if you like, a telephone. Everybody else in the house refers to them.',
    },
    example: same('Jana Öztürk, presse@example.org, +49 511 123457'),
    mistake: {
      de: 'Ein Sammelpostfach ohne Namen: Dann ruft die Zeitung im Laden an.',
      en: 'A shared mailbox without a name: then the newspaper rings the shop.',
    },
    otherwise: { de: 'in den Texten steht niemand für die Presse', en: 'the texts name nobody for the press' },
  },
  {
    key: 'duty',
    variables: ['duty'],
    drafts: ['staff-memo', 'service-card', 'faq'],
    role: 'service',
    form: 'duty',
    choices: [],
    asks: {
      de: 'Wer antwortet, wenn die Ankündigung draußen ist, und von wann bis wann?',
      en: 'Who answers once the announcement is out, and from when until when?',
    },
    purpose: {
      de: 'Der Kurzname der Person (id), dann Anfang und Ende. Die ersten vier Stunden entscheiden über den Ton.',
      en: 'The person’s id, then beginning and end. The first four hours decide on the tone.',
    },
    example: same('jana 2027-01-31T10:00 2027-01-31T14:00'),
    mistake: {
      de: 'Ankündigen und in die Mittagspause gehen. Was Sie nicht beantworten, beantworten andere.',
      en: 'Announcing and going to lunch. What you do not answer, others will.',
    },
    otherwise: { de: 'niemand ist eingeteilt', en: 'nobody is on duty' },
  },
  {
    key: 'imprint_url',
    variables: ['imprint_url'],
    drafts: ['landing-page', 'newsletter', 'press-release', 'redirect-page', 'gone-page'],
    role: 'legal',
    form: 'line',
    choices: [],
    asks: { de: 'Wo steht Ihr Impressum?', en: 'Where is your imprint?' },
    purpose: {
      de: 'Auch eine Seite, die nur noch weiterleitet, braucht eines.',
      en: 'A page that only leads people on needs one too.',
    },
    example: same('https://www.example.org/impressum'),
    mistake: {
      de: 'Das Konto bleibt stehen, und der Link zum Impressum dort führt ins Leere.',
      en: 'The account stays, and the link to the imprint there leads nowhere.',
    },
    otherwise: null,
  },
  {
    key: 'privacy_url',
    variables: ['privacy_url'],
    drafts: ['landing-page', 'newsletter', 'redirect-page'],
    role: 'legal',
    form: 'line',
    choices: [],
    asks: { de: 'Wo steht Ihre Datenschutzerklärung?', en: 'Where is your privacy notice?' },
    purpose: {
      de: 'Sie sagt im Einzelnen, was mit Nachrichten und Daten geschieht.',
      en: 'It says in detail what happens to messages and data.',
    },
    example: same('https://www.example.org/datenschutz'),
    mistake: {
      de: 'Sie nennt den Kanal noch ein Jahr nach dem Abschied.',
      en: 'It still names the channel a year after the farewell.',
    },
    otherwise: null,
  },
];
