import { inflateSync } from 'node:zlib';

/**
 * What is written on the pages of a PDF as Chromium prints it, page by page, in the order in which it is drawn; its blanks are
 * not those of the text. Fonts are read by their ToUnicode maps. @see ISO 32000-1, 9.10.3
 */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const objects = new Map<string, string>();
  for (const [, id = '', object = ''] of Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)endobj/g)) {
    objects.set(id, object);
  }
  const contents = (id: string | undefined): string => streamOf(objects.get(id ?? '') ?? '');
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(object));
  return pages.map((page) => {
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    const listed = /\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
    for (const [, name = '', id = ''] of listed.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, letters(contents(/\/ToUnicode (\d+)/.exec(objects.get(id) ?? '')?.[1])));
    }
    return textOf(contents(/\/Contents (\d+)/.exec(page)?.[1]), fonts);
  });
}

function streamOf(object: string): string {
  const data = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1] ?? '';
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]|<[0-9A-Fa-f]*>) ?T[jJ]/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9A-Fa-f]*)>/g)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font.get(Number.parseInt(glyph, 16)) ?? '\ufffd';
    }
  }
  return text;
}

/** Which letters a glyph stands for. */
function letters(map: string): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  const unicode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', hex = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      known.set(Number.parseInt(glyph, 16), unicode(hex));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      const first = Number.parseInt(from, 16);
      for (let at = first; at <= Number.parseInt(to, 16); at += 1) {
        known.set(at, String.fromCharCode(Number.parseInt(hex, 16) + at - first));
      }
    }
  }
  return known;
}
