import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashNames } from '@kindred/core';
import type { GraphServer } from './graph-server.ts';

const folder = fileURLToPath(new URL('../../peers/postgraphile', import.meta.url));
/** The first that PostGraphile 5 is made for. */
const wantedNode = 24;

/** PostGraphile 5 on the tables themselves, with the functions of `peers/postgraphile/functions.sql`; installed when first asked. */
export const postgraphile: GraphServer = {
  start() {
    install();
    return { command: nodeCommand(), args: [join(folder, 'serve.mjs')] };
  },
  versions: () => ({ postgraphile: versionOf('postgraphile'), 'node of postgraphile': nodeVersion() }),
  query: readFileSync(join(folder, 'family.graphql'), 'utf8'),
  read: ({ model }) => ({
    name: model.name,
    // biome-ignore lint/suspicious/noExplicitAny: as the query asks.
    children: model.children.nodes.map(({ name, sibling, visualizations }: any) => ({
      name,
      sibling: sibling.name,
      // biome-ignore lint/suspicious/noExplicitAny: as the query asks.
      pictures: visualizations.nodes.map((picture: any) => {
        const { channel, rowId, activation, imageDigest, width, height } = picture;
        const { visualizationHash: hashes, siblingDistance } = picture;
        const values = hashNames.flatMap((hash) => [hashes[`${hash}Hex`], siblingDistance[hash]]);
        return [channel, rowId, activation, imageDigest, width, height, ...values];
      }),
    })),
  }),
};

function install(): void {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`PostGraphile could not be installed in ${folder}: ${stderr}`);
}

const ownNode = Number(process.versions.node.split('.')[0]) >= wantedNode;
const nodePackage = `node-${process.platform}-${process.arch}`;

/** Ours where it is new enough, else the one that came with PostGraphile. */
function nodeCommand(): string {
  const command = join(folder, 'node_modules', nodePackage, 'bin/node');
  if (ownNode) return process.execPath;
  if (existsSync(command)) return command;
  throw new Error(
    `PostGraphile wants Node ${wantedNode}, and npm has none for ${nodePackage}: run this on it.`,
  );
}

const nodeVersion = (): string => (ownNode ? process.versions.node : versionOf(nodePackage));

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
