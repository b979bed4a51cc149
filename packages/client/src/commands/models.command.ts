import { type ModelFieldsFragment, ModelsDocument } from '../generated/graphql.ts';
import { pages } from '../pages.ts';
import { defineCommand } from './command.ts';
import { experimentHelp, findExperiment } from './find-experiment.ts';
import { qualityTable } from './quality-table.ts';

export const models = defineCommand({
  name: 'models',
  summary: 'the models of an experiment, with what was measured of them',
  operands: [{ name: 'experiment', help: experimentHelp }],
  options: {},
  async run([text], _values, { client }) {
    const { id, name } = await findExperiment(client, text!);
    const family: ModelFieldsFragment[] = [];
    const variables = { experiment: id, first: 100 };
    for await (const model of pages(client, ModelsDocument, variables, (found) => found.experiment?.models))
      family.push(model);
    return { text: `${name}\n${qualityTable(family)}`, json: family };
  },
});
