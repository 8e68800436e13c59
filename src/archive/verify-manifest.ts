import type { Report } from './verify-findings.ts';
import { parseObject } from './verify-lines.ts';
import { parseDigest } from './warc-read-digest.ts';

/** What was found when a file of the WACZ was read. */
export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly software: string | null;
  readonly resources: readonly Resource[];
  /** It says that it completes other WACZs, as Browsertrix does when it leaves out what they have. */
  readonly needsOthers: boolean;
}

export interface Resource {
  readonly path: string;
  readonly bytes: unknown;
  readonly hash: unknown;
}

const FILE = 'datapackage.json';
const UNLISTED = new Set([FILE, 'datapackage-digest.json']);
const VERSIONS = new Set(['1.0.0', '1.1.0', '1.1.1', '1.2.0']);

/** Reads datapackage.json and reports what WACZ 1.1.1 or Data Package does not allow. */
export function readManifest(text: string | undefined, report: Report): Manifest {
  const place = { file: FILE, offset: 0 };
  const json = text === undefined ? undefined : parseObject(text);
  if (json === undefined) {
    const message = text === undefined ? 'There is no datapackage.json.' : 'datapackage.json is no JSON object.';
    report('wacz.datapackage', { file: FILE, offset: text === undefined ? null : 0 }, message);
    return { software: null, resources: [], needsOthers: false };
  }
  if (json.profile !== 'data-package') report('wacz.profile', place, 'The profile must be "data-package".');
  if (typeof json.wacz_version !== 'string' || !VERSIONS.has(json.wacz_version)) {
    report('wacz.version', place, `The wacz_version must be one of ${[...VERSIONS].join(', ')}.`);
  }
  if (!Array.isArray(json.resources)) report('wacz.resource', place, 'There is no list of resources.');
  const items: readonly unknown[] = Array.isArray(json.resources) ? json.resources : [];
  const resources = items.flatMap((item, index) => readResource(item, index, report) ?? []);
  const { requires } = objectOf(json.relation);
  const needsOthers = Array.isArray(requires) && requires.length > 0;
  return { software: typeof json.software === 'string' ? json.software : null, resources, needsOthers };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...(typeof value === 'object' ? value : undefined) };
}

function readResource(item: unknown, index: number, report: Report): Resource | undefined {
  const place = { file: FILE, offset: 0, record: `resource ${index}` };
  const { name, path, bytes, hash } = objectOf(item);
  if (typeof path !== 'string') {
    report('wacz.resource', place, 'A resource has no path.');
    return undefined;
  }
  if (typeof name !== 'string' || !/^[-a-z0-9._/]+$/.test(name)) {
    report('wacz.resource-name', place, 'The name of a resource may have only a-z, 0-9 and . _ - /.');
  }
  return { path, bytes, hash };
}

/** Holds the manifest against the files: every file listed, once, with its true size and hash, and no other. */
export function checkResources(manifest: Manifest, files: ReadonlyMap<string, FileFacts>, report: Report): void {
  const listed = new Set<string>();
  for (const { path, bytes, hash } of manifest.resources) {
    const place = { file: path, offset: 0 };
    if (listed.has(path)) report('wacz.resource', place, 'datapackage.json lists this file twice.');
    listed.add(path);
    const found = files.get(path);
    if (found === undefined) {
      report(
        'wacz.missing',
        { file: path, offset: null },
        'datapackage.json lists this file, and it is not there or cannot be read.',
      );
      continue;
    }
    if (bytes !== found.bytes)
      report('wacz.bytes', place, `datapackage.json says ${String(bytes)} bytes, the file has ${found.bytes}.`);
    if (!isSha256(hash, found.sha256)) {
      report('wacz.hash', place, `The file hashes to sha256:${found.sha256}, datapackage.json says otherwise.`);
    }
  }
  for (const path of files.keys()) {
    if (!listed.has(path) && !UNLISTED.has(path)) {
      report('wacz.unlisted', { file: path, offset: 0 }, 'datapackage.json does not list this file.');
    }
  }
}

/** True if `text` is a labelled SHA-256 of this value. */
export function isSha256(text: unknown, hex: string): boolean {
  const digest = typeof text === 'string' ? parseDigest(text) : undefined;
  return digest?.algorithm === 'sha256' && digest.hex === hex;
}

const FOLDERS: readonly (readonly [folder: string, allowed: RegExp])[] = [
  ['archive/', /^archive\/[^/]+\.warc(\.gz)?$/],
  ['indexes/', /^indexes\/[^/]+\.(cdxj?|cdxj?\.gz|idx)$/],
  ['pages/', /^pages\/[^/]+\.jsonl$/],
];

/** Reports files that do not belong where they are, and those that every WACZ must have. */
export function checkLayout(paths: readonly string[], report: Report): void {
  for (const path of paths) {
    const folder = FOLDERS.find(([prefix]) => path.startsWith(prefix));
    if (folder === undefined || path === folder[0] || folder[1].test(path)) continue;
    report('wacz.foreign-file', { file: path, offset: 0 }, `${folder[0]} may hold only what WACZ puts there.`);
  }
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (!has(/^archive\/[^/]+\.warc(\.gz)?$/))
    report('wacz.no-archive', { file: '', offset: null }, 'There is no WARC file in archive/.');
  if (!has(/^indexes\/[^/]+\.cdxj?(\.gz)?$/))
    report('wacz.no-index', { file: '', offset: null }, 'There is no index in indexes/.');
  if (!paths.includes('pages/pages.jsonl'))
    report('wacz.no-pages', { file: '', offset: null }, 'There is no pages/pages.jsonl.');
}
