import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import { commandStep } from '../../src/steps/command.ts';
import { type ContextParts, noPorts, stepContext } from '../support/step-context.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const context = (values: JsonObject, parts: ContextParts = {}) => stepContext('command', { with: values, ...parts });
const run = async (values: JsonObject, parts?: ContextParts) => commandStep.execute?.(context(values, parts));
/** The steps run no shell; what they run here may be one. */
const shell = (script: string, more: JsonObject = {}) => ({ run: 'sh', args: ['-c', script], ...more });

async function outputsOf(values: JsonObject, parts?: ContextParts): Promise<JsonObject> {
  const result = await run(values, parts);
  if (result?.kind === 'succeeded') return result.outputs;
  throw new Error(JSON.stringify(result));
}

async function isAlive(pid: number): Promise<boolean> {
  // In a container nobody may collect what has ended: a zombie is none that lives.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) Z /.test(stat);
}

describe('a command', () => {
  it('gets its arguments one by one, with no shell between', async () => {
    const args = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', '$HOME', 'a  b', '"*"', 7, true];
    const { stdout_tail, exit } = await outputsOf({ run: process.execPath, args });
    expect(exit).toBe(0);
    expect(JSON.parse(String(stdout_tail))).toEqual(['$HOME', 'a  b', '"*"', '7', 'true']);
  });

  it('has the environment that it is given, and of ours nothing but what the workspace hands on', async () => {
    const environment = { PATH: process.env.PATH ?? '', LANG: 'C' };
    process.env.LASTPOST_TEST_SECRET = 'must stay here';
    const values = shell('env', { env: { BRAND: 'Aurora', COUNT: 3, LANG: 'de_DE.UTF-8' } });
    const { stdout_tail } = await outputsOf(values, { ports: { ...noPorts, environment } });
    delete process.env.LASTPOST_TEST_SECRET;
    const names = String(stdout_tail)
      .trim()
      .split('\n')
      .filter((line) => !/^(PWD|OLDPWD|SHLVL|_)=/.test(line));
    expect(names.sort()).toEqual(['BRAND=Aurora', 'COUNT=3', 'LANG=de_DE.UTF-8', `PATH=${environment.PATH}`]);
  });

  it('begins in the folder of the workspace or below it, and nowhere else', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'site'));
    const ports = { ports: { folder } };
    expect((await outputsOf(shell('pwd'), ports)).stdout_tail).toBe(`${folder}\n`);
    expect((await outputsOf(shell('pwd', { folder: 'site' }), ports)).stdout_tail).toBe(`${folder}/site\n`);
    for (const out of ['..', '/etc', 'site/../..']) {
      expect(await run(shell('pwd', { folder: out }), ports)).toMatchObject({ error: { code: 'step.bad-value' } });
    }
  });

  it('keeps the beginning and the end of a long output, and the digest of all of it', async () => {
    const outputs = await outputsOf({
      run: process.execPath,
      args: ['-e', `process.stdout.write('<' + 'ä'.repeat(500_000) + '>'); process.stderr.write('short')`],
    });
    const whole = `<${'ä'.repeat(500_000)}>`;
    expect(String(outputs.stdout_head)).toMatch(/^<ä{7000,7999}$/);
    expect(String(outputs.stdout_tail)).toMatch(/^ä{7000,7999}>$/);
    expect(outputs).toMatchObject({ stderr_head: '', stderr_tail: 'short', sha256: sha256(whole) });
    expect(outputs.seconds).toBeGreaterThanOrEqual(0);
  });

  it('lets no secret out, wherever it stands in the output and in whatever form', async () => {
    const secret = 'correct horse/battery"staple';
    const parts = { secrets: { TOKEN: secret } };
    const script = `
      const s = process.env.TOKEN;
      const forms = [s, encodeURIComponent(s), JSON.stringify(s), Buffer.from(s).toString('base64')];
      console.log(forms.join(' '), s.repeat(2000), s, 'x'.repeat(7985) + s + 'y'.repeat(7985));
      for (let at = 0; at < 60; at += 1) console.error('.'.repeat(at) + s);
      console.error('z'.repeat(8_010) + s + s);`;
    const values = { run: process.execPath, args: ['-e', script], env: { TOKEN: '⟦secret:TOKEN⟧' } };
    const outputs = await outputsOf(values, parts);
    expect(JSON.stringify(outputs)).not.toMatch(/correct|horse|battery|staple|Y29ycmVjd/);
    expect(String(outputs.stdout_head)).toContain('⟦secret:TOKEN⟧');
    const failing = { ...values, args: ['-e', 'throw new Error(process.env.TOKEN)'] };
    expect(JSON.stringify(await run(failing, parts))).not.toMatch(/correct|horse|battery|staple/);
    const told = [
      await run({ run: '⟦secret:TOKEN⟧' }, parts),
      await run({ run: 'true', args: ['⟦secret:TOKEN⟧\u0000'] }, parts),
      commandStep.target({ run: 'curl', args: ['⟦secret:TOKEN⟧'] }, context({}).step),
    ];
    expect(JSON.stringify(told)).not.toMatch(/correct|horse/);
    expect(told[2]).toBe('curl ⟦secret:TOKEN⟧');
  });

  it('fails with its exit code and its last words', async () => {
    expect(await run(shell('echo Nothing to do >&2; exit 3'))).toEqual({
      kind: 'failed',
      error: {
        code: 'command.failed',
        message: 'sh -c "echo Nothing to do >&2; exit 3" ended with 3, not with 0. Its last words: Nothing to do',
        hint: null,
        isRetryable: false,
      },
    });
    expect(await run(shell('exit 3', { expect_exit: [0, 3] }))).toMatchObject({ outputs: { exit: 3 } });
    expect(await run(shell('kill -9 $$', { idempotent: true }))).toMatchObject({
      error: { message: expect.stringContaining('was ended by SIGKILL'), isRetryable: true },
    });
  });

  it('is named when it is no program, or none that can be run', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'notes.txt'), 'no program');
    expect(await run({ run: 'no-such-program' })).toMatchObject({
      error: { code: 'command.not-found', message: expect.stringContaining('no-such-program'), isRetryable: false },
    });
    expect(await run({ run: './notes.txt' }, { ports: { folder } })).toMatchObject({
      error: { code: 'command.cannot-run', message: 'The program ./notes.txt cannot be run (EACCES).' },
    });
  });

  it('is ended with all that it started when its time is up, also when they do not want to', async () => {
    const folder = await temporaryFolder();
    const stubborn = `trap '' TERM; sleep 60 & echo $! > child; echo $$ > own; wait`;
    const began = performance.now();
    const result = await run(shell(stubborn, { timeout: '300ms' }), { ports: { folder } });
    expect(result).toMatchObject({ error: { code: 'command.timeout', isRetryable: false } });
    expect(performance.now() - began).toBeLessThan(6000);
    for (const name of ['own', 'child']) {
      expect(await isAlive(Number(await readFile(join(folder, name), 'utf8'))), name).toBe(false);
    }
  });

  it('is ended when the run is stopped, and is not tried again unless that does no harm', async () => {
    for (const idempotent of [true, false]) {
      const controller = new AbortController();
      const running = run(shell('sleep 60 & wait', { idempotent }), { signal: controller.signal });
      await sleep(100);
      controller.abort();
      expect(await running).toMatchObject({ error: { code: 'step.interrupted', isRetryable: idempotent } });
    }
  });

  it('does not wait for what it left behind', async () => {
    const folder = await temporaryFolder();
    const began = performance.now();
    const { stdout_tail } = await outputsOf(shell('sleep 20 & echo $! > child; echo done'), { ports: { folder } });
    expect(stdout_tail).toBe('done\n');
    expect(performance.now() - began).toBeLessThan(5000);
    process.kill(Number(await readFile(join(folder, 'child'), 'utf8')));
  });

  it.each([
    ['exit 0', 'done'],
    ['exit 1', 'not-done'],
    ['exit 2', 'cannot-tell'],
    ['kill -15 $$', 'cannot-tell'],
    ['sleep 60', 'cannot-tell'],
  ])('as a probe, %s says %s', async (script, says) => {
    const timeout = script === 'sleep 60' ? '400ms' : '60s';
    expect(await commandStep.probe?.(context(shell(script, { timeout })))).toMatchObject({ says });
  });

  it('as a probe cannot tell when it is not there', async () => {
    expect(await commandStep.probe?.(context({ run: 'no-such-program' }))).toMatchObject({ says: 'cannot-tell' });
  });
});
