import type { AnswerChoice, FactQuestion } from '../fact-question.ts';

const same = (text: string) => ({ de: text, en: text });

const fates: readonly AnswerChoice[] = [
  { value: 'stay', says: { de: 'bleibt dort lesbar', en: 'stays there to be read' } },
  {
    value: 'archive',
    says: { de: 'verschwindet dort und liegt bei Ihnen im Archiv', en: 'goes, and lies in an archive of yours' },
  },
  { value: 'delete', says: { de: 'wird gelöscht', en: 'is deleted' } },
];

/** What becomes of what is there. */
export const whatBecomes: readonly FactQuestion[] = [
  {
    key: 'fate.posts',
    variables: ['fate.posts', 'archive_url'],
    drafts: ['announcement', 'blog-post', 'landing-page', 'newsletter', 'faq', 'service-card', 'gone-page'],
    role: 'brand',
    form: 'choice',
    choices: fates,
    asks: { de: 'Was wird aus Ihren Beiträgen?', en: 'What becomes of your posts?' },
    purpose: {
      de: 'Andere haben sie verlinkt, zitiert, kommentiert. Sie wollen wissen, ob sie noch etwas sichern müssen.',
      en: 'Others have linked, quoted and answered them, and want to know whether they have to keep something.',
    },
    example: same('archive'),
    mistake: {
      de: '„Gelöscht“ schreiben und das Konto nur ruhen lassen, oder umgekehrt.',
      en: 'Writing “deleted” and only freezing the account, or the other way round.',
    },
    otherwise: null,
  },
  {
    key: 'fate.comments',
    variables: ['fate.comments'],
    drafts: ['blog-post', 'landing-page', 'faq'],
    role: 'legal',
    form: 'choice',
    choices: fates,
    asks: {
      de: 'Was wird aus dem, was andere dort geschrieben haben?',
      en: 'What becomes of what others wrote there?',
    },
    purpose: {
      de: 'Kommentare sind fremde Texte und personenbezogene Daten. Das Recht spricht mit.',
      en: 'Comments are other people’s words and personal data. The law has a say.',
    },
    example: same('delete'),
    mistake: {
      de: 'Kommentare mit Namen in ein öffentliches Archiv stellen, ohne gefragt zu haben.',
      en: 'Putting comments with names into a public archive without having asked.',
    },
    otherwise: null,
  },
  {
    key: 'fate.archive_url',
    variables: ['archive_url'],
    drafts: ['blog-post', 'landing-page', 'faq', 'gone-page'],
    role: 'it',
    form: 'line',
    choices: [],
    asks: { de: 'Wo kann man das Archiv lesen?', en: 'Where can the archive be read?' },
    purpose: {
      de: 'Nur wenn es öffentlich ist. Sonst bleibt die Frage offen, und kein Text verspricht es.',
      en: 'Only where it is public. Else leave it open, and no text promises it.',
    },
    example: same('https://www.example.org/archiv'),
    mistake: {
      de: 'Eine Adresse, unter der am Tag der Ankündigung noch nichts steht.',
      en: 'An address at which there is nothing yet on the day of the announcement.',
    },
    otherwise: { de: 'nicht öffentlich', en: 'not public' },
  },
  {
    key: 'fate.messages.answered_until',
    variables: ['answered_until', 'answered_until_short', 'fate.messages'],
    drafts: 'all',
    role: 'service',
    form: 'line',
    choices: [],
    asks: {
      de: 'Bis zu welchem Tag beantworten Sie dort noch Nachrichten?',
      en: 'Until which day do you still answer messages there?',
    },
    purpose: {
      de: 'Ein Versprechen. In den Wochen nach dem letzten Beitrag kommen die meisten Fragen.',
      en: 'A promise. Most questions come in the weeks after the last post.',
    },
    example: same('2027-03-30'),
    mistake: {
      de: 'Der letzte Tag selbst: Wer am Abend schreibt, bekommt nie eine Antwort.',
      en: 'The last day itself: whoever writes in the evening never gets an answer.',
    },
    otherwise: null,
  },
  {
    key: 'fate.messages.then',
    variables: ['fate.messages'],
    drafts: ['auto-reply', 'faq', 'landing-page'],
    role: 'service',
    form: 'choice',
    choices: [
      { value: 'close', says: { de: 'Der Posteingang wird geschlossen', en: 'the inbox is closed' } },
      { value: 'delete', says: { de: 'Er wird geschlossen und geleert', en: 'it is closed and emptied' } },
    ],
    asks: { de: 'Und was geschieht dann mit dem Posteingang?', en: 'And what happens to the inbox then?' },
    purpose: {
      de: 'Wer Ihnen Bestellnummern und Adressen geschrieben hat, will das wissen.',
      en: 'People who wrote order numbers and addresses to you want to know.',
    },
    example: same('delete'),
    mistake: {
      de: 'Ein offener Posteingang, in den niemand mehr sieht.',
      en: 'An open inbox into which nobody looks any more.',
    },
    otherwise: { de: 'er wird geschlossen', en: 'it is closed' },
  },
  {
    key: 'fate.data',
    variables: ['fate.data'],
    drafts: ['blog-post', 'landing-page', 'faq', 'press-release'],
    role: 'legal',
    form: 'sentence',
    choices: [],
    asks: {
      de: 'Was wird aus den Daten der Menschen, die Ihnen dort gefolgt sind oder geschrieben haben?',
      en: 'What becomes of the data of those who followed or wrote to you there?',
    },
    purpose: {
      de: 'Ein Satz für die Website und für alle, die danach fragen. Er muss zur Datenschutzerklärung passen.',
      en: 'A sentence for the website and for everybody who asks. It has to fit your privacy notice.',
    },
    example: {
      de: 'Nachrichten löschen wir am 30. April 2027; Listen von Followern nehmen wir nicht mit.',
      en: 'We delete messages on 30 April 2027, and take no lists of followers with us.',
    },
    mistake: {
      de: '„Alle Daten werden gelöscht“: Was die Plattform behält, liegt nicht in Ihrer Hand.',
      en: '“All data are deleted”: what the platform keeps is not in your hands.',
    },
    otherwise: null,
  },
  {
    key: 'fate.prizes',
    variables: ['fate.prizes'],
    drafts: ['faq', 'service-card', 'crisis-prize', 'blog-post'],
    role: 'legal',
    form: 'sentence',
    choices: [],
    asks: {
      de: 'Welche Gewinne, Gutscheine und Verlosungen sind noch offen, und was wird daraus?',
      en: 'Which prizes, vouchers and draws are still open, and what becomes of them?',
    },
    purpose: {
      de: 'Ein Satz, oder „none“, wenn nachgesehen wurde und nichts offen ist.',
      en: 'A sentence, or “none” where somebody has looked and nothing is open.',
    },
    example: {
      de: 'Gutscheine gelten bis zum aufgedruckten Tag; die Verlosung vom Januar wird am 5. Februar 2027 per E-Mail aufgelöst.',
      en: 'Vouchers hold until the day printed on them; the winners of January are told by e-mail on 5 February 2027.',
    },
    mistake: {
      de: 'Niemand hat nachgesehen, und jemand wartet noch auf ein Fahrrad.',
      en: 'Nobody has looked, and somebody is still waiting for a bicycle.',
    },
    otherwise: null,
  },
];
