import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapters } from '../src/channels/registry.ts';
import { checkDrafts } from '../src/journeys/drafts/check-drafts.ts';
import { writeDrafts } from '../src/journeys/drafts/write-drafts.ts';
import { farewellLocales } from '../src/model/farewell/locale.ts';
import { openLedger } from '../src/storage/ledger.ts';
import { workspacePaths } from '../src/workspace/paths.ts';

/**
 * Checks the farewell for an account on every platform, in ten languages, three times. Goal: under 3 s for 500 drafts.
 *
 *     npx tsx bench/draft-check.ts
 */
const all = (text: string): string => `{${farewellLocales.map((locale) => `${locale}: "${text}"`).join(', ')}}`;

const settings = `version: 1
brand: {name: Brandt & Söhne, languages: [de, en]}
timezone: Europe/Berlin
channels:
${adapters.map(({ id }) => `  - {id: ${id}, platform: ${id}, url: "https://${id}.example/@brandt"}`).join('\n')}
people: [{id: anna, name: Anna Berg, roles: [brand]}]
exit:
  leaves: [x, facebook, instagram, mastodon, linkedin]
  mode: freeze
  locales: [${farewellLocales.join(', ')}]
  last_day: 2027-03-01
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
  await writeFile(paths.config, settings);
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  const context = {
    clock: { now: () => new Date('2027-01-02T10:00:00Z') },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  } as unknown as Parameters<typeof checkDrafts>[2];
  const none = { locales: [], channels: [], kinds: [] };
  await writeDrafts({ ...none, drafts: [], dryRun: false }, { cwd: dir }, context);
  for (const round of [1, 2, 3]) {
    const startMs = performance.now();
    const input = { ...none, rules: [], online: false, fix: false, playbook: null, run: null };
    const { report } = await checkDrafts(input, { cwd: dir }, context);
    const seconds = (performance.now() - startMs) / 1000;
    console.log(
      `round ${round}: ${report.drafts} drafts in ${seconds.toFixed(2)} s, ${report.findings.length} findings`,
    );
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
