import { badInput, DomainError } from '../errors/domain-error.ts';
import { openCifar10, openCifar100 } from './cifar.ts';
import type { Dataset, Images } from './dataset.ts';
import { emnistSubsets, openEmnist } from './emnist.ts';
import { openFashionMnist } from './fashion-mnist.ts';
import { findImageFolders } from './image-folders/open-image-folders.ts';
import { openMnist } from './mnist.ts';

export type Datasets = ReadonlyMap<string, Dataset>;

/** One function a dataset: it looks for its files, and answers undefined where they aren't. */
const openers: readonly ((folder: string) => Promise<Dataset | undefined>)[] = [
  openMnist,
  openFashionMnist,
  openCifar10,
  openCifar100,
  ...emnistSubsets.map((subset) => (folder: string) => openEmnist(folder, subset)),
];

/**
 * The datasets whose files are on this machine, by name: those known here, then every folder of images. Files are read when
 * they are wanted. One whose files can't be understood is left out, with a warning.
 * @param folder where people put data, a folder a dataset
 * @param warn default console.warn
 */
export async function openDatasets(
  folder: string,
  warn: (sentence: string) => void = console.warn,
): Promise<Datasets> {
  const leaveOut = (error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    warn(`A dataset is left out: ${error.message}`);
  };
  const all = [...(await findImageFolders(folder)), ...openers];
  const opened = await Promise.all(all.map((open) => open(folder).catch(leaveOut)));
  return new Map(opened.flatMap((dataset) => (dataset ? [[dataset.name, readOnce(dataset)]] : [])));
}

/** @throws DomainError BAD_INPUT that names those there are */
export function findDataset(datasets: Datasets, name: string): Dataset {
  const dataset = datasets.get(name);
  if (!dataset) throw badInput(`Unknown dataset "${name}": known are ${[...datasets.keys()].join(', ')}.`);
  return dataset;
}

function readOnce(dataset: Dataset): Dataset {
  const splits = new Map<string, Promise<Images>>();
  return {
    ...dataset,
    load(split, onDecoded) {
      const known = splits.get(split);
      if (known) return known;
      const loading = dataset.load(split, onDecoded);
      loading.catch(() => splits.delete(split));
      splits.set(split, loading);
      return loading;
    },
  };
}
