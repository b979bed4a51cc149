import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashNames } from '@kindred/core';
import type { GraphServer } from './graph-server.ts';

const main = fileURLToPath(new URL('../../../apps/api/src/main.ts', import.meta.url));
const each = (field: (hash: string) => string) => hashNames.map(field).join(' ');

/** Our API as the launcher starts it. */
export const kindred: GraphServer = {
  start: () => ({
    command: process.execPath,
    args: ['--max-semi-space-size=64', '--import', import.meta.resolve('tsx'), main],
    variables: {
      KINDRED_API_PORT: '0',
      KINDRED_ARTIFACTS: join(tmpdir(), 'kindred-bench-artifacts'),
      // One caller asks all the time.
      KINDRED_RATE_LIMIT: '1000000000',
    },
  }),
  versions: () => ({ node: process.versions.node }),
  query: `query Family($model: ID!, $layer: String!) {
    model(id: $model) { name children(first: 10) { nodes {
      name sibling { name }
      neurons(layer: $layer, first: 50) { nodes {
        channel
        visualization { id activation image { digest width height } hashes { ${each((hash) => `${hash} { hex }`)} } }
        distanceToSibling { ${each((hash) => `${hash} { bits }`)} }
      } }
    } } }
  }`,
  read: ({ model }) => ({
    name: model.name,
    // biome-ignore lint/suspicious/noExplicitAny: as the query asks.
    children: model.children.nodes.map(({ name, sibling, neurons }: any) => ({
      name,
      sibling: sibling.name,
      // biome-ignore lint/suspicious/noExplicitAny: as the query asks.
      pictures: neurons.nodes.map(({ channel, visualization, distanceToSibling }: any) => {
        const { id, activation, image, hashes } = visualization;
        const values = hashNames.flatMap((hash) => [hashes[hash].hex, distanceToSibling[hash].bits]);
        return [channel, id, activation, image.digest, image.width, image.height, ...values];
      }),
    })),
  }),
};
