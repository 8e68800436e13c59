import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { makeFolders, writeConfig } from '../../src/workspace/create-workspace.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { requirePerson } from '../../src/workspace/require-person.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const head = 'brand:\n  name: Aurora\n  languages: [de, en]\n';
const anna = '  - {id: anna, name: Anna Berg}\n';

async function workspaceWith(people: string): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), `${head}people:\n${people}`);
  return dir;
}

async function trouble(people: string): Promise<string> {
  const dir = await workspaceWith(people);
  const error = await openWorkspace(dir).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnownError)) throw new Error('The people were accepted.');
  expect([error.code, error.exitCode]).toEqual(['workspace.invalid', 2]);
  return error.message.replaceAll(join(dir, 'lastpost.yaml:'), '');
}

function keysOf(kind: 'ec' | 'ed25519' | 'rsa' | 'p384') {
  const pair = {
    ec: () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
    p384: () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' }),
    rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ed25519: () => generateKeyPairSync('ed25519'),
  }[kind]();
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const base64 = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');

describe('people of a workspace', () => {
  it('are read with roles, address, language, key and the days on which they are absent', async () => {
    const key = base64(keysOf('ec').publicKey);
    const { config } = await openWorkspace(
      await workspaceWith(
        `  - id: anna\n    name: " Anna Berg "\n    roles: [brand, brand, web]\n    email: Anna.Berg+exit@bücher.example\n    language: de\n    key: ${key}\n` +
          '  - id: lena\n    name: Lena\n    absent:\n      - {from: 2026-12-21, until: 2026-12-21, delegate: anna}\n      - {from: 2027-02-01, until: 2027-02-03}\n',
      ),
    );
    expect(config.people).toEqual([
      {
        id: 'anna',
        name: 'Anna Berg',
        roles: ['brand', 'web'],
        email: 'Anna.Berg+exit@bücher.example',
        language: 'de',
        key,
        absences: [],
      },
      {
        id: 'lena',
        name: 'Lena',
        roles: [],
        email: null,
        language: null,
        key: null,
        absences: [
          { from: '2026-12-21', until: '2026-12-21', delegate: 'anna' },
          { from: '2027-02-01', until: '2027-02-03', delegate: null },
        ],
      },
    ]);
  });

  it('may be nobody', async () => {
    expect((await openWorkspace(await workspaceWith(''))).config.people).toEqual([]);
  });

  it('stand in a new lastpost.yaml as an example that is sound when the # is taken away', async () => {
    const dir = await temporaryFolder();
    const paths = await makeFolders(dir);
    await writeConfig(paths, { brandName: 'Aurora', languages: ['de'] });
    expect((await openWorkspace(dir)).config.people).toEqual([]);
    await writeFile(paths.config, (await readFile(paths.config, 'utf8')).replace(/^#( {2})/gm, '$1'));
    const { people } = (await openWorkspace(dir)).config;
    expect(people.map(({ id, roles }) => [id, roles])).toEqual([
      ['anna', ['brand']],
      ['lena', ['legal', 'service']],
    ]);
    expect(people[1]?.absences).toEqual([{ from: '2026-12-21', until: '2027-01-06', delegate: 'anna' }]);
  });

  it.each([
    [
      'a key nobody knows',
      '  - {id: anna, name: Anna, rolls: [brand]}\n',
      '5:28: "rolls" is no key of people[0]. Did you mean "roles"?',
    ],
    [
      'a key nobody knows of an absence',
      `${anna}  - {id: ben, name: Ben, absent: [{from: 2026-12-01, till: 2026-12-02}]}\n`,
      'people[1].absent[0].until is missing; it must be a day like 2026-11-22.',
    ],
    ['an id with capitals', '  - {id: Anna, name: Anna}\n', 'people[0].id is "Anna"; it must be lower-case letters'],
    [
      'an id twice',
      `${anna}${anna}`,
      '6:10: people[1].id is "anna"; it must be different from every other person’s id.',
    ],
    ['no name', '  - {id: anna}\n', 'people[0].name is missing; it must be some text on one line.'],
    ['a name on two lines', '  - {id: anna, name: "Anna\\nBerg"}\n', 'it must be some text on one line'],
    [
      'an address that is none',
      '  - {id: anna, name: Anna, email: anna@example}\n',
      'people[0].email is "anna@example"; it must be an e-mail address like anna@example.org.',
    ],
    [
      'an address with a second header in it',
      '  - {id: anna, name: Anna, email: "a@example.org\\nBcc: b@example.org"}\n',
      'it must be an e-mail address',
    ],
    [
      'a language nobody is written to in',
      '  - {id: anna, name: Anna, language: fr}\n',
      'people[0].language is "fr"; it must be one of: de, en.',
    ],
    [
      'one role without a list',
      '  - {id: anna, name: Anna, roles: brand}\n',
      'people[0].roles is "brand"; it must be a list of roles, like [brand, legal].',
    ],
    [
      'a delegate nobody knows',
      `${anna}  - {id: ben, name: Ben, absent: [{from: 2026-12-01, until: 2026-12-02, delegate: ana}]}\n`,
      'people[1].absent[0].delegate is "ana"; it must be the id of another person; perhaps "anna" is meant.',
    ],
    [
      'a delegate of oneself',
      '  - {id: ben, name: Ben, absent: [{from: 2026-12-01, until: 2026-12-02, delegate: ben}]}\n',
      'it must be somebody else than the person who is absent',
    ],
    [
      'days in the wrong order',
      '  - {id: ben, name: Ben, absent: [{from: 2026-12-02, until: 2026-12-01}]}\n',
      'people[0].absent[0].until is "2026-12-01"; it must be 2026-12-02 or a day after it.',
    ],
    [
      'a day that is none',
      '  - {id: ben, name: Ben, absent: [{from: 2026-02-30, until: 2026-12-01}]}\n',
      'people[0].absent[0].from is "2026-02-30"; it must be a day like 2026-11-22.',
    ],
    [
      'two absences at once',
      '  - {id: ben, name: Ben, absent: [{from: 2026-12-01, until: 2026-12-05}, {from: 2026-12-05, until: 2026-12-09}]}\n',
      'people[0].absent[1].from is "2026-12-05"; it must be outside the other times',
    ],
  ])('are refused with %s, by line', async (_, people, message) => {
    expect(await trouble(people)).toContain(message);
  });
});

describe('the key of a person', () => {
  const withKey = (key: string) => `  - {id: anna, name: Anna, key: ${JSON.stringify(key)}}\n`;

  it.each(['ec', 'ed25519'] as const)('may be base64, PEM, or a PEM file in the workspace: %s', async (kind) => {
    const { publicKey } = keysOf(kind);
    const dir = await workspaceWith(withKey('keys/anna.pem'));
    await mkdir(join(dir, 'keys'));
    await writeFile(join(dir, 'keys', 'anna.pem'), publicKey);
    for (const written of ['keys/anna.pem', base64(publicKey), publicKey]) {
      await writeFile(join(dir, 'lastpost.yaml'), `${head}people:\n${withKey(written)}`);
      expect((await openWorkspace(dir)).config.people[0]?.key).toBe(base64(publicKey));
    }
  });

  it('is refused when its file is missing, with the line', async () => {
    expect(await trouble(withKey('keys/anna.pem'))).toBe(
      '5:33: people[0].key is "keys/anna.pem"; it must be a public key, ECDSA over P-256 or Ed25519, or a PEM file with one; there is no such file.',
    );
  });

  it.each(['rsa', 'p384'] as const)('is refused when it is of another kind: %s', async (kind) => {
    expect(await trouble(withKey(keysOf(kind).publicKey))).toContain(
      'it must be a public key, ECDSA over P-256 or Ed25519.',
    );
  });

  it('is refused when it is a private one, and then not shown', async () => {
    const { privateKey } = keysOf('ec');
    const message = await trouble(withKey(privateKey));
    expect(message).toContain('this one is private');
    expect(message).not.toContain(base64(privateKey).slice(40, 60));
  });

  it('is refused when its file leads out of the workspace or is a pipe', async () => {
    const outside = join(await temporaryFolder(), 'anna.pem');
    await writeFile(outside, keysOf('ec').publicKey);
    expect(await trouble(withKey(outside))).toContain('in the workspace’s folder');
    const dir = await workspaceWith(withKey('anna.pem'));
    await symlink(outside, join(dir, 'anna.pem'));
    await expect(openWorkspace(dir)).rejects.toThrow('in the workspace’s folder');
    await writeFile(join(dir, 'lastpost.yaml'), `${head}people:\n${withKey('pipe.pem')}`);
    execFileSync('mkfifo', [join(dir, 'pipe.pem')]);
    await expect(openWorkspace(dir)).rejects.toThrow('or a PEM file with one');
  });

  it('is nobody else’s', async () => {
    const key = base64(keysOf('ed25519').publicKey);
    expect(await trouble(`${withKey(key)}  - {id: ben, name: Ben, key: "${key}"}\n`)).toMatch(
      /people\[1\]\.key is ".*"; it must be different from every other person’s key\./,
    );
  });
});

describe('naming a person', () => {
  it('finds them by id, and says who is meant and who there is', async () => {
    const { config } = await openWorkspace(await workspaceWith(`${anna}  - {id: lena, name: Lena Maurer}\n`));
    expect(requirePerson(config, 'lena').name).toBe('Lena Maurer');
    const hint = (id: string) => {
      try {
        return requirePerson(config, id).id;
      } catch (error) {
        return error instanceof KnownError ? `${error.code} ${error.hint}` : error;
      }
    };
    expect(hint('ana')).toBe('person.unknown Did you mean "anna"? Choose one of: anna, lena.');
    expect(hint('Lena Maurer')).toBe('person.unknown Did you mean "lena"? Choose one of: anna, lena.');
    expect(hint('zacharias')).toBe('person.unknown Choose one of: anna, lena.');
  });

  it('shows lines to paste where there is nobody yet, and they are sound', async () => {
    const { config } = await openWorkspace(await workspaceWith(''));
    const error = (() => {
      try {
        return requirePerson(config, 'anna');
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toMatchObject({ code: 'person.none', exitCode: 2 });
    const dir = await temporaryFolder();
    const pasted = (error as KnownError).hint?.split('\n').slice(1).join('\n');
    await writeFile(join(dir, 'lastpost.yaml'), `${head}${pasted}\n`);
    expect((await openWorkspace(dir)).config.people).toMatchObject([{ id: 'anna', roles: ['brand'] }]);
  });
});
