import type { Option } from './command.ts';

export const globalOptions = {
  json: { type: 'boolean', help: 'print JSON: one document, or a line each of a list' },
  url: {
    type: 'string',
    value: 'address',
    help: 'of the API (default KINDRED_URL, else that of npm start on this machine)',
  },
  help: { type: 'boolean', help: 'print this' },
} as const satisfies Record<string, Option>;
