import { ExperimentsDocument, type ExperimentsQuery } from '../generated/graphql.ts';
import { pages } from '../pages.ts';
import { columns } from './columns.ts';
import { defineCommand } from './command.ts';
import { wholeNumber } from './recipe-options.ts';

type Listed = ExperimentsQuery['experiments']['nodes'][number];

const largestPage = 100;

export const experiments = defineCommand({
  name: 'experiments',
  summary: 'the experiments, newest first',
  operands: [],
  options: {
    first: { type: 'string', value: 'n', help: 'how many at most', default: '20' },
  },
  async run(_operands, { first }, { client }) {
    const most = wholeNumber('first', first);
    const listed: Listed[] = [];
    const variables = { first: Math.min(most, largestPage) };
    for await (const experiment of pages(
      client,
      ExperimentsDocument,
      variables,
      (found) => found.experiments,
    )) {
      listed.push(experiment);
      if (listed.length === most) break;
    }
    const none = 'There is no experiment here yet: start one with kindred run <file>.';
    return { text: listed.length > 0 ? columns(listed.map(row)) : none, json: listed };
  },
});

function row({ id, name, status, progress, createdAt }: Listed): string[] {
  const { done, total } = progress;
  return [id, status.toLowerCase(), `${done}/${total}`, createdAt.slice(0, 16).replace('T', ' '), name];
}
