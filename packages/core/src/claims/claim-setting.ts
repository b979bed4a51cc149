import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import { membersIn } from '../methods/methods.ts';
import { epochsOf, trainedFor } from '../methods/training-taken.ts';
import type { Model } from '../models/model.entity.ts';
import type { ClaimSetting } from './claim.ts';
import { pruningWords } from './published-settings.ts';

/** Of a parent that was trained elsewhere, or isn't yet. */
const unknown = Number.NaN;

/** The setting of trained models of one family. */
export function settingOf(
  members: readonly Model[],
  family: readonly Model[],
  { data, parent, ensembles, visualize }: ExperimentConfig,
): Required<ClaimSetting> {
  const head = family.find(({ kind }) => kind === 'parent')!;
  const parentEpochs = (parent.weights ? undefined : head.training?.epochs) ?? unknown;
  const epochs = trainedFor(members, family).map((model) =>
    model === head ? parentEpochs : epochsOf(model, ensembles),
  );
  return {
    architecture: parent.architecture,
    dataset: data.name,
    trainImages: data.train,
    testImages: data.test,
    members: sum(members.map((model) => membersIn(model, ensembles))),
    pruning: pruningOf(members[0]!, ensembles),
    parentEpochs,
    tuningEpochs: members[0]!.training!.epochs,
    totalEpochs: sum(epochs),
    preset: visualize.preset,
  };
}

function pruningOf({ kind }: Model, ensembles: ExperimentConfig['ensembles']): string {
  for (const config of ensembles) {
    if (kind === 'child' && config.method === 'prune-and-tune') return pruningWords(config.pruning);
    if (kind === 'ticket' && config.method === 'lottery-ticket')
      return pruningWords({ kind: 'magnitude', sparsity: config.pruning.sparsity });
  }
  return 'none';
}

/** What a number counts, after it. */
const units: Readonly<Record<keyof ClaimSetting, string>> = {
  architecture: '',
  dataset: '',
  trainImages: ' training images',
  testImages: ' test images',
  members: ' members',
  pruning: '',
  parentEpochs: ' epochs of the parent',
  tuningEpochs: ' epochs after the parent',
  totalEpochs: ' epochs in all',
  preset: ' as the preset of pictures',
};

/** Where a setting differs from what a claim says of its own, in words: `resnet8 instead of wrn-28-10`. */
export function settingDifferences(claimed: ClaimSetting, ours: Required<ClaimSetting>): string[] {
  return (Object.keys(claimed) as (keyof ClaimSetting)[]).flatMap((field) => {
    const [wanted, here] = [claimed[field], ours[field]].map(words);
    return here === wanted ? [] : [`${here} instead of ${wanted}${units[field]}`];
  });
}

/** Epochs are sums of parts of epochs, hence two digits. */
function words(value: string | number | undefined): string {
  if (typeof value !== 'number') return String(value);
  return Number.isNaN(value) ? 'unknown' : String(Number(value.toFixed(2)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
