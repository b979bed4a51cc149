import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.mjs';

// `npm test`: lint, types and every workspace's tests; last the failures again, and a line that counts them.
await prepare();
const workspaces = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(folder).map((workspace) => path.join(folder, workspace)),
);
const reports = [...workspaces, 'bench'].map((workspace) => path.join(workspace, '.turbo', 'tests.json'));
for (const report of reports) rmSync(report, { force: true });

const succeeded = run('turbo', 'run', 'lint', 'types', 'check', 'test', '--concurrency=2', '--continue');

const counts = reports.filter(existsSync).map((report) => JSON.parse(readFileSync(report, 'utf8')));
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
const [passed, failed, skipped] = [sum('numPassedTests'), sum('numFailedTests'), sum('numPendingTests')];
for (const failure of counts.flatMap(({ testResults }) => testResults.flatMap(failuresOf)))
  console.log(`\n${failure}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = succeeded && passed > 0 && failed === 0 ? 0 : 1;

function run(command, ...args) {
  const { status } = spawnSync(path.join('node_modules', '.bin', command), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** What failed in a file: its tests, or the file itself where it didn't come to them. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = path.relative('.', name);
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && tests.length === 0) return [`✗ ${file}\n${message}`];
  return tests.map((test) => `✗ ${file} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
}
