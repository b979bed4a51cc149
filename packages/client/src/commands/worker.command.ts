import { KindredError } from '../kindred-error.ts';
import { defineCommand } from './command.ts';

/** Only for the help: a checkout has the worker itself, and starts it before this is asked. */
export const worker = defineCommand({
  name: 'worker',
  summary: 'computes on this machine what is asked for elsewhere, from a checkout of Kindred',
  operands: [],
  options: {
    database: {
      type: 'string',
      value: 'url',
      help: 'the PostgreSQL of the others, postgres://user:password@host:port/name',
    },
    store: {
      type: 'string',
      value: 'place',
      help: 'their artifacts: a folder as it is called here, or s3://bucket/prefix',
    },
    label: {
      type: 'string',
      value: 'label',
      help: 'what this machine has and others may not, such as gpu; may come again',
    },
    data: { type: 'string', value: 'folder', help: 'data to train on' },
    jobs: { type: 'string', value: 'n', help: 'jobs at a time' },
    threads: { type: 'string', value: 'n', help: 'processor threads that they share' },
  },
  async run() {
    throw new KindredError(
      'UNAVAILABLE',
      'A worker is more than this package: fetch Kindred itself, and run npm run kindred -- worker there.',
    );
  },
});
