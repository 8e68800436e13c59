import type { LintSeverity } from '../../../model/farewell/lint/lint-rules.ts';
import type { LocalText } from '../../../model/platform.ts';

/** What is wrong with an address, as far as it can be told without asking for it. */
export interface LinkFault {
  readonly message: LocalText;
  readonly fix: LocalText;
  readonly severity?: LintSeverity;
  /** Another address that is surely right. */
  readonly right?: string;
}

/** They break when the service ends, and nobody sees where they lead. */
const shorteners = new Set(
  'bit.ly t.co tinyurl.com ow.ly buff.ly goo.gl is.gd lnkd.in dlvr.it rebrand.ly cutt.ly rb.gy t.ly shorturl.at fb.me amzn.to wp.me s.id v.gd t1p.de kurzelinks.de tiny.cc bl.ink short.io'.split(
    ' ',
  ),
);

const privateHosts = /^(?:localhost|.+\.(?:local|localhost|internal|intranet|lan|test|invalid))$/iu;
/** Of a name in front of the one that somebody owns: test.de is a magazine. */
const stagingLabel =
  /^(?:.+-)?(?:staging|stage|stg|test|testing|preview|preprod|dev|develop|development|qa|uat|sandbox)(?:-.+)?\d*$/iu;
const previewHosts =
  /(?:^|\.)(?:vercel\.app|netlify\.app|pages\.dev|ngrok\.io|ngrok-free\.app|trycloudflare\.com|webflow\.io|wpengine\.com|surge\.sh|herokuapp\.com|azurewebsites\.net|web\.app)$/iu;
const previewQuery =
  /[?&](?:preview|preview_id|preview_nonce|draft|_thumbnail_id)=|\/wp-admin\/|docs\.google\.com\/.*\/edit/iu;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/iu;

/** @param said with its scheme, or without one as in `www.example.org/page` @param known addresses of lastpost.yaml */
export function linkFaults(said: string, known: ReadonlySet<string>): readonly LinkFault[] {
  const address = parsed(said);
  if (address === null) return [broken(said)];
  const host = address.hostname.replace(/\.$/, '');
  const faults: LinkFault[] = [];
  if (isNotPublic(address, host)) faults.push(notPublic(said, host));
  else if (address.protocol === 'http:' && /^http:/iu.test(said)) faults.push(notSafe(said, known));
  if (shorteners.has(host.replace(/^www\./, ''))) faults.push(short(said, host));
  return faults;
}

function parsed(said: string): URL | null {
  try {
    return new URL(/^[a-z]+:/iu.test(said) ? said : `https://${said}`);
  } catch {
    return null;
  }
}

function isNotPublic(address: URL, host: string): boolean {
  const labels = host.split('.').slice(0, -2);
  return (
    IP.test(host) ||
    privateHosts.test(host) ||
    previewHosts.test(host) ||
    labels.some((label) => stagingLabel.test(label)) ||
    address.port !== '' ||
    previewQuery.test(address.href)
  );
}

function broken(said: string): LinkFault {
  return {
    message: {
      en: `“${said}” is no address that a browser can read.`,
      de: `„${said}“ ist keine Adresse, die ein Browser lesen kann.`,
    },
    fix: {
      en: 'Copy the address from the browser once more.',
      de: 'Kopieren Sie die Adresse noch einmal aus dem Browser.',
    },
  };
}

function notPublic(said: string, host: string): LinkFault {
  return {
    message: {
      en: `“${said}” leads to ${host}, where only we get in.`,
      de: `„${said}“ führt zu ${host}; dorthin kommen nur wir selbst.`,
    },
    fix: { en: 'Write the public address of the page.', de: 'Schreiben Sie die öffentliche Adresse der Seite.' },
  };
}

function notSafe(said: string, known: ReadonlySet<string>): LinkFault {
  const right = said.replace(/^http:/iu, 'https:');
  return {
    message: {
      en: `“${said}” is an address without https; browsers warn of it.`,
      de: `„${said}“ ist eine Adresse ohne https; Browser warnen davor.`,
    },
    fix: {
      en: `Write “${right}”, if the page opens there.`,
      de: `Schreiben Sie „${right}“, wenn die Seite dort aufgeht.`,
    },
    // Only of an address that lastpost.yaml has like that can anybody know.
    ...(known.has(right) && { right }),
  };
}

function short(said: string, host: string): LinkFault {
  return {
    message: {
      en: `“${said}” hides where it leads, and ends when ${host} does.`,
      de: `„${said}“ verrät nicht, wohin es geht, und endet mit ${host}.`,
    },
    fix: { en: 'Write the whole address.', de: 'Schreiben Sie die ganze Adresse.' },
    severity: 'warning',
  };
}
