import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.mjs';

// `npm test`: lint, types and every workspace's tests; last a line that counts them.
await prepare();
const workspaces = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(folder).map((workspace) => path.join(folder, workspace)),
);
const reports = [...workspaces, 'bench'].map((workspace) => path.join(workspace, '.turbo', 'tests.json'));
for (const report of reports) rmSync(report, { force: true });

const succeeded = [
  run('biome', 'check', '.'),
  run('tsc', '--noEmit'),
  run('turbo', 'run', 'check', 'test', '--concurrency=2', '--continue'),
];

const counts = reports.filter(existsSync).map((report) => JSON.parse(readFileSync(report, 'utf8')));
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
const [passed, failed, skipped] = [sum('numPassedTests'), sum('numFailedTests'), sum('numPendingTests')];
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = succeeded.every(Boolean) && passed > 0 && failed === 0 ? 0 : 1;

function run(command, ...args) {
  const { status } = spawnSync(path.join('node_modules', '.bin', command), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}
