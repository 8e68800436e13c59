import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import type { MailSettings, PortPerson, StepPorts } from '../../src/model/run/step-ports.ts';
import { notifyStep } from '../../src/steps/notify.ts';
import { startMailServer } from '../support/mail-server.ts';
import { type ContextParts, noPorts, stepContext } from '../support/step-context.ts';
import { startTestSite } from '../support/test-site.ts';

const jana: PortPerson = { id: 'jana', name: 'Jana Öztürk', email: 'jana@aurora.example' };
const tom: PortPerson = { id: 'tom', name: 'Tom', email: 'tom@aurora.example' };
const gone: PortPerson = { id: 'lou', name: 'Lou', email: 'nobody@aurora.example' };
const mute: PortPerson = { id: 'kim', name: 'Kim', email: null };

const byName: Readonly<Record<string, readonly PortPerson[]>> = {
  jana: [jana],
  lou: [gone],
  kim: [mute],
  brand: [jana, tom],
  away: [],
};

const people = (name: string) => byName[name] ?? noPorts.people(name);

const letter = { subject: 'X closes on Monday', text: 'Dear all,\n\nthe account closes on Monday.\n' };

async function send(values: JsonObject, mail: Partial<MailSettings> | null, parts: ContextParts = {}) {
  const settings = mail && { url: '', from: 'Aurora <farewell@aurora.example>', password: null, ...mail };
  const ports: Partial<StepPorts> = { people, mail: settings };
  return notifyStep.execute?.(stepContext('notify', { with: { ...letter, ...values }, ports, ...parts }));
}

describe('a mail', () => {
  it('comes to everybody once, as plain text, with a Message-ID that stays the same', async () => {
    const { port, received } = await startMailServer();
    const settings = { url: `smtp://127.0.0.1:${port}?tls=off` };
    const first = await send({ to: ['brand', 'jana'] }, settings);
    const second = await send({ to: ['brand', 'jana'] }, settings);
    const id = /^Message-ID: (<[0-9a-f]{32}@aurora\.example>)\r$/im;
    expect(first).toEqual({
      kind: 'succeeded',
      outputs: { told: ['jana', 'tom'], message_id: id.exec(received[0]?.text ?? '')?.[1] },
    });
    expect(second).toEqual(first);
    expect(received).toHaveLength(2);
    expect(received[0]).toMatchObject({ to: ['jana@aurora.example', 'tom@aurora.example'], user: undefined });
    const [head = '', body = ''] = (received[0]?.text ?? '').split('\r\n\r\n', 2);
    for (const line of [
      'From: Aurora <farewell@aurora.example>',
      'Subject: X closes on Monday',
      'Auto-Submitted: auto-generated',
      'Content-Type: text/plain; charset=utf-8',
      'Date: Thu, 26 Nov 2026 12:00:00 +0000',
    ]) {
      expect(head.split('\r\n')).toContain(line);
    }
    expect(head).toMatch(/^To: =\?UTF-8\?.*<jana@aurora\.example>, Tom\r\n? ?<tom@aurora\.example>/m);
    expect(body).toBe('Dear all,');
  });

  it('has both languages in it where it was written in both, and one where they are the same', async () => {
    const { port, received } = await startMailServer();
    const text = { de: 'Das Konto schliesst am Montag.', en: 'The account closes on Monday.' };
    const subject = { de: 'X', en: 'X' };
    const settings = { url: `smtp://127.0.0.1:${port}?tls=off` };
    await send({ to: 'jana', text, subject }, settings);
    await send({ to: 'jana', text: { de: 'Nur auf Deutsch.' } }, settings);
    expect(received[1]?.text).toMatch(/\r\n\r\nNur auf Deutsch\.\r\n$/);
    expect(received[0]?.text).toMatch(/^Subject: X\r$/m);
    expect(received[0]?.text).toMatch(/Das Konto.*\r\n\r\n.*\r\n\r\nThe account closes/s);
  });

  it('cannot be given headers by its subject', async () => {
    const { port, received } = await startMailServer();
    const subject = 'Hello\r\nBcc: press@example.org\r\n\r\nText';
    await send({ to: 'jana', subject }, { url: `smtp://127.0.0.1:${port}?tls=off` });
    expect(received[0]?.text).not.toMatch(/^Bcc:/im);
    expect(received[0]?.to).toEqual(['jana@aurora.example']);
  });

  it('goes to a server that wants a login, and says when that is refused without the password', async () => {
    const { port, received, logins } = await startMailServer();
    const url = `smtp://lastpost%40aurora.example@127.0.0.1:${port}?tls=off`;
    expect(await send({ to: 'jana' }, { url, password: 'right' })).toMatchObject({ kind: 'succeeded' });
    expect(received[0]?.user).toBe('lastpost@aurora.example');
    const refused = await send({ to: 'jana' }, { url, password: 'hunter2' });
    expect(refused).toMatchObject({ error: { code: 'notify.login-refused', isRetryable: false } });
    expect(JSON.stringify(refused)).not.toContain('hunter2');
    expect(logins).toEqual(['lastpost@aurora.example:right', 'lastpost@aurora.example:hunter2']);
  });

  it('is not sent, nor the password, where the line cannot be encrypted', async () => {
    const plain = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const url = (port: number, scheme = 'smtp') => `${scheme}://jana@127.0.0.1:${port}`;
    const told = await send({ to: 'jana' }, { url: url(plain.port), password: 'right' });
    expect(told).toMatchObject({ error: { code: 'notify.no-tls', isRetryable: false } });
    const untrusted = await startMailServer();
    const distrusted = await send({ to: 'jana' }, { url: url(untrusted.port), password: 'right' });
    expect(distrusted).toMatchObject({
      error: { code: 'notify.no-tls', message: expect.stringMatching(/certificate/) },
    });
    const secure = await startMailServer({ secure: true });
    expect(await send({ to: 'jana' }, { url: url(secure.port, 'smtps'), password: 'right' })).toMatchObject({
      error: { code: 'notify.no-tls' },
    });
    expect([plain, untrusted, secure].flatMap(({ logins, received }) => [...logins, ...received])).toEqual([]);
  });

  it('is a failure when somebody was not reached, with their name', async () => {
    const { port, received } = await startMailServer();
    const settings = { url: `smtp://127.0.0.1:${port}?tls=off` };
    expect(await send({ to: ['jana', 'lou'] }, settings)).toMatchObject({
      error: { code: 'notify.refused', message: expect.stringContaining('lou'), isRetryable: true },
    });
    expect(received).toHaveLength(1);
    expect(await send({ to: 'lou' }, settings)).toMatchObject({
      error: { code: 'notify.refused', message: expect.stringContaining('No mailbox'), isRetryable: false },
    });
    expect(received).toHaveLength(1);
  });

  it.each([
    ['somebody has no address', { to: ['brand', 'kim'] }, 'notify.no-address', 'kim'],
    ['nobody is there', { to: 'away' }, 'notify.nobody', 'away'],
    ['nobody is called so', { to: ['jana', 'legal'] }, 'person.unknown', 'legal'],
    ['nobody is named', { to: [] }, 'step.bad-value', 'with.to'],
    ['it says nothing', { to: 'jana', text: '' }, 'step.bad-value', 'with.text'],
  ])('goes to nobody when %s', async (_, values, code, named) => {
    const { port, received } = await startMailServer();
    const result = await send(values, { url: `smtp://127.0.0.1:${port}?tls=off` });
    expect(result).toMatchObject({ error: { code, message: expect.stringContaining(named), isRetryable: false } });
    expect(received).toEqual([]);
  });

  it('says when there is no server, none that answers, and none of that name', async () => {
    expect(await send({ to: 'jana' }, null)).toMatchObject({ error: { code: 'notify.no-mail-server' } });
    expect(await send({ to: 'jana' }, { url: 'smtp://127.0.0.1:1' })).toMatchObject({
      error: {
        code: 'notify.unreachable',
        message: 'The mail server 127.0.0.1:1 cannot be reached.',
        isRetryable: true,
      },
    });
    expect(await send({ to: 'jana' }, { url: 'smtp://no-such-host.invalid:587' })).toMatchObject({
      error: { code: 'notify.no-such-host', isRetryable: true },
    });
  });

  it('ends soon when it is stopped while the server says nothing', async () => {
    const { port } = await startMailServer({ onConnect: () => undefined });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const stopped = await send({ to: 'jana' }, { url: `smtp://127.0.0.1:${port}` }, { signal: controller.signal });
    expect(stopped).toMatchObject({ error: { code: 'step.interrupted', isRetryable: true } });
  });

  it('does not carry secrets', async () => {
    const { port, received } = await startMailServer();
    const url = `smtp://127.0.0.1:${port}?tls=off`;
    const text = 'The password is ⟦secret:S⟧.';
    await send({ to: 'jana', text }, { url }, { secrets: { S: 'hunter2' } });
    expect(received).toHaveLength(1);
    expect(received[0]?.text).not.toContain('hunter2');
  });
});

