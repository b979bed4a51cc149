import { readExperimentFile } from '../experiment-file/index.ts';
import { ExperimentDocument, type ExperimentQuery, StartExperimentDocument } from '../generated/graphql.ts';
import { defineCommand } from './command.ts';
import { followExperiment } from './follow-experiment.ts';
import { diversityTable, qualityTable } from './quality-table.ts';

type Finished = NonNullable<ExperimentQuery['experiment']>;

export const run = defineCommand({
  name: 'run',
  summary: 'starts an experiment from a file, follows it to its end, and prints what was measured',
  operands: [{ name: 'file', help: 'an experiment in YAML or JSON, as docs/examples/experiment.yaml' }],
  options: {
    detach: { type: 'boolean', help: 'only start it' },
  },
  async run([file], { detach }, { client, stderr }) {
    const input = await readExperimentFile(file!);
    const { experiment } = (await client.request(StartExperimentDocument, { input })).startExperiment;
    if (detach) return { text: experiment.id, json: [experiment] };

    stderr.write(`Started ${experiment.id}. Ctrl-C ends the watching, not the experiment.\n`);
    const { status, error } = await followExperiment(client, experiment.id, stderr);
    const answer = await client.request(ExperimentDocument, { id: experiment.id });
    const failure =
      status === 'DONE'
        ? undefined
        : `The experiment ${status.toLowerCase()}: ${error ?? 'no reason is known.'}`;
    return { text: tables(answer.experiment!), json: [answer.experiment], failure };
  },
});

/** The paper's Tables III and II, of what there is. */
function tables({ name, dataset, trainImages, testImages, seed, models, ensembles }: Finished): string {
  const networks = models.nodes.map(({ name, evaluation }) => ({ name, evaluation }));
  const diverse = ensembles.filter(({ evaluation }) => evaluation?.kl);
  return [
    `${name}: ${dataset.name}, ${trainImages} images to train on, ${testImages} to test; seed ${seed}`,
    `Networks and ensembles\n${qualityTable([...networks, ...ensembles])}`,
    ...(diverse.length > 0 ? [`Disagreement between members\n${diversityTable(diverse)}`] : []),
  ].join('\n\n');
}
