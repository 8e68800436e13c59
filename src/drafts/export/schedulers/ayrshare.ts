import { notSaid, type Scheduler, said } from './scheduler.ts';

const BULK = 'https://www.ayrshare.com/docs/apis/post/bulk-post';
const NETWORKS = 'https://www.ayrshare.com/docs/help-center/product/what-social-networks-are-supported.md';

const names = {
  x: 'twitter',
  facebook: 'facebook',
  instagram: 'instagram',
  threads: 'threads',
  linkedin: 'linkedin',
  youtube: 'youtube',
  tiktok: 'tiktok',
  pinterest: 'pinterest',
  reddit: 'reddit',
  bluesky: 'bluesky',
  telegram: 'telegram',
  'google-business': 'gmb',
} as const;

export const ayrshare: Scheduler = {
  tool: 'ayrshare',
  name: 'Ayrshare',
  columns: said(['post', 'platforms', 'mediaUrls', 'scheduleDate'], BULK),
  hasHeading: true,
  moment: said('yyyy-mm-ddThh:mm:ssZ', BULK),
  clock: said('UTC', BULK),
  rows: notSaid(BULK),
  apart: notSaid(BULK),
  ahead: notSaid(BULK),
  step: notSaid(BULK),
  sameTextHours: said(72, BULK),
  networks: said({ names, isClosed: true }, NETWORKS),
  file: 'all',
  row: ({ text, utc, networks }) => [text, networks.map((one) => names[one as keyof typeof names]).join(', '), '', utc],
  notes: ['Posts for X need your own keys of X, in two headers of the request.'],
};
