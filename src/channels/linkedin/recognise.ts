import type { Recognised } from '../../model/channel.ts';
import { inPath, isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('linkedin');
const folders: Readonly<Record<string, string>> = {
  company: 'company',
  'company-beta': 'company',
  organization: 'company',
  showcase: 'showcase',
  school: 'school',
  in: 'in',
  pub: 'in',
};
const tabs = new Set(
  'about admin events jobs life mycompany people posts products recent-activity videos insights'.split(' '),
);

/** A post names its author before the first underscore, but not whether that is a person or a company. */
function authorOf(slug: string): { readonly handle: string } | undefined {
  const handle = /^([^_]+)_/.exec(slug)?.[1]?.toLowerCase();
  return handle === undefined ? undefined : { handle };
}

/** linkedin.com in every country; company, showcase and school pages and personal profiles. */
export function recogniseLinkedin(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'lnkd.in') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 'linkedin.com');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain) && !/^[a-z]{2}$/.test(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if (first === 'posts' && second !== undefined) return found.post(authorOf(second));
  if ((first === 'feed' && second === 'update') || (first === 'pulse' && second !== undefined)) return found.post();
  const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
  if (folder === undefined || second === undefined) return found.other();
  const handle = second.toLowerCase();
  const account = { handle, url: `https://www.linkedin.com/${folder}/${inPath(handle)}/` };
  // Old personal addresses end in three groups of numbers.
  const isAccount = third === undefined || tabs.has(third) || first === 'pub' || /^[a-z]{2}(-[a-z]{2})?$/.test(third);
  return isAccount ? found.account(account) : found.other(account);
}
