import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import { dnsStep } from '../../src/steps/dns.ts';
import { askNameServer } from '../../src/steps/names/ask-name-server.ts';
import { type DnsAnswer, startDnsServer } from '../support/dns-server.ts';
import { stepContext } from '../support/step-context.ts';

const long = `v=spf1 ${'include:mail.example.org '.repeat(20)}-all`;

const zone: Readonly<Record<string, DnsAnswer>> = {
  'A www.example.org': ['192.0.2.7', '192.0.2.8'],
  'AAAA www.example.org': ['2001:0db8:0000:0000:0000:0000:0000:0001'],
  'CNAME old.example.org': ['www.example.org'],
  'TXT example.org': [long, 'site-verification=7'],
  'MX example.org': ['10 mail.example.org', '20 mail2.example.org'],
  'NS example.org': ['ns1.example.org', 'ns2.example.org'],
  'TXT _dmarc.example.org': ['v=DMARC1; p=reject'],
  'A xn--mnchen-3ya.example': ['192.0.2.9'],
  'A broken.example.org': 'SERVFAIL',
  'A refused.example.org': 'REFUSED',
};

const context = (values: JsonObject) => stepContext('dns', { with: values });

async function look(values: JsonObject, expected: unknown) {
  const { address } = await startDnsServer(zone);
  return dnsStep.probe?.(context({ server: address, expect: expected as never, ...values }));
}

describe('a look at the domain name system', () => {
  it.each([
    [{ name: 'www.example.org' }, ['192.0.2.8', '192.0.2.7'], 'done'],
    [{ name: 'WWW.Example.Org.' }, ['192.0.2.8', '192.0.2.7'], 'done'],
    [{ name: 'www.example.org' }, '192.0.2.7', 'not-done'],
    [{ name: 'www.example.org', type: 'AAAA' }, '2001:DB8::1', 'done'],
    [{ name: 'old.example.org', type: 'CNAME' }, 'WWW.example.org.', 'done'],
    [{ name: 'old.example.org', type: 'CNAME' }, 'elsewhere.example.org', 'not-done'],
    [{ name: 'example.org', type: 'TXT' }, 'site-verification=7', 'done'],
    [{ name: 'example.org', type: 'TXT' }, long, 'done'],
    [{ name: 'example.org', type: 'TXT' }, 'site-verification=8', 'not-done'],
    [{ name: 'example.org', type: 'MX' }, ['20 mail2.example.org', '10 mail.example.org.'], 'done'],
    [{ name: 'example.org', type: 'MX' }, '10 mail.example.org', 'not-done'],
    [{ name: 'example.org', type: 'NS' }, ['ns1.example.org', 'ns2.example.org'], 'done'],
    [{ name: '_dmarc.example.org', type: 'TXT' }, 'v=DMARC1; p=reject', 'done'],
    [{ name: 'münchen.example' }, '192.0.2.9', 'done'],
    [{ name: 'www.example.org' }, 'absent', 'not-done'],
    [{ name: 'www.example.org', type: 'MX' }, 'absent', 'done'],
    [{ name: 'gone.example.org' }, 'absent', 'done'],
    [{ name: 'gone.example.org' }, '192.0.2.7', 'not-done'],
  ])('finds %j to be %j: %s', async (values, expected, says) => {
    expect(await look(values, expected)).toMatchObject({ says });
  });

  it.each(['broken', 'refused'])('takes an answer that is none for no proof of absence: %s', async (name) => {
    const looked = await look({ name: `${name}.example.org` }, 'absent');
    expect(looked).toEqual({
      says: 'cannot-tell',
      because: expect.stringMatching(/^The name server 127\.0\.0\.1:\d+ did/),
    });
  });

  it('cannot tell when nobody listens', async () => {
    const values = { name: 'www.example.org', server: '127.0.0.1:1', expect: 'absent' };
    expect(await dnsStep.probe?.(context(values))).toMatchObject({ says: 'cannot-tell' });
  });

  it('takes a name server that says nothing for no proof of absence', async () => {
    const { address: server, questions } = await startDnsServer({ 'A www.example.org': 'silence' });
    const question = { name: 'www.example.org', type: 'A', server } as const;
    await expect(askNameServer(question, new AbortController().signal, 100)).rejects.toMatchObject({
      code: 'dns.no-answer',
      message: expect.stringMatching(/did not answer for the A records of www\.example\.org \(ETIMEOUT\)/),
    });
    expect(questions).toEqual(['A www.example.org', 'A www.example.org']);
  });

  it('finds a name server by its name, and says when there is none of that name', async () => {
    const { address } = await startDnsServer(zone);
    const values = { name: 'gone.example.org', expect: 'absent' };
    const server = address.replace('127.0.0.1', 'localhost');
    expect(await dnsStep.probe?.(context({ ...values, server }))).toMatchObject({ says: 'done' });
    const looked = await dnsStep.probe?.(context({ ...values, server: 'no-such-host.invalid' }));
    expect(looked).toMatchObject({ says: 'cannot-tell', because: expect.stringContaining('no-such-host.invalid') });
  });

  it('cannot expect that there is nothing and something', async () => {
    expect(await look({ name: 'www.example.org' }, ['absent', '192.0.2.7'])).toMatchObject({ says: 'cannot-tell' });
    expect(await look({ name: 'www.example.org' }, [])).toMatchObject({ says: 'cannot-tell' });
  });
});

describe('a step that asks the domain name system', () => {
  it('has the records as its outputs, and asks once', async () => {
    const { address, questions } = await startDnsServer(zone);
    const values = { name: 'example.org', type: 'MX', server: address };
    const expected = ['20 mail2.example.org', '10 mail.example.org'];
    expect(await dnsStep.execute?.(context({ ...values, expect: expected }))).toEqual({
      kind: 'succeeded',
      outputs: { name: 'example.org', type: 'MX', records: ['10 mail.example.org', '20 mail2.example.org'] },
    });
    expect(questions).toEqual(['MX example.org']);
  });

  it('may be asked again when it is not as expected, or nobody answered', async () => {
    const { address } = await startDnsServer(zone);
    const values = { server: address, expect: 'absent' };
    expect(await dnsStep.execute?.(context({ ...values, name: 'www.example.org' }))).toMatchObject({
      error: {
        code: 'dns.unexpected',
        message: 'www.example.org has A 192.0.2.7, 192.0.2.8.',
        isRetryable: true,
      },
    });
    expect(await dnsStep.execute?.(context({ ...values, name: 'broken.example.org' }))).toMatchObject({
      error: { code: 'dns.no-answer', isRetryable: true },
    });
  });
});
