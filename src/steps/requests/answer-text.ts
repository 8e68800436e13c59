import type { StepAnswer } from './send-request.ts';

/** The body as text: in the charset of its header, its byte order mark or its `meta`, else UTF-8. */
export function answerText({ body, contentType }: Pick<StepAnswer, 'body' | 'contentType'>): string {
  return decoder(markOf(body) ?? charsetIn(contentType ?? '') ?? charsetIn(beginning(body)) ?? 'utf-8').decode(body);
}

/** Whether a reader would find `wanted` in it: runs of white space count as one, and `ü` is `ü` however it is put together. */
export function holdsText(text: string, wanted: string): boolean {
  return plain(text).includes(plain(wanted));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function beginning(body: Uint8Array): string {
  return Buffer.from(body.subarray(0, 1024)).toString('latin1');
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(text)?.[1];
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
