import { type Check, checkAll } from './check-all.ts';
import { columns } from './columns.ts';
import { defineCommand } from './command.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'whether the API, its database, its workers and its disk are well, and what to do if not',
  operands: [],
  options: {},
  async run(_operands, _values, { client, url, apiKey }) {
    const checks = await checkAll(client, url, apiKey);
    const ill = checks.filter(({ well }) => !well).length;
    return {
      text: columns(checks.map(row)),
      json: [{ url: url.href, well: ill === 0, checks }],
      ...(ill > 0 && { failure: `${ill} of ${checks.length} checks failed.` }),
    };
  },
});

const row = ({ what, well, found }: Check) => [well ? 'ok' : 'no', what, found];
