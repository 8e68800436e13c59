/** What an HLS playlist names, as absolute http(s) addresses, each once and in order. */
export interface HlsPlaylist {
  /** Qualities, languages, subtitles and previews: playlists themselves. */
  readonly playlists: readonly string[];
  /** Segments, their opening bytes and keys. */
  readonly parts: readonly string[];
  /** More will be added to it as time goes by. */
  readonly isLive: boolean;
}

const playlistTags = new Set(['EXT-X-MEDIA', 'EXT-X-I-FRAME-STREAM-INF', 'EXT-X-IMAGE-STREAM-INF']);
const partTags = new Set(['EXT-X-KEY', 'EXT-X-SESSION-KEY', 'EXT-X-SESSION-DATA', 'EXT-X-MAP', 'EXT-X-PART']);

/**
 * Reads an HLS playlist of either kind. Byte ranges of one file are that file, once.
 * @returns undefined for text that is no playlist
 * @see RFC 8216bis-17, sections 4.1 (first line), 4.3 (variables), 4.4
 */
export function readHls(text: string, url: string): HlsPlaylist | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trimEnd() !== '#EXTM3U') return undefined;
  const reader = new HlsReader(url);
  for (const line of lines) reader.read(line.trim());
  return reader.result();
}

class HlsReader {
  readonly #url: string;
  readonly #playlists = new Set<string>();
  readonly #parts = new Set<string>();
  readonly #variables = new Map<string, string>();
  #nextIsPlaylist = false;
  #hasSegments = false;
  #hasEnd = false;

  constructor(url: string) {
    this.#url = url;
  }

  read(line: string): void {
    if (line === '') return;
    if (line.startsWith('#')) this.#readTag(line);
    else this.#readAddress(line);
  }

  #readTag(line: string): void {
    const [, tag = '', rest = ''] = /^#(EXT[A-Z0-9-]*)(?::(.*))?$/.exec(line) ?? [];
    if (tag === 'EXT-X-STREAM-INF') this.#nextIsPlaylist = true;
    if (tag === 'EXTINF' || tag === 'EXT-X-TARGETDURATION') this.#hasSegments = true;
    if (tag === 'EXT-X-ENDLIST' || (tag === 'EXT-X-PLAYLIST-TYPE' && rest === 'VOD')) this.#hasEnd = true;
    if (tag === 'EXT-X-DEFINE') this.#define(attributesOf(rest));
    const address = playlistTags.has(tag) || partTags.has(tag) ? attributesOf(rest).get('URI') : undefined;
    if (address !== undefined) this.#add(playlistTags.has(tag) ? this.#playlists : this.#parts, address);
  }

  result(): HlsPlaylist {
    const isLive = this.#hasSegments && !this.#hasEnd;
    return { playlists: [...this.#playlists], parts: [...this.#parts], isLive };
  }

  #readAddress(line: string): void {
    this.#add(this.#nextIsPlaylist ? this.#playlists : this.#parts, line);
    this.#nextIsPlaylist = false;
  }

  #define(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('NAME');
    const value = attributes.get('VALUE');
    if (name !== undefined && value !== undefined) this.#variables.set(name, value);
    const parameter = attributes.get('QUERYPARAM');
    const given = parameter === undefined ? null : new URL(this.#url).searchParams.get(parameter);
    if (parameter !== undefined && given !== null) this.#variables.set(parameter, given);
  }

  #add(where: Set<string>, address: string): void {
    const whole = address.replace(/\{\$([\w-]+)\}/g, (text, name: string) => this.#variables.get(name) ?? text);
    if (!URL.canParse(whole, this.#url)) return;
    const { href, protocol } = new URL(whole, this.#url);
    // A key of a rights management (skd:) or one that is written out (data:) is nothing to fetch.
    if (protocol === 'http:' || protocol === 'https:') where.add(href);
  }
}

/** `A="x,y",B=2` → A: x,y · B: 2 */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g);
  return new Map([...pairs].map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
}
