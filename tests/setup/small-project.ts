import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** A checkout in small: our real scripts, real npm and real TypeScript, and packages that need no network. */
export interface SmallProject {
  readonly root: string;
  /** First on PATH. */
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
  write(path: string, content: string): Promise<void>;
  read(path: string): Promise<string>;
  start(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Started;
  setup(env?: NodeJS.ProcessEnv): Promise<Ended>;
  remove(): Promise<void>;
}

const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    types: [],
    lib: ['es2023'],
    skipLibCheck: true,
    noEmitOnError: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
};

// The real search is the crawl's own and tested there; this one looks for the same name on the same PATH.
const findChromium = `// @ts-nocheck: there are no Node types in this small project
import { existsSync } from 'node:fs';
export async function findChromium(chosen, env) {
  const wanted = chosen ?? env.LASTPOST_BROWSER;
  const places = wanted ? [wanted] : env.PATH.split(':').map((folder) => folder + '/small-chromium');
  const path = places.find((place) => existsSync(place));
  if (path) return { path, version: '156.0', source: 'system' };
  const message = wanted ? 'There is no program at ' + wanted + '.' : 'No browser.';
  throw Object.assign(new Error(message), { code: 'browser.not-found' });
}
`;

const packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  typescript: {
    // The real compiler of this checkout; slow on request, so that a test can interrupt it.
    'bin/tsc': `
      const { existsSync, writeFileSync } = require('node:fs');
      writeFileSync('.cache/tsc.pid', String(process.pid));
      const go = () => existsSync('hold-tsc') ? setTimeout(go, 50) : require(${JSON.stringify(join(checkout, 'node_modules/typescript/bin/tsc'))});
      go();`,
  },
  // Starts only after "compiling", as the real one does where no ready-made binary can be had.
  'better-sqlite3': {
    'index.js': `require('./build/addon.js'); module.exports = class { close() {} };`,
    'compile.js': `require('node:fs').mkdirSync('build', { recursive: true }); require('node:fs').writeFileSync('build/addon.js', '');`,
  },
  'playwright-core': { 'cli.js': `console.error('getaddrinfo ENOTFOUND'); process.exit(1);` },
};

export async function makeSmallProject(): Promise<SmallProject> {
  const project = projectAt(await mkdtemp(join(tmpdir(), 'lastpost-setup-')));
  await cp(join(checkout, 'scripts'), join(project.root, 'scripts'), { recursive: true });
  await cp(join(checkout, '.ci'), join(project.root, '.ci'), { recursive: true });
  for (const [path, content] of Object.entries(files())) await project.write(path, content);
  return project;
}

/** Another one just like `project`, as it stands now. */
export async function copyOf(project: SmallProject): Promise<SmallProject> {
  const root = await mkdtemp(join(tmpdir(), 'lastpost-setup-'));
  await cp(project.root, root, { recursive: true, verbatimSymlinks: true });
  return projectAt(root);
}

function projectAt(root: string): SmallProject {
  const bin = join(root, 'bin');
  const env = environment(bin);
  const start: SmallProject['start'] = (command, args, more = {}) => run(command, args, root, { ...env, ...more });
  return {
    root,
    bin,
    env,
    async write(path, content) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content, { mode: 0o755 });
    },
    read: (path) => readFile(join(root, path), 'utf8'),
    start,
    setup: (more) => start(process.execPath, ['scripts/setup.mjs'], more).ended,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Without what the npm around this test run would hand down, and without the network. */
function environment(bin: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^LASTPOST_|^CI$/.test(name));
  return {
    ...Object.fromEntries(inherited),
    npm_config_offline: 'true',
    PATH: [bin, process.env.PATH].join(delimiter),
  };
}

function files(): Record<string, string> {
  const content: Record<string, string> = {
    'package.json': manifest(),
    'package-lock.json': lock(),
    'tsconfig.json': JSON.stringify(tsconfig),
    'tsconfig.build.json': JSON.stringify({ extends: './tsconfig.json' }),
    'src/crawl/find-chromium.ts': findChromium,
    'src/hello.ts': `export const hello = 'one';\n`,
    'bin/small-chromium': '#!/bin/sh\necho Chromium 156.0\n',
  };
  for (const [name, own] of Object.entries(packages)) {
    const scripts = name === 'better-sqlite3' ? { 'build-release': 'node compile.js' } : {};
    content[`packages/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', scripts });
    for (const [path, text] of Object.entries(own)) content[`packages/${name}/${path}`] = text;
  }
  return content;
}

function dependencies(): Record<string, string> {
  return Object.fromEntries(Object.keys(packages).map((name) => [name, `file:packages/${name}`]));
}

function manifest(): string {
  const scripts = { pretest: 'node scripts/setup.mjs', test: `echo "3 passed, 0 failed"` };
  return JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', scripts, dependencies: dependencies() });
}

function lock(): string {
  const entries = Object.keys(packages).flatMap((name) => [
    [`node_modules/${name}`, { resolved: `packages/${name}`, link: true }],
    [`packages/${name}`, { version: '1.0.0' }],
  ]);
  const own = { name: 'small', version: '1.0.0', dependencies: dependencies() };
  return JSON.stringify({
    name: 'small',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': own, ...Object.fromEntries(entries) },
  });
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Started {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr, tookMs: performance.now() - startedAt }));
  });
  return { pid: child.pid ?? 0, ended, kill: (signal) => void child.kill(signal) };
}
