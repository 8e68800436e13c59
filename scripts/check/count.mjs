import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [problem] what is wrong beside failed tests
 */

/**
 * Counts what vitest's JSON report says. A file that could not be loaded counts as one failure; so do a run that
 * crashed (no report), a run that executed no test, and one that ended badly though each of its tests passed.
 * @param {string} reportFile
 * @param {number} exitCode vitest's own
 * @returns {Counts}
 */
export function countTests(reportFile, exitCode) {
  const report = readReport(reportFile);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, problem: 'the test run crashed' };
  const states = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = states.filter((state) => state === 'passed').length;
  const failedTests = states.filter((state) => state === 'failed').length;
  const failed = failedTests + unloadedFiles(report);
  const skipped = states.length - passed - failedTests;
  if (passed + failed === 0) return { passed, failed: 1, skipped, problem: 'no test was executed' };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, skipped, problem: `the test run ended with ${exitCode} beside its tests` };
  }
  return { passed, failed, skipped };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Failed files without a failed test of their own: a wrong import, or a hook around the tests. */
function unloadedFiles(report) {
  return report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
}

/**
 * `12 passed, 0 failed`, with `, 1 skipped` only when there are any.
 * @param {Counts[]} parts
 */
export function closingLine(parts) {
  const sum = (what) => parts.reduce((total, part) => total + part[what], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
