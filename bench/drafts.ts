import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapters } from '../src/channels/registry.ts';
import { writeDrafts } from '../src/journeys/drafts/write-drafts.ts';
import { farewellLocales } from '../src/model/farewell/locale.ts';
import { openLedger } from '../src/storage/ledger.ts';
import { workspacePaths } from '../src/workspace/paths.ts';

/**
 * Writes the farewell for an account on every platform, in ten languages: once into an empty folder, once more with nothing
 * changed, and once after the last day has moved. Goal: under 5 s each, without cards.
 *
 *     npx tsx bench/drafts.ts
 */
const all = (text: string): string => `{${farewellLocales.map((locale) => `${locale}: "${text}"`).join(', ')}}`;

const settings = (lastDay: string): string => `version: 1
brand: {name: Brandt & Söhne, languages: [de, en]}
timezone: Europe/Berlin
channels:
${adapters.map(({ id }) => `  - {id: ${id}, platform: ${id}, url: "https://${id}.example/@brandt"}`).join('\n')}
people: [{id: anna, name: Anna Berg, roles: [brand]}]
exit:
  leaves: [x, facebook, instagram, mastodon]
  mode: freeze
  locales: [${farewellLocales.join(', ')}]
  last_day: ${lastDay}
  last_time: 18:00
  reason: {kind: values}
  page: https://brandt.example/moving
  successors: [{name: ${all('Newsletter')}, url: "https://brandt.example/news"}]
  fate: {posts: stay, comments: stay, messages: {answered_until: 2027-04-15, then: close}, data: ${all('Wir löschen, was wir wissen.')}, prizes: none}
  contact: {email: post@brandt.example, press: {name: Anna Berg, email: press@brandt.example}}
  stays: ${all('Unsere Läden bleiben.')}
  voice: {address: {${farewellLocales
    .filter((locale) => locale !== 'en' && locale !== 'ar')
    .map((locale) => `${locale}: formal`)
    .join(', ')}}}
  imprint_url: https://brandt.example/imprint
  privacy_url: https://brandt.example/privacy
`;

const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  const paths = workspacePaths(dir);
  await mkdir(paths.internal, { recursive: true });
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  const clock = { now: () => new Date('2027-01-02T10:00:00Z') };
  const input = { locales: [], channels: [], kinds: [], drafts: [], dryRun: false };
  for (const [name, lastDay] of [
    ['into an empty folder', '2027-03-01'],
    ['nothing has changed', '2027-03-01'],
    ['the last day has moved', '2027-03-08'],
  ] as const) {
    await writeFile(paths.config, settings(lastDay));
    const startMs = performance.now();
    const { drafts } = await writeDrafts(input, { cwd: dir }, { clock });
    const seconds = (performance.now() - startMs) / 1000;
    const fates = [...new Set(drafts.map(({ fate }) => fate))].map(
      (fate) => `${drafts.filter((draft) => draft.fate === fate).length} ${fate}`,
    );
    console.log(`${name}: ${drafts.length} drafts in ${seconds.toFixed(2)} s (${fates.join(', ')})`);
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
