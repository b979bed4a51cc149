import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { badInput } from '../../errors/domain-error.ts';
import { type KnownClasses, labelFolders } from './label-folders.ts';

/** The images of a split by their paths within the dataset's folder, in the order of their names, and a class from 0 each. */
export interface SplitList {
  files: string[];
  labels: number[];
  /** The names of the classes, where folders have them. */
  names?: readonly string[] | undefined;
}

const mostClasses = 65_536;

const imageName = /^[^./\\][^/\\]*\.(jpe?g|png|webp)$/i;

/**
 * Lists a split: a folder a class, or one folder of images beside a file `<split>.txt`; undefined where there is neither.
 * @throws DomainError BAD_INPUT that names what is empty, missing or too much
 */
export async function listSplit(
  folder: string,
  split: string,
  classes: KnownClasses,
): Promise<SplitList | undefined> {
  const names = await readdir(path.join(folder, split)).catch(() => undefined);
  if (!names) return undefined;
  const labels = await readFile(path.join(folder, `${split}.txt`), 'utf8').catch(() => undefined);
  return labels === undefined
    ? listClasses(path.join(folder, split), split, visible(names), classes)
    : readLabels(path.join(folder, `${split}.txt`), labels, { split, present: new Set(names), classes });
}

const visible = (names: readonly string[]) => names.filter((name) => !name.startsWith('.')).sort();

async function listClasses(
  place: string,
  split: string,
  found: readonly string[],
  classes: KnownClasses,
): Promise<SplitList> {
  const { labels, names } = labelFolders(place, found, classes);
  const list: SplitList = { files: [], labels: [], names };
  for (const [name, label] of labels) {
    const images = await readdir(path.join(place, name)).catch(() => {
      throw badInput(
        `${path.join(place, name)} is no folder: ${place} holds a folder a class and nothing else, or the images that ${split}.txt beside it names.`,
      );
    });
    const own = images.filter((image) => imageName.test(image)).sort();
    if (own.length === 0)
      throw badInput(`${path.join(place, name)} has no .jpg, .jpeg, .png or .webp: a class needs an image.`);
    for (const image of own) {
      list.files.push(path.join(split, name, image));
      list.labels.push(label);
    }
  }
  return list;
}

interface Surroundings {
  split: string;
  /** Names of the images that are there. */
  present: ReadonlySet<string>;
  classes: KnownClasses;
}

/** Lines of an image's name and its class: a number from 0, in the order of the classes' names, or such a name. */
function readLabels(file: string, text: string, { split, present, classes }: Surroundings): SplitList {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const entries = lines.map((line, index) => {
    const [, name = '', label = ''] = /^(.*\S)\s+(\S+)$/.exec(line.trim()) ?? [];
    if (!imageName.test(name) || !present.has(name))
      throw badInput(
        `${file}, line ${index + 1} ("${line.slice(0, 80)}") names no image of ${split}: write its name and its class.`,
      );
    return { name, label };
  });
  const { names = [], count = names.length || mostClasses } = classes;
  const places = new Map(names.map((name, place) => [name, place]));
  const areNames = entries.every(({ label }) => places.has(label));
  const labels = entries.map(({ label }, index) => {
    const number = areNames ? places.get(label)! : Number(label);
    if (Number.isInteger(number) && number >= 0 && number < count) return number;
    throw badInput(
      `${file}, line ${index + 1} has the class "${label}": it should be a number from 0 to ${count - 1}${names.length > 0 ? ', or the name of a class' : ''}.`,
    );
  });
  return { files: entries.map(({ name }) => path.join(split, name)), labels };
}
