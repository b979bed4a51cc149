import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { badInput } from '../../errors/domain-error.ts';

const channels = (value: z.ZodNumber) => z.tuple([value, value, value]);

/** What a `dataset.json` may say; the rest is as for ImageNet's networks. */
const schema = z
  .strictObject({
    description: z.string().trim().min(1).max(500).optional(),
    /** Pixels of each side. */
    size: z.number().int().min(8).max(1024).default(224),
    /** Pixels that the shorter side is brought to before the square is cut from the centre; `size` unless given. */
    shorterSide: z.number().int().min(8).max(2048).optional(),
    /** Of red, green and blue in [0, 1]. */
    mean: channels(z.number().min(0).max(1)).default([0.485, 0.456, 0.406]),
    std: channels(z.number().gt(0).max(1)).default([0.229, 0.224, 0.225]),
    /** How many there are, where no folders' names tell; the highest label and one unless given. */
    classes: z.number().int().min(2).max(65_536).optional(),
  })
  .transform((given) => ({ ...given, shorterSide: given.shorterSide ?? given.size }))
  .refine(({ size, shorterSide }) => shorterSide >= size, {
    error: 'must be as large as size',
    path: ['shorterSide'],
  });

export type FolderDescription = z.infer<typeof schema>;

/**
 * The `dataset.json` of a folder of images; none is as good as an empty one.
 * @throws DomainError BAD_INPUT, naming the file and every problem
 */
export async function readFolderDescription(folder: string): Promise<FolderDescription> {
  const file = path.join(folder, 'dataset.json');
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const { success, data, error } = schema.safeParse(parse(text, file));
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw badInput(`${file} can't be used: ${problems.join('; ')}.`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badInput(`${file} can't be read: ${(error as Error).message}.`, error);
  }
}
