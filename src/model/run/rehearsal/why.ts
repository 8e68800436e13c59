import type { KnownError } from '../../../base/known-error.ts';
import type { LocalText } from '../../platform.ts';

/** Why somebody did not do what was wanted of them, as far as the rehearsal itself says it. */
export const whys = {
  nobody: {
    en: 'Nobody who is there may do it.',
    de: 'Niemand, der da ist, darf das tun.',
  },
  cannot: {
    en: 'It was said that it cannot be done.',
    de: 'Es hieß, das sei unmöglich.',
  },
  scripted: {
    en: 'In the script it cannot be done.',
    de: 'Laut Drehbuch ist das unmöglich.',
  },
  shutOut: {
    en: 'The platform did not let us in.',
    de: 'Die Plattform hat die Anmeldung nicht zugelassen.',
  },
  unclear: {
    en: 'Nothing says whether it was done.',
    de: 'Es ist unklar, ob es geschehen ist.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Somebody's own words stay in their language. */
export function inOwnWords(text: string): LocalText {
  return { en: text, de: text };
}

/** What Lastpost said in English, for both. */
export function saidAs({ code, message }: Pick<KnownError, 'code' | 'message'>): LocalText {
  const own = Object.values(whys).find(({ en }) => en === message);
  // A person's reason is the whole message of an attempt that was made to fail.
  if (code === 'rehearsal.failed') return own ?? inOwnWords(message);
  return { en: message, de: inGerman[code] ?? `Lastpost meldet auf Englisch: ${message}` };
}

const inGerman: Readonly<Record<string, string>> = {
  'approval.absent': 'Wer freigeben soll, ist abwesend.',
  'approval.already': 'Diese Person hat sich dazu schon geäußert.',
  'approval.changed': 'Was freizugeben ist, hat sich inzwischen geändert.',
  'approval.not-your-role': 'Diese Person hat nicht die Rolle, die hier freigibt.',
  'approval.nothing-to-approve': 'Hier ist nichts freizugeben.',
  'approval.rejected': 'Die Freigabe wurde abgelehnt.',
  'approval.self-review': 'Was man selbst gemacht hat, kann man nicht selbst freigeben.',
  'evidence.missing': 'Es fehlt ein verlangter Beleg.',
  'expression.no-value': 'Ein Wert, den der Schritt braucht, ist leer.',
  'expression.unknown-name': 'Der Schritt nennt einen Namen, den es nicht gibt.',
  'gate.shut': 'Vor diesem Schritt fehlt etwas, ohne das er nicht beginnen darf.',
  'notify.nobody': 'Zu benachrichtigen wäre jemand, der nicht da ist.',
  'person.unknown': 'Diese Person steht nicht in lastpost.yaml.',
  'run.ended': 'Der Lauf ist schon zu Ende.',
  'run.paused': 'Der Lauf ist angehalten.',
  'run.stopped': 'Der Lauf wurde abgebrochen.',
  'score.nothing': 'Es gibt nichts, was sich bewerten ließe.',
  'step.bad-value': 'Ein Wert des Schritts ist nicht zu gebrauchen.',
  'step.cannot-undo': 'Der Schritt lässt sich nicht rückgängig machen.',
  'step.in-doubt': 'Niemand weiß, ob es geschehen ist.',
  'step.interrupted': 'Der Schritt wurde unterbrochen.',
  'step.not-your-role': 'Der Schritt gehört zu einer Rolle, die diese Person nicht hat.',
  'step.probe-disagrees': 'Die Prüfung sieht, dass es nicht geschehen ist.',
  'step.timed-out': 'Innerhalb der gesetzten Frist hat niemand geantwortet.',
  'step.typed-wrong': 'Was zur Bestätigung einzutippen war, stimmt nicht überein.',
};