describe('a webhook', () => {
  async function hook(status: number) {
    const bodies: string[] = [];
    const site = await startTestSite({
      '/hook/s3cr3t': async (request, response) => {
        let body = '';
        for await (const piece of request) body += piece;
        bodies.push(body);
        response.writeHead(status).end();
      },
    });
    onTestFinished(site.close);
    const parts = { secrets: { HOOK: site.url('/hook/s3cr3t') } };
    return { bodies, headers: () => site.headersOf.get('/hook/s3cr3t'), parts };
  }
  const tell = (values: JsonObject, parts: ContextParts) =>
    notifyStep.execute?.(stepContext('notify', { with: { webhook: '⟦secret:HOOK⟧', ...values }, ...parts }));

  it('is told in JSON, with a key that stays the same', async () => {
    const { bodies, headers, parts } = await hook(200);
    const values = { json: { text: 'X closes on Monday' } };
    expect(await tell(values, parts)).toEqual({ kind: 'succeeded', outputs: { told: [], status: 200 } });
    expect(headers()).toMatchObject({ 'idempotency-key': 'run-1/step', 'content-type': 'application/json' });
    await tell({ json: 'Just words' }, parts);
    await tell({}, parts);
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      { text: 'X closes on Monday' },
      'Just words',
      { run: 'run-1', playbook: 'leave', step: 'step' },
    ]);
  });

  it.each([
    [503, true],
    [429, true],
    [404, false],
    [302, false],
  ])('that answers %i is a failure, to be tried again: %s; its address stays secret', async (status, isRetryable) => {
    const { parts } = await hook(status);
    const result = await tell({}, parts);
    expect(result).toMatchObject({ error: { code: 'notify.refused', isRetryable } });
    expect(JSON.stringify(result)).toContain(`⟦secret:HOOK⟧ answered ${status}`);
    expect(JSON.stringify(result)).not.toContain('s3cr3t');
  });
});
