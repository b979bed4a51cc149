import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { badInput } from '../../errors/domain-error.ts';
import type { ClassLabels, Dataset } from '../dataset.ts';
import { decodeOnce } from './decode-once.ts';
import { type FolderDescription, readFolderDescription } from './folder-description.ts';
import { openImageFile } from './image-file.ts';
import { listSplit, type SplitList } from './list-split.ts';

/** Names that a graph and a command line can say. */
const datasetName = /^[a-z0-9][\w.-]{0,63}$/i;

/** What the folder of test images may be called; the first that is there counts. */
const testSplits = ['test', 'val'];

/** One function a folder among the data, which opens it if it is a dataset of images. */
export async function findImageFolders(data: string): Promise<(() => Promise<Dataset | undefined>)[]> {
  const names = await readdir(data).catch((): string[] => []);
  return names
    .filter((name) => datasetName.test(name))
    .sort()
    .map((name) => () => openImageFolder(data, name));
}

/** Images by class, resized and cut to one size; undefined where the folder has none to test on. */
async function openImageFolder(data: string, name: string): Promise<Dataset | undefined> {
  const folder = path.join(data, name);
  const lists = await listFolder(folder);
  if (!lists) return undefined;
  const { train, test, form } = lists;
  const classes = classesOf(lists);
  if (classes < 2) throw badInput(`${folder} has one class; two are wanted at least.`);
  const { size, shorterSide, mean, std } = form;
  const counts = { train: train.files.length, test: test.files.length };
  return {
    name,
    description: describe(form, counts),
    classes,
    height: size,
    width: size,
    channels: 3,
    trainImages: counts.train,
    testImages: counts.test,
    mean,
    std,
    shorterSide,
    async load(split, onDecoded) {
      const list = (await listFolder(folder))?.[split] ?? none;
      if (list.files.length !== counts[split])
        throw badInput(
          `${folder} has ${list.files.length} images to ${split}, and had ${counts[split]} when its worker started: start it again.`,
        );
      const file = await decodeOnce({
        folder,
        files: list.files,
        form,
        cacheFolder: path.join(data, '.decoded', name),
        name: split,
        ...(onDecoded && { onDecoded }),
      });
      return openImageFile(file, size * size * 3, toLabels(list.labels, classes));
    },
  };
}

interface FolderList {
  form: FolderDescription;
  train: SplitList;
  test: SplitList;
}

const none: SplitList = { files: [], labels: [] };

async function listFolder(folder: string): Promise<FolderList | undefined> {
  const found = await readdir(folder).catch((): string[] => []);
  const testSplit = testSplits.find((split) => found.includes(split));
  if (!testSplit) return undefined;
  const form = await readFolderDescription(folder);
  const train = (await listSplit(folder, 'train', { count: form.classes })) ?? none;
  const test = await listSplit(folder, testSplit, { count: form.classes, names: train.names });
  return test && { form, train, test };
}

function classesOf({ form, train, test }: FolderList): number {
  const highest = [...train.labels, ...test.labels].reduce((most, label) => Math.max(most, label), 0);
  return (train.names ?? test.names)?.length ?? form.classes ?? highest + 1;
}

function describe({ description, size }: FolderDescription, counts: { train: number; test: number }): string {
  const show = (count: number) => count.toLocaleString('en');
  const what = description ?? 'Images by class';
  return `${what}, ${size}×${size} in colour: ${show(counts.train)} to train on, ${show(counts.test)} to test.`;
}

const toLabels = (labels: readonly number[], classes: number): ClassLabels =>
  classes <= 256 ? Uint8Array.from(labels) : Uint16Array.from(labels);
