import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitPeople, loadExitPapers } from '../../src/demo-brand/exit/exit-papers.ts';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { X_QUERIES } from '../../src/demo-brand/x/x-api.ts';
import { stepTypes } from '../../src/model/playbook/playbook.ts';
import { lintPlaybook } from '../../src/playbooks/lint/lint-playbook.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';

let brand: DemoBrand;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
});
afterAll(() => brand.close());

const statusOf = async (url: string): Promise<number> => (await fetch(url, { redirect: 'manual' })).status;

test('the account on X is gone with its posts once it was closed, and the rest of X is as it was', async () => {
  const { origin } = new URL(brand.xUrl);
  const [post = ''] = brand.expected.x.pageUrls.filter((url) => url.includes('/status/'));
  const login = `${origin}/i/flow/login`;
  const answers = `${origin}${X_QUERIES}/UserByScreenName?variables=%7B%22screen_name%22%3A%22brandtsoehne%22%7D`;
  const all = [brand.xUrl, post, answers, login];
  expect(await Promise.all(all.map(statusOf))).toEqual([200, 200, 200, 200]);
  brand.closeXAccount();
  brand.closeXAccount();
  expect(await Promise.all(all.map(statusOf))).toEqual([410, 410, 404, 200]);
  expect(await (await fetch(brand.xUrl)).text()).toContain('This account does not exist');
});

test('the bell in the workshop rings once for a message that comes twice', async () => {
  const ring = (key: string) =>
    fetch(brand.doorbellUrl, { method: 'POST', body: '{"ring":1}', headers: { 'idempotency-key': key } });
  for (const key of ['a', 'a', 'b']) expect((await ring(key)).status).toBe(200);
  expect(brand.rings).toEqual([
    { key: 'a', body: '{"ring":1}' },
    { key: 'b', body: '{"ring":1}' },
  ]);
  expect([await statusOf(brand.doorbellUrl), await statusOf(`${brand.doorbellUrl}/else`)]).toEqual([405, 404]);
});

test('the name server has the name on the stickers, and no other', async () => {
  const resolver = new Resolver();
  resolver.setServers([brand.nameServer]);
  expect(await resolver.resolveCname('x.brandt-soehne.example')).toEqual(['www.brandt-soehne.example']);
  await expect(resolver.resolveCname('y.brandt-soehne.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
});

test('the playbook has every type of step, nothing is said against it, and everybody it needs is there', async () => {
  const read = readPlaybook('leave-x.yaml', Buffer.from(loadExitPapers().playbook));
  const people = exitPeople.map((person) => ({ ...person, roles: [...person.roles], key: null, absences: [] }));
  const { findings, resolved } = await lintPlaybook(read, {
    load: async () => undefined,
    otherPlaybooks: [],
    people,
    factsDue: {},
  });
  expect(findings).toEqual([]);
  expect(new Set(resolved?.playbook.steps.map(({ type }) => type))).toEqual(new Set(stepTypes));
  const texts = resolved?.playbook.steps.flatMap(({ name, instructions }) => [name, instructions]) ?? [];
  // In two languages, and not one in the place of the other.
  expect(texts.filter((text) => text !== null && text.de === text.en)).toEqual([]);
});
