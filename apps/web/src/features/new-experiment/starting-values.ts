import { exampleExperiment } from '@kindred/client/experiment-text';

/** What a method needs to be told, at the scale of the first experiment; the rest has defaults. */
const modest: Record<string, object> = {
  lotteryTicket: { epochs: 0.5, maxLearningRate: 0.1 },
  fge: { members: 2, cycleEpochs: 0.5 },
  horizontalVoting: { members: 2, epochs: 0.5, learningRate: 0.001 },
  dense: { members: 2, epochs: 2 },
  dropout: { epochs: 2 },
  ltr: { members: 2, epochs: 1, rewindEpochs: 0.25 },
  edst: { explorationEpochs: 1, refinementEpochs: 0.5 },
  treeNet: { epochs: 2 },
  batchEnsemble: { epochs: 2 },
  mimo: { epochs: 2 },
};

/** What stands in the form when a method is chosen: as in the first experiment, where that has it. */
export function startingValues(method: string): object {
  const example = exampleExperiment.ensembles.find((ensemble) => method in ensemble);
  return (example as Record<string, object> | undefined)?.[method] ?? modest[method] ?? {};
}
