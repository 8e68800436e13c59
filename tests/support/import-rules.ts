import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const doors = ['cli', 'web'];
const rooms = [
  'archive',
  'channels',
  'crawl',
  'demo-brand',
  'drafts',
  'footprint',
  'playbooks',
  'posts',
  'replay',
  'runs',
  'schedules',
  'steps',
  'storage',
  'vault',
  'workspace',
];
const folders = [...doors, 'journeys', ...rooms, 'model', 'base'];

/** Every package that src/ may import, with the folders that may. None: it is only ever resolved, never imported. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@actions/expressions': ['playbooks'],
  '@aws-sdk/client-s3': ['vault'],
  '@dagrejs/dagre': ['playbooks'],
  '@ipld/car': ['channels'],
  '@ipld/dag-cbor': ['channels'],
  '@napi-rs/keyring': ['workspace'],
  '@peculiar/asn1-cms': ['vault'],
  '@peculiar/asn1-schema': ['vault'],
  '@peculiar/asn1-tsp': ['vault'],
  '@peculiar/asn1-x509': ['vault'],
  'age-encryption': ['vault'],
  archiver: ['archive'],
  asn1js: ['vault'],
  'better-sqlite3': ['storage'],
  cheerio: ['channels'],
  commander: ['cli'],
  croner: ['schedules'],
  'csv-parse': ['channels'],
  'csv-stringify': ['posts', 'drafts'],
  diff: ['runs', 'playbooks', 'replay'],
  docx: ['drafts'],
  htmlparser2: ['channels', 'crawl', 'replay'],
  ics: ['runs', 'drafts'],
  kysely: ['storage'],
  liquidjs: ['drafts'],
  mammoth: ['drafts'],
  marked: ['drafts'],
  minisearch: ['posts'],
  mjml: ['drafts'],
  multiformats: ['channels'],
  'node-diff3': ['drafts'],
  nodemailer: ['steps', 'drafts'],
  'p-limit': ['crawl'],
  pixelmatch: ['replay'],
  'playwright-core': ['crawl'],
  pngjs: ['replay'],
  'postal-mime': ['drafts'],
  qrcode: ['drafts'],
  replaywebpage: [],
  'robots-parser': ['crawl'],
  'sanitize-html': ['posts', 'drafts'],
  'temporal-polyfill': ['base'],
  turndown: ['posts'],
  'twitter-text': ['drafts'],
  unpdf: ['drafts'],
  warcio: ['archive'],
  'write-excel-file': ['posts', 'drafts'],
  ws: ['crawl'],
  yaml: ['drafts', 'playbooks', 'workspace'],
  zod: ['playbooks', 'workspace'],
};

/** The house's import rules for the tree below `root`, a path with slashes relative to the checkout (`src`). */
export function importRules(root: string): IForbiddenRuleType[] {
  return [...arrows(root), ...packageRules(root), ...shape(root)];
}

function arrows(root: string): IForbiddenRuleType[] {
  const below = (names: readonly string[]) => `^${root}/(${names.join('|')})/`;
  const mayImport = (name: string, from: string, allowed: readonly string[]): IForbiddenRuleType => ({
    name,
    severity: 'error',
    from: { path: from },
    // $1 is the folder the import stands in: what is in one folder may import each other.
    to: { path: `^${root}/`, pathNot: below(allowed) },
  });
  return [
    mayImport('doors-import-journeys-model-and-base', below(doors), ['$1', 'journeys', 'model', 'base']),
    mayImport('index-imports-journeys-model-and-base', `^${root}/index\\.ts$`, ['journeys', 'model', 'base']),
    mayImport('journeys-import-rooms-model-and-base', below(['journeys']), ['$1', ...rooms, 'model', 'base']),
    mayImport('rooms-import-model-and-base', below(rooms), ['$1', 'model', 'base']),
    mayImport('model-imports-base', below(['model']), ['$1', 'base']),
    mayImport('base-imports-nothing', below(['base']), ['$1']),
    {
      name: 'every-folder-has-its-place',
      severity: 'error',
      from: { path: `^${root}/`, pathNot: [below(folders), `^${root}/index\\.ts$`] },
      to: {},
    },
  ];
}

function packageRules(root: string): IForbiddenRuleType[] {
  const inPackage = (name: string) => `(^|/)node_modules/(@types/)?${name}/`;
  const oneFolder = Object.entries(packages).map(
    ([name, allowed]): IForbiddenRuleType => ({
      name: `${name}-has-one-folder`,
      severity: 'error',
      from: { path: `^${root}/`, ...(allowed.length > 0 && { pathNot: `^${root}/(${allowed.join('|')})/` }) },
      to: { path: inPackage(name) },
    }),
  );
  return [
    ...oneFolder,
    {
      name: 'every-package-is-listed',
      severity: 'error',
      from: { path: `^${root}/` },
      to: { path: '(^|/)node_modules/', pathNot: Object.keys(packages).map(inPackage) },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: `^${root}/` },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ];
}

function shape(root: string): IForbiddenRuleType[] {
  const from = { path: `^${root}/` };
  return [
    { name: 'no-cycles', severity: 'error', from, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { ...from, orphan: true }, to: {} },
    { name: 'everything-resolves', severity: 'error', from, to: { couldNotResolve: true } },
  ];
}

/**
 * Reads every import below `entry`, type-only and dynamic ones too, and holds them against the rules of `root`.
 * @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/api.md
 */
export async function cruiseImports(
  root: string,
  entry = root,
  options: Partial<ICruiseOptions> = {},
): Promise<ICruiseResult> {
  const { output } = await cruise(
    [entry],
    {
      validate: true,
      ruleSet: { forbidden: importRules(root) },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      ...options,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked for');
  return output;
}

/** `rule: from → to` for each broken rule, sorted. */
export function brokenRules(result: ICruiseResult, root: string): string[] {
  // Of a package only the name: which of its files is meant changes with its versions.
  const packageName = /^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/;
  const short = (path: string) => path.replace(`${root}/`, '').replace(packageName, '$1');
  const lines = result.summary.violations.map(({ rule, from, to }) =>
    from === to ? `${rule.name}: ${short(from)}` : `${rule.name}: ${short(from)} → ${short(to)}`,
  );
  return [...new Set(lines)].sort();
}
