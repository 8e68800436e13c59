import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { aptInstall, canUseApt } from './apt.mjs';
import { findOnPath, nodeHeadersFolder, npmCommand } from './machine.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

// The only dependency with a binary part. Its authors offer ready-made ones on GitHub; behind many a firewall
// there is only the npm registry, and then it has to be compiled.
const PACKAGE = 'better-sqlite3';
const TRY = `new (require('${PACKAGE}'))(':memory:').close()`;

const START_AT_MOST_MS = 60_000;
const DOWNLOAD_AT_MOST_MS = 60_000;
const COMPILE_AT_MOST_MS = 30 * 60_000;

/**
 * Makes better-sqlite3 start under this Node: as it is, else downloaded ready-made, else compiled.
 * @param {import('./main.mjs').Context} context
 * @returns {Promise<string | undefined>} what was done, for the closing line
 */
export async function ensureNative(context) {
  if (readStamp(context.root).native !== undefined) return undefined;
  if (await starts(context)) return remember(context, undefined);
  const startedAt = Date.now();
  context.show(`fetching ${PACKAGE}`);
  if (await download(context)) return remember(context, `${PACKAGE} fetched (${seconds(startedAt)} s)`);
  const toolsGot = await ensureCompiler(context);
  await compile(context);
  return remember(context, `${PACKAGE} compiled${toolsGot} (${seconds(startedAt)} s)`);
}

function remember({ root }, words) {
  writeStamp(root, { native: PACKAGE });
  return words;
}

function seconds(startedAt) {
  return Math.round((Date.now() - startedAt) / 1000);
}

async function starts(context) {
  const outcome = await run(context, process.execPath, ['-e', TRY], context.root, START_AT_MOST_MS);
  return outcome.ok;
}

async function download(context) {
  const folder = packageFolder(context.root);
  const installer = findInstaller(folder);
  if (installer === undefined) return false;
  const outcome = await run(context, process.execPath, [installer], folder, DOWNLOAD_AT_MOST_MS);
  return outcome.ok && (await starts(context));
}

function packageFolder(root) {
  return join(root, 'node_modules', PACKAGE);
}

function findInstaller(folder) {
  try {
    const require = createRequire(join(folder, 'package.json'));
    return join(dirname(require.resolve('prebuild-install/package.json')), 'bin.js');
  } catch {
    return undefined;
  }
}

/** @returns {Promise<string>} what to add to the closing line, '' when nothing had to be installed */
async function ensureCompiler(context) {
  const { machine } = context;
  const missing = missingTools(machine);
  if (missing.length === 0) return '';
  if (!canUseApt(machine)) throw noCompiler(machine, missing);
  context.show(`installing ${missing.join(', ')}`);
  await aptInstall(context, missing);
  return ` after installing ${missing.join(', ')}`;
}

/**
 * Debian's names of what node-gyp needs and PATH does not have. Windows and macOS have other names for them, so there
 * we only try.
 * @param {import('./machine.mjs').Machine} machine
 */
export function missingTools({ platform, env }) {
  if (platform === 'win32') return [];
  const tools = [
    ['python3', ['python3', 'python']],
    ['make', ['make', 'gmake']],
    ['g++', ['g++', 'c++', 'clang++']],
  ];
  return tools.filter(([, names]) => !names.some((name) => findOnPath(name, env))).map(([name]) => name);
}

function noCompiler(machine, missing) {
  const debian = machine.aptGet !== undefined;
  return new SetupError(
    `${PACKAGE} has to be compiled here, because its ready-made binary could not be downloaded, and ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    {
      next: debian
        ? `Run "sudo apt-get install ${missing.join(' ')}", then the same command again.`
        : `Install ${missing.join(', ')} (on macOS: "xcode-select --install"; on Fedora: "sudo dnf install python3 make gcc-c++"), then run the same command again.`,
    },
  );
}

async function compile(context) {
  context.show(`compiling ${PACKAGE}`);
  const npm = npmCommand(context.machine);
  const headers = nodeHeadersFolder();
  // As an option and not as npm_config_nodedir: newer npm versions warn about settings they do not know.
  const options = ['--jobs=max', ...(headers ? [`--nodedir=${headers}`] : [])];
  const args = [...npm.args, 'run', 'build-release', '--', ...options];
  const outcome = await run(context, npm.command, args, packageFolder(context.root), COMPILE_AT_MOST_MS);
  if (outcome.ok && (await starts(context))) return;
  throw new SetupError(`${PACKAGE} could not be compiled: the compiler's run ${outcome.how}.`, {
    tail: outcome.tail,
    next: compileAdvice(context.machine, headers),
  });
}

function compileAdvice({ platform }, headers) {
  const whole = 'The whole output is in .cache/setup.log.';
  if (platform === 'win32')
    return `Install Visual Studio's C++ build tools and Python 3, then run the same command again. ${whole}`;
  if (headers === undefined) {
    return `Node's own headers (include/node) are missing beside this Node, and nodejs.org was perhaps not reached: install Node from nodejs.org's archive, which has them, or the package libnode-dev. ${whole}`;
  }
  return `See what the compiler missed above, then run the same command again. ${whole}`;
}

function run({ machine, signal, logFile }, command, args, cwd, timeoutMs) {
  return runCommand(command, args, { cwd, env: machine.env, logFile, signal, timeoutMs });
}
