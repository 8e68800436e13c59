import type { SignGroup } from './sign-group.ts';

const checkedOn = '2026-11-23';
const ownWords = 'common wording, gathered from such pages';

/** Pages that say: too fast, not here, not for you, not from there. */
export const gateSigns: readonly SignGroup[] = [
  {
    kind: 'rate-limited',
    by: '',
    certainty: 'reported',
    source: ownWords,
    checkedOn,
    signs: [
      { weight: 6, status: 429 },
      { weight: 4, header: 'retry-after', value: /./ },
      { weight: 5, title: /^(429 ?[-–:]? ?)?(too many requests|rate limit(ed| exceeded|ing)|zu viele anfragen)$/ },
      { weight: 5, text: /^(error )?(429 ?[-–:]? ?)?(too many requests|rate limit exceeded|zu viele anfragen)$/ },
      { weight: 6, text: /^you (are|have been|'ve been) (being )?(temporarily )?rate[- ]limited\b/ },
      { weight: 6, text: /^(we('ve| have) received|you('ve| have) (sent|made)) too many requests\b/ },
      { weight: 6, text: /^(du hast|sie haben|wir haben) (zu|so) viele anfragen (gestellt|gesendet|erhalten|von)\b/ },
      {
        weight: 5,
        text: /^(bitte )?(versuche|versuchen sie) es (bitte )?in (ein paar|einigen|wenigen) minuten (noch einmal|erneut|wieder)$/,
      },
    ],
  },
  {
    kind: 'rate-limited',
    by: 'Instagram or Facebook',
    home: /(^|\.)(instagram|facebook)\.com$/,
    certainty: 'code',
    source: '"Please wait a few minutes" and "temporarily blocked" in many public scrapers',
    checkedOn,
    signs: [
      { weight: 6, text: /^please wait a few minutes before you try again$/ },
      {
        weight: 6,
        text: /^(you're temporarily blocked|du wurdest vorübergehend (gesperrt|blockiert)|bitte warte einige minuten, bevor du es noch einmal versuchst)$/,
      },
    ],
  },
  {
    kind: 'rate-limited',
    by: 'X',
    host: /(^|\.)(x|twitter)\.com$/,
    certainty: 'code',
    source: 'what X shows when it has been asked too often, in many public scrapers',
    checkedOn,
    signs: [{ weight: 8, text: /^something went wrong\. try reloading$/ }],
  },
  {
    kind: 'content-unavailable',
    by: 'Facebook',
    home: /(^|\.)facebook\.com$/,
    certainty: 'code',
    source: 'both wordings in public code that checks Facebook links',
    checkedOn,
    signs: [
      { weight: 6, text: /^this (content|page) isn't available (right now|at the moment)$/ },
      {
        weight: 6,
        text: /^(dieser inhalt|diese seite) ist (momentan|derzeit|aktuell|zurzeit|zur zeit) nicht verfügbar$/,
      },
      { weight: 6, text: /^leider ist dieser inhalt (derzeit|momentan) nicht verfügbar$/ },
    ],
  },
  {
    kind: 'content-unavailable',
    by: 'Instagram',
    home: /(^|\.)instagram\.com$/,
    certainty: 'code',
    source: 'wording in many public scrapers',
    checkedOn,
    signs: [
      { weight: 6, text: /^(sorry, this page isn't available|diese seite ist leider nicht verfügbar)$/ },
      { weight: 4, text: /^the link you followed may be broken, or the page may have been removed$/ },
    ],
  },
  {
    kind: 'content-unavailable',
    by: 'X',
    home: /(^|\.)(x|twitter)\.com$/,
    certainty: 'code',
    source: 'wording in public code that checks posts of X',
    checkedOn,
    signs: [
      { weight: 6, text: /^(hmm\.{3} ?)?this page doesn't exist$/ },
      { weight: 6, text: /^hmm(\.{3}|…) ?diese seite gibt es nicht$/ },
      {
        weight: 6,
        text: /^(account suspended|this account doesn't exist|these posts are protected|account gesperrt)$/,
      },
      { weight: 3, text: /^try searching for something else$/ },
    ],
  },
  {
    kind: 'content-unavailable',
    by: 'TikTok',
    home: /(^|\.)tiktok\.com$/,
    certainty: 'code',
    source: "wording in public code that checks accounts (couldn't find this account)",
    checkedOn,
    signs: [
      {
        weight: 6,
        text: /^(couldn't find this account|video currently unavailable|dieses konto konnte nicht gefunden werden|video derzeit nicht verfügbar)$/,
      },
    ],
  },
  {
    kind: 'content-unavailable',
    by: 'YouTube',
    host: /(^|\.)youtube\.com$/,
    certainty: 'code',
    source: 'github.com/microlinkhq/is-antibot src/providers.json (empty title); messages in yt-dlp',
    checkedOn,
    signs: [
      { weight: 4, title: /^-? ?youtube$/ },
      {
        weight: 9,
        text: /^(video unavailable|video nicht verfügbar|this video isn't available anymore|dieses video ist nicht mehr verfügbar|private video|this video has been removed.*|this channel (doesn't exist|was removed.*))$/,
      },
    ],
  },
  {
    kind: 'age-gate',
    by: '',
    certainty: 'reported',
    source: ownWords,
    checkedOn,
    signs: [
      {
        weight: 6,
        address:
          /\/(agecheck|age[-_]?gate|age[-_]?verification|over18|altersabfrage|altersverifikation|alterspruefung)(\/|$)/,
      },
      {
        weight: 5,
        title: /^(age (verification|check|gate)|altersprüfung|altersverifikation|altersabfrage)( ?[-–|•·:].*)?$/,
      },
      {
        weight: 6,
        text: /^you must be (at least )?(16|18|21)( years)?( old| of age)?( or (older|over))? to (enter|view|visit|access)\b/,
      },
      { weight: 6, text: /^(sie müssen|du musst) (mindestens )?(16|18) jahre( alt)?( oder älter)? sein, um\b/ },
      { weight: 6, text: /^(please )?(confirm|verify) (your age|that you are (over|at least) (16|18|21))\b/ },
      {
        weight: 6,
        text: /^(bitte )?(bestätigen sie|bestätige)( bitte)?,? (ihr|dein|dass (sie|du) (mindestens|über)) (alter|geburtsdatum|1[68])\b/,
      },
      { weight: 5, text: /^are you (over|at least|of legal)\b.{0,40}\?$/ },
      { weight: 5, text: /^(sind sie|bist du) (schon |bereits |über |mindestens )+1[68]\b.{0,20}\?$/ },
      {
        weight: 6,
        text: /^(this (content|video|post) is age[- ]restricted|age-restricted adult content|dieser (inhalt|beitrag) ist altersbeschränkt|dieses video ist altersbeschränkt)$/,
      },
      { weight: 6, text: /^(sign in to confirm your age|melde dich an, um dein alter zu bestätigen)$/ },
    ],
  },
  {
    kind: 'age-gate',
    by: 'YouTube',
    host: /(^|\.)youtube\.com$/,
    certainty: 'code',
    source: 'github.com/yt-dlp/yt-dlp yt_dlp/extractor/youtube (messages)',
    checkedOn,
    signs: [{ weight: 10, text: /^(sign in to confirm your age|melde dich an, um dein alter zu bestätigen)$/ }],
  },
  {
    kind: 'country-gate',
    by: '',
    certainty: 'reported',
    source: `${ownWords}; status 451 is RFC 7725`,
    checkedOn,
    signs: [
      { weight: 6, status: 451 },
      { weight: 3, text: /^(451 ?[-–:]? ?)?unavailable for legal reasons$/ },
      {
        weight: 6,
        text: /^(sorry, |unfortunately,? )?(this|our|the) (content|video|web ?site|site|page|post|account|service)( you requested)? is (currently )?(not |un)(available|accessible) (in|from) (your|most european) (country|region|location|area|countries)\b/,
      },
      { weight: 6, text: /^the uploader has not made this video available in your country$/ },
      {
        weight: 6,
        text: /^(leider )?(dieser inhalt|dieses video|diese seite|diese website|dieser beitrag|unsere website|unsere seite) (ist|steht) (leider )?in (ihrem|deinem|ihrer|deiner) (land|region) (leider )?nicht (verfügbar|zugänglich|abrufbar|zur verfügung)\b/,
      },
    ],
  },
  {
    kind: 'country-gate',
    by: 'YouTube',
    host: /(^|\.)youtube\.com$/,
    certainty: 'code',
    source: 'github.com/yt-dlp/yt-dlp yt_dlp/extractor/youtube (messages)',
    checkedOn,
    signs: [
      { weight: 10, text: /^the uploader has not made this video available in your country$/ },
      { weight: 10, text: /^dieses video ist in deinem land nicht verfügbar$/ },
    ],
  },
];
