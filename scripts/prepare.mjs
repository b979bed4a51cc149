import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldest = [20, 19];

/**
 * What has to be true before any package can be imported: a Node.js that is new enough, the dependencies of the lock file,
 * and TypeScript understood. Plain JavaScript, since it runs before all that.
 */
export async function prepare() {
  refuseOldNode();
  installDependencies();
  process.chdir(root);
  process.env.TSX_TSCONFIG_PATH = path.join(root, 'tsconfig.base.json');
  const { register } = await import('tsx/esm/api');
  register();
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(`Kindred needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json last, so one that is older than the lock file means work to do. */
function installDependencies() {
  const installed = changedAt('node_modules/.package-lock.json');
  if (installed >= changedAt('package-lock.json')) return;
  console.log('Installing the dependencies: about a minute, once.');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The dependencies could not be installed: npm says why above. Mend that and start again.');
    process.exit(1);
  }
}

function changedAt(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
