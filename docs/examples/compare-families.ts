// Compares two families: how good their ensembles are, and whose siblings are farther apart.
//
//   node --import tsx docs/examples/compare-families.ts [<experiment> <other experiment>]
//
// Without ids, the two newest experiments that are done. KINDRED_URL says where the graph is.
import {
  createKindredClient,
  DiversityTestDocument,
  ExperimentDocument,
  ExperimentsDocument,
  pages,
} from '@kindred/client';

const kindred = createKindredClient({ url: process.env.KINDRED_URL ?? 'http://127.0.0.1:4000/graphql' });

const given = process.argv.slice(2);
const [one, other] = given.length === 2 ? given : await newest(2);
if (!one || !other) throw new Error('There are not two experiments here that are done.');

for (const id of [one, other]) {
  const { experiment } = await kindred.request(ExperimentDocument, { id });
  console.log(experiment!.name);
  for (const { name, evaluation } of experiment!.ensembles) {
    if (!evaluation) continue;
    const { value, low, high } = evaluation.accuracy;
    console.log(`  ${name}: accuracy ${value.toFixed(4)} [${low?.toFixed(4)}, ${high?.toFixed(4)}]`);
  }
}

const variables = { experiment: one, of: 'SIBLINGS', against: 'SIBLINGS', other } as const;
const { experiment } = await kindred.request(DiversityTestDocument, variables);
const { perceptual, neurons, missing } = experiment!.diversityTest;
if (perceptual) {
  const { effect, p } = perceptual;
  console.log(
    `Siblings of the first are ${effect.value.toFixed(2)} bits farther apart, mean over ${neurons} neurons; p ${p.toFixed(4)}`,
  );
} else console.log(`There is no test: ${missing.join(', ')}.`);

/** Pages are asked for until there are enough. */
async function newest(count: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, status } of pages(
    kindred,
    ExperimentsDocument,
    { first: 20 },
    (answer) => answer.experiments,
  )) {
    if (status === 'DONE') ids.push(id);
    if (ids.length === count) break;
  }
  return ids;
}
