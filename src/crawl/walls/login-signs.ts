import { loginAddress } from '../../model/login-address.ts';
import type { SignGroup } from './sign-group.ts';

const checkedOn = '2026-11-23';

/** Pages that want to know who is asking. */
export const loginSigns: readonly SignGroup[] = [
  {
    kind: 'login-wall',
    by: '',
    certainty: 'reported',
    source: 'common addresses and wording of login pages',
    checkedOn,
    signs: [
      { weight: 5, status: 401 },
      { weight: 2, status: 403 },
      { weight: 6, address: loginAddress },
      { weight: 4, loginForm: true },
      {
        weight: 4,
        title: /^(log ?in|sign ?in|anmelden|anmeldung|einloggen|login required|login erforderlich)( ?[-–—|•·:].*)?$/,
      },
      { weight: 4, title: /^.* ?[-–—|•·:] ?(log ?in|sign ?in|anmelden|anmeldung|einloggen)$/ },
      {
        weight: 5,
        text: /^(please )?(log|sign) ?in (or (sign up|register|create an account) )?to (continue( to .{1,40})?|proceed|(access|view|see) this( \w+)?|view profile)$/,
      },
      { weight: 6, text: /^(log|sign) ?in or (sign|log) ?(up|in) to view$/ },
      { weight: 5, text: /^you (must|need to|have to) (be logged in|log ?in|sign ?in)\b/ },
      {
        weight: 5,
        text: /^(bitte )?(melde dich|melden sie sich)( bitte)? an,? um (fortzufahren|(diese[ns]?|den|die|das) .{0,40}(zu sehen|anzusehen|zu lesen))/,
      },
      { weight: 5, text: /^(du musst dich|sie müssen sich) (zuerst |erst )?(anmelden|einloggen)\b/ },
      { weight: 5, text: /^(du musst|sie müssen) (angemeldet|eingeloggt) sein\b/ },
    ],
  },
  {
    kind: 'login-wall',
    by: 'Instagram',
    certainty: 'code',
    source: 'github.com/microlinkhq/is-antibot src/providers.json (title); accounts/login in many public scrapers',
    checkedOn,
    signs: [
      { weight: 10, address: /^(www\.)?instagram\.com\/(accounts\/login|challenge|accounts\/suspended)(\/|$)/ },
      { weight: 7, title: /^login [•·] instagram$/ },
    ],
  },
  {
    kind: 'login-wall',
    by: 'Facebook',
    home: /(^|\.)facebook\.com$/,
    certainty: 'code',
    source: 'login and checkpoint addresses in many public scrapers',
    checkedOn,
    signs: [
      { weight: 10, address: /^([a-z-]+\.)?facebook\.com\/(login(\.php)?|checkpoint)(\/|$)/ },
      { weight: 6, text: /^(you must log in to continue|du musst dich anmelden, um fortzufahren)$/ },
    ],
  },
  {
    kind: 'login-wall',
    by: 'X',
    certainty: 'code',
    source: 'i/flow/login in many public scrapers',
    checkedOn,
    signs: [
      { weight: 10, address: /^(www\.|mobile\.)?(x|twitter)\.com\/(i\/flow\/login|login|account\/access)(\/|$)/ },
    ],
  },
  {
    kind: 'login-wall',
    by: 'LinkedIn',
    certainty: 'code',
    source: 'authwall in many public scrapers',
    checkedOn,
    signs: [{ weight: 10, address: /^([a-z]+\.)?linkedin\.com\/(authwall|login|uas\/login|checkpoint)(\/|$)/ }],
  },
  {
    kind: 'login-wall',
    by: 'Bluesky',
    home: /^(.*\.)?bsky\.app$/,
    certainty: 'code',
    source: 'github.com/bluesky-social/social-app, ScreenHider',
    checkedOn,
    signs: [{ weight: 7, text: /^this account has requested that users sign in to view their profile$/ }],
  },
  {
    kind: 'login-wall',
    by: 'a platform',
    certainty: 'code',
    source: 'login addresses in many public scrapers',
    checkedOn,
    signs: [
      { weight: 10, address: /^(www\.)?(tiktok|pinterest|threads|reddit)\.(com|net)\/login(\/|$)/ },
      { weight: 10, address: /^accounts\.google\.com\/|^login\.(microsoftonline|live)\.com\// },
    ],
  },
  {
    // What it wants is a yes, not a name; it withholds all the same, and a kept browser profile remembers the yes.
    kind: 'login-wall',
    by: 'the consent page of Google or YouTube',
    certainty: 'code',
    source: 'github.com/yt-dlp/yt-dlp yt_dlp/extractor/youtube (consent)',
    checkedOn,
    signs: [{ weight: 10, address: /^consent\.(youtube|google)\.[a-z.]+\// }],
  },
];
