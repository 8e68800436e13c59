import type { FactQuestion } from '../fact-question.ts';

const same = (text: string) => ({ de: text, en: text });

/** Why, and where people find the brand from then on. */
export const whyAndWhere: readonly FactQuestion[] = [
  {
    key: 'reason.kind',
    variables: ['reason'],
    drafts: 'all',
    role: 'brand',
    form: 'choice',
    choices: [
      {
        value: 'values',
        says: { de: 'Die Plattform passt nicht mehr zu uns', en: 'the platform does not fit us any more' },
      },
      {
        value: 'resources',
        says: { de: 'Zeit und Geld werden anderswo gebraucht', en: 'time and money are needed elsewhere' },
      },
      { value: 'privacy', says: { de: 'Datenschutz und Sicherheit', en: 'privacy and security' } },
      { value: 'platform-closing', says: { de: 'Die Plattform schließt', en: 'the platform closes' } },
      { value: 'rebrand', says: { de: 'Neuer Name oder Zusammenschluss', en: 'a new name, or a merger' } },
      {
        value: 'forced',
        says: { de: 'Wir müssen: Sperre, Gericht, Angriff', en: 'we have to: a ban, a court, an attack' },
      },
    ],
    asks: { de: 'Warum gehen Sie?', en: 'Why are you leaving?' },
    purpose: {
      de: 'Ein Grund, überall derselbe. Er gibt jedem Text den Ton.',
      en: 'One reason, the same everywhere. It sets the tone of every text.',
    },
    example: same('resources'),
    mistake: {
      de: '„Werte“ sagen und dort weiter Anzeigen schalten. Der häufigste Angriff auf Abschiede ist der Vorwurf der Heuchelei.',
      en: 'Saying “values” and still buying advertising there. Hypocrisy is what farewells are attacked for most.',
    },
    otherwise: null,
  },
  {
    key: 'reason.sentence',
    variables: ['reason'],
    drafts: ['announcement', 'blog-post', 'press-release', 'newsletter', 'staff-memo', 'service-card', 'faq'],
    role: 'brand',
    form: 'sentence',
    choices: [],
    asks: {
      de: 'Wie lautet der Grund in einem Satz, in Ihren Worten?',
      en: 'What is the reason in one sentence, in your own words?',
    },
    purpose: {
      de: 'Der Satz, den die Chefin sagt, die Kasse sagt und die Zeitung zitiert.',
      en: 'The sentence that the CEO says, the cashier says and the newspaper quotes.',
    },
    example: {
      de: 'Wir stecken unsere Zeit in Orte, an denen wir Ihnen wirklich antworten können.',
      en: 'We put our time into places where we can really answer you.',
    },
    mistake: {
      de: 'Ein Seitenhieb auf die Plattform, oder „für immer“: Manche Marke kam zurück und musste das einräumen.',
      en: 'A dig at the platform, or “for ever”: some brands came back and had to admit it.',
    },
    otherwise: { de: 'der Satz, den wir für diesen Grund haben', en: 'the sentence we have for that reason' },
  },
  {
    key: 'page',
    variables: ['page', 'page_plain'],
    drafts: 'all',
    role: 'it',
    form: 'sentence',
    choices: [],
    asks: {
      de: 'Unter welcher Adresse steht alles auf Ihrer eigenen Website?',
      en: 'At which address does everything stand on your own website?',
    },
    purpose: {
      de: 'Alle Texte führen dorthin. Sie ist vor der Ankündigung online und bleibt es.',
      en: 'Every text leads there. It is online before the announcement, and stays.',
    },
    example: { de: 'https://www.example.org/abschied', en: 'https://www.example.org/en/farewell' },
    mistake: {
      de: 'Eine Adresse des Testservers, oder eine, die beim nächsten Umbau verschwindet.',
      en: 'An address of the staging server, or one that goes with the next relaunch.',
    },
    otherwise: null,
  },
  {
    key: 'successors',
    variables: ['successors', 'places', 'first'],
    drafts: 'all',
    role: 'brand',
    form: 'places',
    choices: [],
    asks: {
      de: 'Wo findet man Sie stattdessen? Höchstens drei Orte.',
      en: 'Where do people find you instead? Three places at most.',
    },
    purpose: {
      de: 'Der Kurzname (id) eines Ihrer Kanäle, oder Name und Adresse. Der wichtigste Ort zuerst; „none“, wenn es keinen gibt.',
      en: 'The id of one of your channels, or a name and an address. The most important one first; “none” where there is none.',
    },
    example: {
      de: 'mastodon, unser Newsletter https://www.example.org/newsletter',
      en: 'mastodon, our newsletter https://www.example.org/newsletter',
    },
    mistake: {
      de: 'Ein Konto, das leer ist oder noch gar nicht Ihnen gehört. Oder sieben Orte, von denen sich niemand einen merkt.',
      en: 'An account that is empty, or not yours yet. Or seven places, none of which anybody remembers.',
    },
    otherwise: null,
  },
  {
    key: 'stays',
    variables: ['stays'],
    drafts: 'all',
    role: 'brand',
    form: 'sentence',
    choices: [],
    asks: { de: 'Was ändert sich nicht?', en: 'What does not change?' },
    purpose: {
      de: 'Ein Satz, der beruhigt: Läden, Bestellungen, Garantie, Ansprechpartner.',
      en: 'A sentence that reassures: shops, orders, guarantees, the people one knows.',
    },
    example: {
      de: 'Unsere Läden, Ihre Bestellungen und Ihre Garantie bleiben, wie sie sind.',
      en: 'Our shops, your orders and your guarantee stay as they are.',
    },
    mistake: {
      de: 'Er fehlt, und jemand fragt, ob Sie pleite sind.',
      en: 'It is missing, and somebody asks whether you are going bust.',
    },
    otherwise: null,
  },
  {
    key: 'thanks',
    variables: ['thanks'],
    drafts: ['announcement', 'last-post', 'blog-post', 'newsletter', 'partner-notice'],
    role: 'brand',
    form: 'sentence',
    choices: [],
    asks: { de: 'Wem danken Sie, und wofür?', en: 'Whom do you thank, and for what?' },
    purpose: {
      de: 'Etwas, das nur Sie sagen können. Es steht nach der Nachricht, nie davor.',
      en: 'Something that only you can say. It stands after the news, never before it.',
    },
    example: {
      de: 'Danke für 212 Fotos von Lenkern, die wir nie bestellt und immer gern angesehen haben.',
      en: 'Thank you for 212 photographs of handlebars that nobody had asked for.',
    },
    mistake: {
      de: '„Danke für die tolle Reise“: Das sagen alle, und niemand fühlt sich gemeint.',
      en: '“Thank you for this amazing journey”: everybody says that, and nobody feels meant.',
    },
    otherwise: { de: 'ein schlichter Dank', en: 'a plain thank-you' },
  },
];
