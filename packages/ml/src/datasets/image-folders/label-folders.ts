import path from 'node:path';
import { badInput } from '../../errors/domain-error.ts';

/** The classes that a split has to be of, as far as they are known. */
export interface KnownClasses {
  /** As `dataset.json` says. */
  count?: number | undefined;
  /** Those of another split. */
  names?: readonly string[] | undefined;
}

interface LabelledFolders {
  /** The class of each folder, in the order of their names. */
  labels: ReadonlyMap<string, number>;
  /** The names of all classes; undefined where folders are named by numbers. */
  names: readonly string[] | undefined;
}

/**
 * The class of each folder of a split: the place of its name, or, where it is known how many there are, the number that it is named by,
 * so that a few pictures do for a network of a thousand classes.
 * @throws DomainError BAD_INPUT that names the folder that is missing, or one class too many
 */
export function labelFolders(
  place: string,
  found: readonly string[],
  { names, count }: KnownClasses,
): LabelledFolders {
  if (!names && count !== undefined) {
    if (found.every((name) => /^\d+$/.test(name))) return labelByNumber(place, found, count);
    if (found.length !== count)
      throw badInput(
        `${place} holds ${found.length} of the ${count} classes that dataset.json tells of: have a folder for each, name folders by their classes' numbers from 0, or name the images in ${place}.txt.`,
      );
  }
  return labelByName(place, found, names ?? found);
}

function labelByNumber(place: string, found: readonly string[], count: number): LabelledFolders {
  const labels = new Map(found.map((name) => [name, Number(name)]));
  const beyond = found.find((name) => labels.get(name)! >= count);
  if (beyond !== undefined)
    throw badInput(`${path.join(place, beyond)} is no class: they are numbered from 0 to ${count - 1}.`);
  return { labels, names: undefined };
}

function labelByName(place: string, found: readonly string[], names: readonly string[]): LabelledFolders {
  const other = [...names, ...found].find((name) => !names.includes(name) || !found.includes(name));
  if (other !== undefined)
    throw badInput(
      `${path.join(place, other)} is in one split only: all need the same folders, one a class.`,
    );
  return { labels: new Map(names.map((name, label) => [name, label])), names };
}
