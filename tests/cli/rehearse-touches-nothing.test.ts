import { spawn } from 'node:child_process';
import { appendFile, readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { LAST_DAY, rehearsalWorkspace } from '../support/rehearsal-workspace.ts';
import { finished, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const preload = pathToFileURL(resolve('tests/support/watch-outside.mjs')).href;
const everyStep = resolve('tests/fixtures/playbooks/every-step.yaml');
let cwd = '';

beforeAll(async () => {
  cwd = await rehearsalWorkspace();
  const mail = 'mail: {url: "smtp://127.0.0.1:1?tls=off", from: farewell@aurora.example}\n';
  await appendFile(join(cwd, 'lastpost.yaml'), mail);
}, 300_000);

async function watched() {
  const log = join(await temporaryFolder(), 'log');
  const env = {
    WATCH_LOG: log,
    NODE_OPTIONS: `--import ${preload}`,
    LASTPOST_CHAT_WEBHOOK: 'https://127.0.0.1:1/hook',
    LASTPOST_API_TOKEN: 'token',
  };
  const seen = async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
  return { env, seen };
}

/** Each file with its bytes and when it was changed. */
async function everything(dir: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(dir, { recursive: true })).toSorted();
  const entries = names.map(async (name) => {
    const path = join(dir, name);
    const found = await stat(path);
    const bytes = found.isFile() ? sha256(await readFile(path)) : 'folder';
    return [name, `${bytes} ${found.mtimeMs}`] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('a rehearsal touches nothing', () => {
  it.each([[[]], [['--mishap', 'probe-says-alive', '--mishap', 'account-locked', '--mishap', 'press-call']]])(
    'opens no connection, asks no name, starts no program and writes no file, with every type of step %j',
    async (mishaps) => {
      const before = await everything(cwd);
      const { env, seen } = await watched();
      const inputs = ['--input', 'account=x', '--input', `last_day=${LAST_DAY}`];
      const line = ['playbook', 'rehearse', everyStep, ...inputs, ...mishaps, '--json'];
      const { code, stdout, stderr } = await runCli(line, { cwd, env });
      expect([code, stderr]).toEqual([0, '']);
      const { debrief } = JSON.parse(stdout);
      const went = debrief.steps.filter(({ state }: { state: string }) => state === 'succeeded');
      const types = new Set(went.map(({ type }: { type: string }) => type));
      for (const type of ['snapshot', 'verify', 'notify', 'http', 'dns', 'command', 'certificate', 'publish']) {
        expect(types).toContain(type);
      }
      expect(await seen()).toEqual([]);
      expect(await everything(cwd)).toEqual(before);
    },
  );

  it('would be seen if it wrote, as what does write is', async () => {
    const { env, seen } = await watched();
    const { code } = await runCli(['person', 'add', 'tom', '--name', 'Tom'], { cwd, env });
    expect(code).not.toBe(0);
    expect((await seen()).join('\n')).toMatch(/^fs\S* .*lastpost\.yaml/m);
  });

  it.each([
    ['net.Socket.connect', "import('node:http').then((m) => m.get('http://127.0.0.1:1/'))"],
    ['net.Socket.connect', "fetch('http://127.0.0.1:9999/')"],
    ['net.Socket.connect', "import('node:tls').then((m) => m.connect(1))"],
    ['dns.lookup', "import('node:dns').then((m) => m.lookup('a.example', () => 0))"],
    ['dns.promises.resolve', "import('node:dns/promises').then((m) => m.resolve('a.example'))"],
    [
      'dns.Resolver.resolveCname',
      "import('node:dns/promises').then((m) => new m.Resolver().resolveCname('a.example'))",
    ],
    ['child_process.spawn', "import('node:child_process').then((m) => m.spawn('true'))"],
    ['fs.promises.writeFile', "import('node:fs/promises').then((m) => m.writeFile('x', ''))"],
    ['fs.openSync', "import('node:fs').then((m) => m.openSync('x', 'w'))"],
    ['fs.createWriteStream', "import('node:fs').then((m) => m.createWriteStream('x'))"],
  ])('would be seen if it called %s', async (name, code) => {
    const { env, seen } = await watched();
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await finished(child);
    expect((await seen())[0]).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')} `));
  });
});
