import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import { type Authority, askAuthority, type Patience } from '../../../src/vault/timestamp/ask-authority.ts';
import {
  type Behaviour,
  noOpenssl,
  type TimestampAuthority,
  timestampAuthority,
} from '../../support/timestamp-authority.ts';

const digest = sha256('what the entry says');
const nonce = new Uint8Array([0, 0x93, 1, 2, 3, 4, 5, 6]);
const once: Patience = { attempts: 1, timeoutMs: 20_000, pauseMs: 1 };

async function trusted({ url, ca }: TimestampAuthority): Promise<Authority> {
  return { url, roots: [new X509Certificate(await readFile(ca))], policy: undefined, login: undefined };
}

function ask(
  authority: Authority,
  { patience = once, madeAt = new Date(), signal = new AbortController().signal } = {},
) {
  return askAuthority(authority, { digest, madeAt, nonce }, patience, signal);
}

describe.skipIf(noOpenssl)(`asking a timestamp authority${noOpenssl ?? ''}`, () => {
  it('gets a token over the digest, and knows whose it is and when it was made', async () => {
    const tsa = await timestampAuthority();
    const before = Date.now();
    const { facts, der } = await ask(await trusted(tsa));
    expect(facts).toMatchObject({
      authority: 'CN=Time of Aurora, O=Aurora Tests',
      isTrusted: true,
      policy: '1.2.3.4.1',
    });
    expect(facts.at.getTime()).toBeGreaterThan(before - 1000);
    expect(facts.at.getTime()).toBeLessThan(Date.now() + 1000);
    expect(der.length).toBeGreaterThan(500);
    expect(tsa.requests).toEqual([{ authorization: undefined, digest: digest.slice(7), policy: '' }]);
  });

  it('asks for the policy that was named, and logs in where the authority wants it', async () => {
    const tsa = await timestampAuthority({ login: 'aurora:open sesame' });
    const login = { user: 'aurora', password: 'open sesame' };
    const named = { ...(await trusted(tsa)), policy: '1.2.3.4.2', login };
    expect((await ask(named)).facts.policy).toBe('1.2.3.4.2');
    const wrong = ask({ ...named, login: { user: 'aurora', password: 'guessed' } });
    await expect(wrong).rejects.toMatchObject({
      code: 'timestamp.denied',
      message: expect.not.stringContaining('guessed'),
    });
  });

  it('says that nothing was held against a root where none was named', async () => {
    const tsa = await timestampAuthority();
    const { facts } = await ask({ ...(await trusted(tsa)), roots: undefined });
    expect(facts.isTrusted).toBeUndefined();
  });

  it.each<readonly [Behaviour, string, string]>([
    ['html', 'timestamp.no-token', 'Please sign in'],
    ['rejected', 'timestamp.refused', 'unacceptedPolicy'],
    ['wrong imprint', 'timestamp.wrong-answer', '0707070707'],
    ['wrong nonce', 'timestamp.wrong-answer', 'nonce'],
    ['changed', 'timestamp.wrong-answer', 'what it says is not what was signed'],
    ['no certificate', 'timestamp.wrong-answer', 'certificate'],
    ['expired', 'timestamp.certificate', 'from 2021-01-01'],
    ['no purpose', 'timestamp.certificate', 'is not made for timestamps'],
    ['two purposes', 'timestamp.certificate', 'alone'],
    ['not critical', 'timestamp.certificate', 'critical'],
    ['moved', 'timestamp.refused', 'status 302'],
    ['busy', 'timestamp.unreachable', 'status 503'],
    ['cut', 'timestamp.unreachable', 'does not answer'],
  ])('does not keep an answer of the kind: %s', async (behaviour, code, words) => {
    const tsa = await timestampAuthority();
    tsa.behave = () => behaviour;
    const authority = await trusted(tsa);
    await expect(ask(authority)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
    await expect(ask(authority)).rejects.toHaveProperty('hint');
  });

  it('does not keep one of another policy than was asked for', async () => {
    const tsa = await timestampAuthority();
    tsa.behave = () => 'another policy';
    const authority = { ...(await trusted(tsa)), policy: '1.2.3.4.1' };
    await expect(ask(authority)).rejects.toMatchObject({ code: 'timestamp.wrong-answer' });
  });

  it('does not keep one that leads to a root nobody trusts', async () => {
    const [tsa, other] = [await timestampAuthority(), await timestampAuthority()];
    const authority = { ...(await trusted(tsa)), roots: (await trusted(other)).roots };
    await expect(ask(authority)).rejects.toMatchObject({ code: 'timestamp.untrusted' });
  });

  it('does not keep one that is older than what it is of', async () => {
    const tsa = await timestampAuthority();
    const madeAt = new Date(Date.now() + 3_600_000);
    await expect(ask(await trusted(tsa), { madeAt })).rejects.toMatchObject({ code: 'timestamp.clock' });
    // Two clocks are never the same to the second.
    await expect(ask(await trusted(tsa), { madeAt: new Date(Date.now() + 60_000) })).resolves.toHaveProperty('facts');
  });

  it('asks again when the authority is busy or the line was cut, and after that takes its answer', async () => {
    const tsa = await timestampAuthority();
    tsa.behave = (request) => (['busy', 'cut'] as const)[request - 1] ?? 'sound';
    const patience = { attempts: 3, timeoutMs: 20_000, pauseMs: 1 };
    expect(await ask(await trusted(tsa), { patience })).toHaveProperty('facts');
    expect(tsa.requests).toHaveLength(3);
  });

  it('does not wait for ever for one that says nothing', async () => {
    const tsa = await timestampAuthority();
    tsa.behave = () => 'silent';
    const patience = { attempts: 2, timeoutMs: 50, pauseMs: 1 };
    const asked = ask(await trusted(tsa), { patience });
    await expect(asked).rejects.toMatchObject({
      code: 'timestamp.unreachable',
      message: expect.stringContaining('0.05'),
    });
  });

  it('stops at once when it is told to', async () => {
    const tsa = await timestampAuthority();
    const control = new AbortController();
    const reason = new Error('stopped');
    tsa.behave = () => {
      control.abort(reason);
      return 'silent';
    };
    await expect(ask(await trusted(tsa), { signal: control.signal })).rejects.toBe(reason);
  });
});
