interface Advice {
  readonly code: RegExp;
  readonly de: string;
  readonly en: string;
}

const table: readonly Advice[] = [
  {
    code: /^(capture\.logged-out|session\.expired|capture\.login-wall)$/,
    de: 'Melden Sie sich neu an, mit: lastpost channel login CHANNEL',
    en: 'Log in again, with: lastpost channel login CHANNEL',
  },
  {
    code: /^browser\./,
    de: 'Auf diesem Rechner fehlt ein Browser oder er startet nicht. Prüfen Sie es mit: lastpost doctor',
    en: 'On this computer a browser is missing or does not start. Check it with: lastpost doctor',
  },
  {
    code: /disk/,
    de: 'Der Datenträger ist voll oder schadhaft. Schaffen Sie Platz; die Sicherung geht dann von selbst weiter.',
    en: 'The disk is full or failing. Make room; the snapshot then goes on by itself.',
  },
  {
    code: /^capture\.(no-such-host|connection-failed|tls-error|timeout|redirect-loop|server-error|not-found|nothing)$/,
    de: 'Öffnen Sie die Adresse in einem Browser. Ist die Seite da, war das Netz gestört, und die nächste Sicherung gelingt; ist sie weg, nehmen Sie den Kanal aus dem Zeitplan.',
    en: 'Open the address in a browser. If the site is there, the network was down, and the next snapshot will work; if it is gone, take the channel out of the schedule.',
  },
  {
    code: /^capture\.(bot-wall|rate-limited|forbidden)$/,
    de: 'Die Seite hält das Programm für zu eifrig. Lassen Sie es seltener kommen (every oder cron in lastpost.yaml) oder langsamer (archive.delay).',
    en: 'The site takes the program for too eager. Let it come less often (every or cron in lastpost.yaml) or more slowly (archive.delay).',
  },
  {
    code: /^(channel\.gone|channel\.unknown)$/,
    de: 'Von diesem Kanal kann nichts mehr gesichert werden. Nehmen Sie ihn in lastpost.yaml aus dem Zeitplan.',
    en: 'Nothing of this channel can be archived any more. Take it out of the schedule in lastpost.yaml.',
  },
  {
    code: /^workspace\./,
    de: 'In lastpost.yaml ist ein Fehler; die Meldung unten nennt Zeile und Spalte.',
    en: 'lastpost.yaml has a mistake; the message below names line and column.',
  },
  {
    code: /^ledger\./,
    de: 'Das Verzeichnis der Sicherungen ist gesperrt oder beschädigt. Prüfen Sie es mit: lastpost doctor',
    en: 'The ledger of the snapshots is locked or damaged. Check it with: lastpost doctor',
  },
];

/** What a person should do about a failure, by its code. */
export function adviceFor(language: 'de' | 'en', code: string, channel: string): string {
  const known = table.find((one) => one.code.test(code))?.[language];
  const usual =
    language === 'de'
      ? 'Nehmen Sie die Sicherung einmal von Hand vor und lesen Sie, was gemeldet wird: lastpost snapshot take --channel CHANNEL'
      : 'Take the snapshot by hand once and read what it says: lastpost snapshot take --channel CHANNEL';
  return (known ?? usual).replace('CHANNEL', channel);
}
