import { createSocket, type Socket } from 'node:dgram';

const typeNumbers: Readonly<Record<string, number>> = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 };

/** What is said to one question: records as people write them, or one of the ways in which there are none. */
export type DnsAnswer = readonly string[] | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'silence';

const codes: Readonly<Record<string, number>> = { SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

export interface NameServer {
  /** `127.0.0.1:5353` */
  readonly address: string;
  /** `A www.example.org`, in order. */
  readonly questions: readonly string[];
  /** Safe to call again. */
  close(): Promise<void>;
}

/**
 * A small name server on IPv4 or IPv6. A name with records of another type answers with none (NODATA), and a name that it does
 * not have with NXDOMAIN.
 * @param zone by `A www.example.org`
 * @param port 0 takes any free one
 * @throws the system's error when the port is taken (`EADDRINUSE`)
 * @see RFC 1035, 4.1
 */
export async function openNameServer(
  zone: Readonly<Record<string, DnsAnswer>>,
  host: string,
  port: number,
): Promise<NameServer> {
  const questions: string[] = [];
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = questionIn(query);
    const asked = `${Object.keys(typeNumbers).find((one) => typeNumbers[one] === type)} ${name}`;
    questions.push(asked);
    const isKnown = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
    const answer = zone[asked] ?? (isKnown ? [] : 'NXDOMAIN');
    if (answer !== 'silence') socket.send(reply(query.subarray(0, end), type, answer), from.port, from.address);
  });
  await bind(socket, host, port);
  let closed: Promise<void> | undefined;
  return {
    address: `${host.includes(':') ? `[${host}]` : host}:${socket.address().port}`,
    questions,
    close: () => {
      closed ??= new Promise((resolve) => socket.close(() => resolve()));
      return closed;
    },
  };
}

function bind(socket: Socket, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, () => {
      socket.off('error', reject);
      resolve();
    });
  });
}

function questionIn(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function reply(question: Buffer, type: number, answer: Exclude<DnsAnswer, 'silence'>): Buffer {
  const records = typeof answer === 'string' ? [] : answer;
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8580 | (typeof answer === 'string' ? (codes[answer] ?? 0) : 0), 2);
  head.writeUInt16BE(records.length, 6);
  // No authority and no additional records, whatever the question brought along.
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...records.map((value) => record(type, value))]);
}

function record(type: number, value: string): Buffer {
  const data = recordData(type, value);
  const head = Buffer.alloc(12);
  // The name is that of the question, at byte 12.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function recordData(type: number, value: string): Buffer {
  if (type === typeNumbers.A) return Buffer.from(value.split('.').map(Number));
  if (type === typeNumbers.AAAA)
    return Buffer.from(
      value
        .split(':')
        .map((part) => part.padStart(4, '0'))
        .join(''),
      'hex',
    );
  if (type === typeNumbers.TXT) return Buffer.concat(pieces(value).map(withLength));
  if (type !== typeNumbers.MX) return nameData(value);
  const [priority, exchange = ''] = value.split(' ');
  const number = Buffer.alloc(2);
  number.writeUInt16BE(Number(priority));
  return Buffer.concat([number, nameData(exchange)]);
}

function pieces(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) => bytes.subarray(at * 255, at * 255 + 255));
}

function withLength(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function nameData(name: string): Buffer {
  return Buffer.concat([...name.split('.').map((label) => withLength(Buffer.from(label))), Buffer.from([0])]);
}
