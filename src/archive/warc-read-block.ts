import { type RunningDigest, startDigest, wholeDigest } from './warc-read-digest.ts';
import { type FieldLines, parseFields } from './warc-read-head.ts';
import { startUnchunking } from './warc-read-unchunk.ts';

/** What is to be found out about a record's block. */
export interface BlockQuestion {
  readonly lengthBytes: number;
  /** The block begins with an HTTP head that is not part of the payload. */
  readonly isHttp: boolean;
  readonly blockAlgorithm: string | undefined;
  readonly payloadAlgorithm: string | undefined;
}

export interface BlockAnswer {
  readonly blockHex: string | undefined;
  readonly payloadHex: string | undefined;
  /** Digest of the body with the chunked transfer coding undone, where the head declares one. */
  readonly unchunkedHex: string | undefined;
  /** The HTTP head, when one was looked for and found. */
  readonly http: FieldLines | undefined;
}

export interface BlockReader {
  update(bytes: Buffer): void;
  finish(): BlockAnswer;
}

const MAX_HTTP_HEAD_BYTES = 1 << 20;

/** Digests a block that comes in any number of pieces, holding no more of it than its HTTP head. */
export function readBlock(question: BlockQuestion): BlockReader {
  let answer: BlockAnswer | undefined;
  let stream: BlockReader | undefined;
  return {
    update(bytes) {
      if (stream === undefined && bytes.length === question.lengthBytes) {
        answer = answerWhole(question, bytes);
        return;
      }
      stream ??= readBlockStream(question);
      stream.update(bytes);
    },
    finish: () => stream?.finish() ?? answer ?? answerWhole(question, Buffer.alloc(0)),
  };
}

function answerWhole(question: BlockQuestion, block: Buffer): BlockAnswer {
  const { blockAlgorithm, payloadAlgorithm } = question;
  const headEnd = question.isHttp ? httpHeadEnd(block) : 0;
  const http = question.isHttp && headEnd !== undefined ? parseFields(block.toString('latin1', 0, headEnd)) : undefined;
  const payload = block.subarray(headEnd ?? block.length);
  const blockHex = blockAlgorithm === undefined ? undefined : wholeDigest(blockAlgorithm, block);
  if (payloadAlgorithm === undefined) return { blockHex, payloadHex: undefined, unchunkedHex: undefined, http };
  const isAllPayload = payload.length === block.length && blockAlgorithm === payloadAlgorithm;
  const payloadHex = isAllPayload && blockHex !== undefined ? blockHex : wholeDigest(payloadAlgorithm, payload);
  return { blockHex, payloadHex, unchunkedHex: isChunked(http) ? unchunk(payloadAlgorithm, payload) : undefined, http };
}

function unchunk(algorithm: string, payload: Buffer): string | undefined {
  const digest = startDigest(algorithm);
  const unchunking = startUnchunking((bytes) => digest.update(bytes));
  unchunking.update(payload);
  return unchunking.isWhole() ? digest.hex() : undefined;
}

function isChunked(http: FieldLines | undefined): boolean {
  return http?.get('transfer-encoding')?.toLowerCase().includes('chunked') === true;
}

/** Length of an HTTP head with the empty line after it. */
function httpHeadEnd(block: Buffer): number | undefined {
  const crlf = block.indexOf('\r\n\r\n');
  if (crlf !== -1) return crlf + 4;
  const lf = block.indexOf('\n\n');
  return lf === -1 ? undefined : lf + 2;
}

function readBlockStream(question: BlockQuestion): BlockReader {
  const start = (algorithm: string | undefined) => (algorithm === undefined ? undefined : startDigest(algorithm));
  const [block, payload] = [start(question.blockAlgorithm), start(question.payloadAlgorithm)];
  let plain: RunningDigest | undefined;
  let unchunking: ReturnType<typeof startUnchunking> | undefined;
  let head: Buffer | undefined = question.isHttp ? Buffer.alloc(0) : undefined;
  let http: FieldLines | undefined;
  const takePayload = (bytes: Buffer) => {
    payload?.update(bytes);
    unchunking?.update(bytes);
  };
  const takeHead = (bytes: Buffer, before: Buffer) => {
    const joined = Buffer.concat([before, bytes]);
    const end = httpHeadEnd(joined);
    head = end === undefined && joined.length < MAX_HTTP_HEAD_BYTES ? joined : undefined;
    if (end === undefined) return;
    http = parseFields(joined.toString('latin1', 0, end));
    if (isChunked(http) && question.payloadAlgorithm !== undefined) {
      const digest = startDigest(question.payloadAlgorithm);
      plain = digest;
      unchunking = startUnchunking((part) => digest.update(part));
    }
    takePayload(joined.subarray(end));
  };
  return {
    update(bytes) {
      block?.update(bytes);
      if (head === undefined) takePayload(bytes);
      else takeHead(bytes, head);
    },
    finish: () => ({
      blockHex: block?.hex(),
      payloadHex: payload?.hex(),
      unchunkedHex: unchunking?.isWhole() === true ? plain?.hex() : undefined,
      http,
    }),
  };
}
