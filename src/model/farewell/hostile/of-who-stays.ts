import type { HostileQuestion } from './question.ts';

/** What is asked about those of us who stay there, and about our name. */
export const questionsOfWhoStays: readonly HostileQuestion[] = [
  {
    id: 'hypocrisy',
    asked: {
      de: 'Ist das nicht scheinheilig? Andere von Ihnen sind doch noch da.',
      en: 'Isn’t this hypocritical? Some of your people are still there.',
    },
    short: { de: 'Ist das scheinheilig?', en: 'Hypocritical?' },
    by: 'press',
    filledIn: {
      de: 'Jemand sucht, wer von uns noch dort ist; ein Treffer genügt für die Geschichte.',
      en: 'Someone looks for whoever of us is still there; one hit makes the story.',
    },
    todo: {
      de: 'Sagen, für welche Konten die Entscheidung gilt und für welche nicht.',
      en: 'Say which accounts the decision covers and which it does not.',
    },
    asks: { de: /scheinheilig|heuchl|Doppelmoral/iu, en: /hypocri|double standard/iu },
    says: {
      de: /was wir selbst unter unserem Namen|scheinheilig|Doppelmoral/iu,
      en: /what we ourselves publish|hypocri|double standard/iu,
    },
  },
  {
    id: 'ceo-account',
    asked: { de: 'Bleibt die Geschäftsführung selbst dort?', en: 'Is the management itself staying there?' },
    short: { de: 'Und die Leitung?', en: 'And the management?' },
    by: 'press',
    filledIn: {
      de: '„Marke geht, Chefin bleibt“: dazu genügt ein Blick ins Profil.',
      en: '“Brand leaves, boss stays”: one look at the profile is enough.',
    },
    todo: {
      de: 'Die Geschäftsführung fragen, was aus ihren Konten dort wird, und es mit Datum ins FAQ schreiben.',
      en: 'Ask the management what becomes of their own accounts there, and put it in the FAQ with a date.',
    },
    asks: {
      de: /Chef|Geschäftsführ|Vorst[aä]nd|Inhaber/iu,
      en: /\b(?:CEO|boss|management|managing director|board|owner|founder)\b/iu,
    },
    says: {
      de: /(?:Chef|Geschäftsführ|Vorst[aä]nd|Inhaber|Gründer)[^.]*(?:Konto|Konten|Account|Profil|\bdort\b|geht mit|bleib)/iu,
      en: /\b(?:CEO|chief executive|management|managing director|owner|founder|board)\b[^.]*(?:account|profile|\bthere\b|leav|stay)/iu,
    },
  },
  {
    id: 'private-accounts',
    asked: { de: 'Müssen Ihre Leute auch privat gehen?', en: 'Do your people have to leave in private too?' },
    short: { de: 'Private Konten?', en: 'Private accounts?' },
    by: 'staff',
    filledIn: {
      de: 'Ein Beitrag aus der Belegschaft gilt als Meinung des Hauses.',
      en: 'One post by an employee passes for the view of the house.',
    },
    todo: {
      de: 'Sagen, dass private Konten privat sind und wer für das Haus spricht.',
      en: 'Say that private accounts are private, and who speaks for the house.',
    },
    asks: {
      de: /privat\w* (?:Konto|Konten|Account|Profil|gehen)|Mitarbeite|Beschäftigte|Belegschaft/iu,
      en: /(?:private|personal|own) (?:account|profile)|employee|your people\b/iu,
    },
    says: { de: /private[nrs]? (?:Konto|Konten|Account|Profil)/iu, en: /(?:private|personal) (?:account|profile)/iu },
  },
  {
    id: 'subsidiaries',
    asked: {
      de: 'Gehen Ihre Töchter, Händler und anderen Marken auch?',
      en: 'Are your subsidiaries, dealers and other brands leaving too?',
    },
    short: { de: 'Töchter, andere Marken?', en: 'Other brands?' },
    by: 'press',
    filledIn: {
      de: 'Das Konto einer Tochter wird zum Gegenbeweis.',
      en: 'A subsidiary’s account becomes the counter-evidence.',
    },
    todo: {
      de: 'Alle Konten aufschreiben, die unseren Namen tragen, und je Konto sagen: geht, bleibt, seit wann, warum.',
      en: 'List every account that carries our name, and say for each: leaves or stays, since when, why.',
    },
    asks: {
      de: /Tochter|Töchter|Schwester|andere\w* Marke|Händler|Filiale/iu,
      en: /subsidiar|sister (?:compan|brand)|other brands|dealer/iu,
    },
    says: {
      de: /Tochter(?:firm|gesellsch|untern|mark)|Töchter\b|Schwester(?:firm|gesell|mark)|(?:andere|übrige|weitere)n? Marken|Landesgesellschaft/iu,
      en: /subsidiar|sister (?:compan|brand)|other brands|parent company/iu,
    },
  },
  {
    id: 'ads',
    asked: { de: 'Schalten Sie dort weiter Anzeigen?', en: 'Are you still advertising there?' },
    short: { de: 'Und Ihre Anzeigen?', en: 'And your ads?' },
    by: 'press',
    filledIn: {
      de: 'Ein Bildschirmfoto einer Anzeige nach dem letzten Tag widerlegt den ganzen Abschied.',
      en: 'One screenshot of an advertisement after the last day undoes the whole farewell.',
    },
    todo: {
      de: 'Sagen, wann die letzte Anzeige läuft; vorher die Agentur und das Werbekonto prüfen.',
      en: 'Say when the last advertisement runs; check the agency and the ad account first.',
    },
    asks: { de: /Anzeige|Werbung|Werbekonto/iu, en: /advert|\bads\b/iu },
    says: { de: /\bAnzeigen?\b|Werbung (?:dort|auf|schalten)|\bwerben (?:wir|dort)/u, en: /\badvertis|\bads?\b/iu },
  },
  {
    id: 'partners',
    asked: {
      de: 'Was wird aus Partnern, Sponsoren und Influencern, die dort für Sie posten?',
      en: 'What of partners, sponsors and influencers who post for you there?',
    },
    short: { de: 'Partner, Sponsoren?', en: 'Partners, sponsors?' },
    by: 'partners',
    filledIn: {
      de: 'Postet ein Partner weiter für uns, sieht der Abschied nach einem Umweg aus.',
      en: 'If a partner goes on posting for us, the farewell looks like a detour.',
    },
    todo: {
      de: 'Sagen, was an die Stelle vereinbarter Beiträge tritt; die Verträge sucht „lastpost draft report contracts“.',
      en: 'Say what replaces agreed posts; “lastpost draft report contracts” looks through the contracts.',
    },
    asks: { de: /Partner|Influencer|Kooperation|Sponsor/iu, en: /partner|influencer|sponsor|collaborat/iu },
    says: {
      de: /\bPartner(?:n|innen|schaft\w*)?\b|Influencer|Kooperation|Sponsor|Vereinbarung etwas|was wir vereinbart haben/u,
      en: /\bpartner(?:s|ships?)?\b|influencer|sponsor|what we (?:have )?agreed|agreement/iu,
    },
  },
  {
    id: 'job-ads',
    asked: { de: 'Wo finde ich künftig Ihre Stellenanzeigen?', en: 'Where will I find your job adverts?' },
    short: { de: 'Stellenanzeigen?', en: 'Job adverts?' },
    by: 'applicants',
    filledIn: {
      de: 'Ohne Stellenanzeigen heißt es, hier werde nicht mehr eingestellt.',
      en: 'Without job adverts, people say that hiring has stopped.',
    },
    todo: { de: 'Die Seite mit den offenen Stellen nennen.', en: 'Name the page with the vacancies.' },
    asks: {
      de: /Stellenanzeige|offene\w* Stelle|bewerb|Ausbildungspl/iu,
      en: /vacanc|job (?:ad|opening)|careers?\b|apply/iu,
    },
    says: {
      de: /Stellenanzeige|Stellenangebot|offene\w* Stelle|Bewerbung|Karriereseite|Ausbildungspl/iu,
      en: /vacanc|job (?:ad|opening)|careers? page/iu,
    },
  },
  {
    id: 'fake-account',
    asked: {
      de: 'Jemand schreibt unter Ihrem Namen. Sind Sie das?',
      en: 'Someone is posting under your name. Is that you?',
    },
    short: { de: 'Sind Sie das noch?', en: 'Is that still you?' },
    by: 'customers',
    filledIn: {
      de: 'Dann spricht dort nur noch der Nachahmer für uns.',
      en: 'Then only the impostor still speaks for us there.',
    },
    todo: {
      de: 'Sagen, welches Konto unseres war, ab wann es schweigt und wohin man Fälschungen meldet.',
      en: 'Say which account was ours, from when it is silent, and where to report a fake.',
    },
    asks: {
      de: /unter (?:Ihrem|eurem|deinem) Namen|gefälscht|Fälsch|\bFake|Konto echt/iu,
      en: /under your name|account real|fake|impost|impersonat/iu,
    },
    says: {
      de: /gefälscht|Fälschung|\bFake|nichts anklicken|nicht von uns|ist echt\b/iu,
      en: /not be from us|not from us|do not click|\bis real\b|\bfake|impersonat|impost/iu,
    },
  },
  {
    id: 'handle',
    asked: {
      de: 'Wer bekommt danach Ihren Namen und Ihren Haken dort?',
      en: 'Who gets your handle and your badge afterwards?',
    },
    short: { de: 'Handle und Haken?', en: 'Handle and badge?' },
    by: 'followers',
    filledIn: {
      de: 'Wer den Namen übernimmt, spricht mit unserem alten Publikum, und alte Drucksachen verweisen auf ihn.',
      en: 'Whoever takes over the handle speaks to our old audience, and old print points to them.',
    },
    todo: {
      de: 'Sagen, ob wir den Namen behalten oder aufgeben und ab wann er nicht mehr unserer ist.',
      en: 'Say whether we keep or give up the handle, and from when it is no longer ours.',
    },
    asks: { de: /Handle\b|Haken|verifizier|(?:Ihr|eur)\w* Name[^n]/iu, en: /\bhandle\b|badge|verif|blue tick/iu },
    says: {
      de: /\bHandle\b|Haken\b|verifizier|\bNamen?\b[^.]*(?:behalten|geben wir (?:frei|auf)|reserviert|vergeben)/iu,
      en: /\bhandle\b|\bbadge\b|verified|\bname\b[^.]*(?:keep|give up|reserved)/iu,
    },
  },
  {
    id: 'only-app',
    asked: { de: 'Ich nutze nur diese App. Was nun?', en: 'This is the only app I use. Now what?' },
    short: { de: 'Nur diese App?', en: 'Only this app?' },
    by: 'followers',
    filledIn: {
      de: 'Wer nicht umziehen will, fühlt sich zurückgelassen.',
      en: 'Whoever will not move feels left behind.',
    },
    todo: { de: 'Einen Weg ohne App und ohne Konto nennen.', en: 'Name one way that needs no app and no account.' },
    asks: { de: /nur diese App|nur (?:hier|dort)\b|keine andere App/iu, en: /only app|only use|only on/iu },
    says: {
      de: /keine App\b|kein Konto\b|ohne (?:Konto|App|Anmeldung)/iu,
      en: /neither an app|no (?:app|account)\b|without (?:an? |any )?(?:app|account|login)/iu,
    },
  },
];
