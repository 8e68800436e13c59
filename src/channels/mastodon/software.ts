/** What is known of one software of the fediverse, by the name it gives itself in NodeInfo. */
export interface FediverseSoftware {
  /** It answers Mastodon's interface below /api/v1; whether to strangers, only the server can say. */
  readonly speaksMastodon: boolean;
  /** Paths of an account's page; the first group is its name. */
  readonly accounts: readonly RegExp[];
  /** Path of the outbox, where it is not the actor's address with /outbox behind it. */
  readonly outbox?: (name: string) => string;
}

const at = /^\/@([^/@]+)\/?$/;
const users = /^\/users\/([^/]+)\/?$/;
const bare = /^\/([\w.-]+)\/?$/;

const likeMastodon: FediverseSoftware = { speaksMastodon: true, accounts: [at, users] };
const likePleroma: FediverseSoftware = { speaksMastodon: true, accounts: [at, users, bare] };
/** Speaks a tongue of its own over POST, which only its pages' scripts do; to us its outbox is open. */
const likeMisskey: FediverseSoftware = { speaksMastodon: false, accounts: [at] };

/**
 * Names as the projects' own NodeInfo gives them, in lower case. Wordpress, Ghost and others that can federate besides are
 * left out on purpose: they have adapters of their own.
 * @see https://nodeinfo.diaspora.software/protocol
 */
const known: Readonly<Record<string, FediverseSoftware>> = {
  mastodon: likeMastodon,
  hometown: likeMastodon,
  'glitch-soc': likeMastodon,
  glitchcafe: likeMastodon,
  ecko: likeMastodon,
  fedibird: likeMastodon,
  kmyblue: likeMastodon,
  takahe: likeMastodon,
  mitra: likeMastodon,
  snac: { speaksMastodon: true, accounts: [at, bare] },
  snac2: { speaksMastodon: true, accounts: [at, bare] },
  gotosocial: likeMastodon,
  pleroma: likePleroma,
  akkoma: likePleroma,
  rebased: likePleroma,
  pixelfed: likePleroma,
  friendica: {
    speaksMastodon: true,
    accounts: [/^\/profile\/([^/]+)\/?$/, at],
    outbox: (name) => `/outbox/${name}`,
  },
  misskey: likeMisskey,
  sharkey: likeMisskey,
  cherrypick: likeMisskey,
  firefish: { ...likeMisskey, speaksMastodon: true },
  calckey: { ...likeMisskey, speaksMastodon: true },
  iceshrimp: { ...likeMisskey, speaksMastodon: true },
  'iceshrimp.net': { ...likeMisskey, speaksMastodon: true },
  peertube: { speaksMastodon: false, accounts: [/^\/(?:a|accounts|c|video-channels)\/([^/]+)(?:\/.*)?$/] },
  hubzilla: { speaksMastodon: false, accounts: [/^\/channel\/([^/]+)\/?$/], outbox: (name) => `/outbox/${name}` },
  lemmy: { speaksMastodon: false, accounts: [/^\/[uc]\/([^/]+)\/?$/] },
  writefreely: {
    speaksMastodon: false,
    accounts: [bare, at],
    outbox: (name) => `/api/collections/${name}/outbox`,
  },
};

/** What is known of a software; undefined for one that is none of the fediverse, or has an adapter of its own. */
export function softwareNamed(name: string): FediverseSoftware | undefined {
  return Object.hasOwn(known, name.toLowerCase()) ? known[name.toLowerCase()] : undefined;
}
