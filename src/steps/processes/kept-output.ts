import { createHash } from 'node:crypto';
import type { Sha256 } from '../../base/digest.ts';
import type { SecretHider } from '../secrets/hide-secrets.ts';

const KEPT_BYTES = 8000;

export interface OutputEnds {
  /** '' where all of it is in `tail`. */
  readonly head: string;
  readonly tail: string;
}

/**
 * The beginning and the end of what a program writes, in bounded memory. Secrets are taken out before anything is cut, so that
 * no half of one is left at an edge; what moves a cursor is taken out too.
 */
export class KeptOutput {
  readonly #hider: SecretHider;
  readonly #digest = createHash('sha256');
  /** An edge of so many bytes may hold a part of a secret. */
  readonly #edge: number;
  readonly #room: number;
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  #bytes = 0;

  constructor(hider: SecretHider) {
    this.#hider = hider;
    this.#edge = hider.longestBytes;
    this.#room = 2 * (KEPT_BYTES + this.#edge);
  }

  add(piece: Uint8Array): void {
    this.#digest.update(piece);
    this.#bytes += piece.length;
    if (this.#head.length < this.#room) {
      this.#head = Buffer.concat([this.#head, piece.subarray(0, this.#room - this.#head.length)]);
    }
    this.#tail = Buffer.concat([this.#tail, piece.subarray(-this.#room)]).subarray(-this.#room);
  }

  /** Of all that was written. To be asked once. */
  sha256(): Sha256 {
    return `sha256:${this.#digest.digest('hex')}`;
  }

  ends(): OutputEnds {
    if (this.#bytes <= this.#room) {
      const whole = this.#readable(this.#tail);
      if (whole.length <= 2 * KEPT_BYTES) return { head: '', tail: whole };
      return { head: cutEnd(whole), tail: cutStart(whole) };
    }
    const head = this.#readable(this.#head);
    const tail = this.#readable(this.#tail);
    // A part of a secret takes no more characters than bytes.
    return { head: cutEnd(head.slice(0, head.length - this.#edge)), tail: cutStart(tail.slice(this.#edge)) };
  }

  #readable(bytes: Buffer): string {
    const text = this.#hider.hide(new TextDecoder().decode(bytes));
    return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\u2028\u2029]/gu, '');
  }
}

/** A journal takes no half of a character: where one was cut, it goes. */
function cutEnd(text: string): string {
  return text.slice(0, KEPT_BYTES).replace(/[\ud800-\udbff]$|\ufffd+$/, '');
}

function cutStart(text: string): string {
  return text.slice(-KEPT_BYTES).replace(/^[\udc00-\udfff]|^\ufffd+/, '');
}
