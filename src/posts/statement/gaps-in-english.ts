import { numberIn } from '../../base/local-format.ts';
import { counted } from '../counted-words.ts';
import type { GapFacts, GapTelling } from './gap-words.ts';

const n = (count: number): string => numberIn('en', count);
const are = (count: number): string => (count === 1 ? 'is' : 'are');
const posts = (count: number): string => counted('en', count, 'post');
const entries = (count: number): string => `${n(count)} ${count === 1 ? 'entry' : 'entries'}`;
const take = ({ channel }: GapFacts): string => `lastpost snapshot take --channel ${channel}`;
const importing = ({ channel }: GapFacts): string => `lastpost channel import ${channel} FILE`;

function lost({ lostFiles }: GapFacts): string {
  if (lostFiles === 0) return '';
  const files = lostFiles === 1 ? 'file that this statement rests on is' : 'files that this statement rests on are';
  return `${n(lostFiles)} ${files} no longer in the vault.`;
}

function failed({ count, lostFiles }: GapFacts): string {
  if (count === lostFiles) return '';
  return `${counted('en', count - lostFiles, 'gap')} of the crawl: something was shut, failed or could not be read.`;
}

/** What is missing, and what to do about it, in English. */
export const gapsInEnglish: GapTelling = {
  'missing-posts': (facts) => ({
    reason:
      `The platform counts ${posts(facts.expected ?? 0)}; export and crawl together hold ${n(facts.holds)}. Which ` +
      `${facts.count === 1 ? 'one is' : `${n(facts.count)} are`} missing is not known.${facts.mayBeHidden ? ' The platform’s number may also count posts that strangers do not see, or that were deleted.' : ''}`,
    remedy: facts.hasExport
      ? `Ask the platform for a fresh export, import it with “${importing(facts)}”, and take a snapshot on the same day.`
      : `Ask the platform for the official export and import it with “${importing(facts)}”.`,
  }),
  'named-missing-posts': ({ count }) => ({
    reason: `${posts(count)} ${are(count)} known by name, and neither export nor crawl holds ${count === 1 ? 'it' : 'them'}.`,
    remedy:
      'Open the addresses. What still shows can be kept by taking the snapshot again; what is gone can be accepted.',
  }),
  'not-in-export': (facts) => ({
    reason: `${posts(facts.count)} on the public pages ${are(facts.count)} not in the newest export, although older than it. The crawl holds ${facts.count === 1 ? 'it' : 'them'}; but an export that lacks these may lack others too.`,
    remedy: `Ask the platform for the export again, with everything and from the beginning, and import it with “${importing(facts)}”.`,
  }),
  'export-parts-missing': (facts) => ({
    reason: `The export says itself that there is more of it: ${n(facts.count)} of its parts or counts ${are(facts.count)} not all there.`,
    remedy: `Download the missing parts from the same e-mail or page and import all of them together with “lastpost channel import ${facts.channel} FILE FILE…”.`,
  }),
  'export-unreadable': ({ count }) => ({
    reason: `${n(count)} ${count === 1 ? 'record' : 'records'} of the export could not be read. File and number are named.`,
    remedy:
      'Download the export again: a damaged file is the usual cause. If it stays so, please report it with the names given here.',
  }),
  'export-media-missing': ({ count, areNowhere }) => ({
    reason: areNowhere
      ? `Exports of this kind hold no pictures and films. Of posts that only the export holds, at least ${n(count)} ${are(count)} kept nowhere.`
      : `${counted('en', count, 'medium')} that the export names ${are(count)} not in it, or cannot be unpacked.`,
    remedy: areNowhere
      ? 'Take a snapshot while these posts can still be seen, logged in if need be.'
      : 'Download the export again and import it. What the platform leaves out may be on the public pages: take a snapshot.',
  }),
  'export-refused': ({ count }) => ({
    reason: `${entries(count)} of the export ${count === 1 ? 'was' : 'were'} not touched, because ${count === 1 ? 'it' : 'they'} would lead out of it or ${are(count)} no ordinary ${count === 1 ? 'file' : 'files'}.`,
    remedy:
      'A genuine export has none of these. Make sure that the file comes from the platform, and download it again.',
  }),
  'crawl-media-missing': (facts) => ({
    reason: `${counted('en', facts.count, 'medium')} of the public pages ${are(facts.count)} not in the snapshot.`,
    remedy: `Take the snapshot again: ${take(facts)}`,
  }),
  'crawl-gaps': (facts) => ({
    reason: [lost(facts), failed(facts)].filter((text) => text !== '').join(' '),
    remedy:
      facts.lostFiles > 0
        ? 'Put the files back from your backup before anything is deleted.'
        : `See what it was with “lastpost channel status --channel ${facts.channel}”, and take the snapshot again.`,
  }),
  'cut-off': ({ count }) => ({
    reason: `Only the beginning is held of ${posts(count)}, in the export as in the crawl.`,
    remedy:
      'Take a snapshot of these addresses. Where it is somebody else’s post that was passed on, its beginning may be enough.',
  }),
  'gone-since-earlier-export': ({ count }) => ({
    reason: `${posts(count)} of an earlier export ${are(count)} no longer in the newest. ${count === 1 ? 'It was' : 'They were'} probably deleted meanwhile; Lastpost still holds ${count === 1 ? 'it' : 'them'}.`,
    remedy: 'Go through the list: what was deleted on purpose can be accepted. Otherwise ask for the export again.',
  }),
  unproved: (facts) => ({
    reason: `Export and crawl hold ${posts(facts.holds)}. Nothing that can be relied on says that this is all.`,
    remedy:
      'Compare the number with what the platform shows when you are logged in, and look at the first and the last post. A person can then accept this, and say what was looked at.',
  }),
  'no-export': (facts) => ({
    reason: 'No official export has been imported, and the public pages alone do not prove that everything is here.',
    remedy: `Ask the platform for it (“lastpost channel show ${facts.channel}” says where), and import it with “${importing(facts)}”.`,
  }),
  'no-crawl': (facts) => ({
    reason: 'No snapshot has been taken in which posts were read: nobody has compared the export with what was public.',
    remedy: `Take one: ${take(facts)}`,
  }),
};
