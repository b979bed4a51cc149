import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, decodeSafetensors } from '../src/checkpoints/decode-safetensors.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { Pixels } from '../src/images/pixels.ts';
import { decodePng } from '../src/images/png.ts';

export type Json = Record<string, unknown>;

/** A folder of reference values, and the folders that hold the nets they were made with. */
export interface FixtureFolder {
  /** `fixtures.json`: what each fixture was made from. */
  described: Json;
  /** Undefined where there is no such file. */
  json(name: string): Json | undefined;
  tensors(name: string): Checkpoint;
  picture(name: string): Pixels;
  /** A net or a batch of data, of the folders of models, the fixtures' own, or `data` beside it; undefined where none has it. */
  material(name: string): Uint8Array | undefined;
}

const describing = ['fixtures.json', 'hashes.json', 'golden-hashes.json'];

export function openFixtures(folder: string, modelFolders: readonly string[] = []): FixtureFolder {
  [folder, ...modelFolders].forEach(requireFolder);
  if (!describing.some((name) => existsSync(join(folder, name))))
    throw badInput(`${folder} holds no fixtures: one of ${describing.join(', ')} must be there.`);
  const json = (name: string) => (existsSync(join(folder, name)) ? readJson(folder, name) : undefined);
  return {
    described: json('fixtures.json') ?? {},
    json,
    tensors: (name) => naming(name, () => decodeSafetensors(read(folder, name))),
    picture: (name) => naming(name, () => decodePng(read(folder, name))),
    material: (name) => {
      const path = [...modelFolders, folder, ...dataBeside(folder)].map((from) => join(from, name));
      const found = path.find((file) => existsSync(file));
      return found === undefined ? undefined : readFileSync(found);
    },
  };
}

/** `../data` and the folders in it. */
function dataBeside(folder: string): string[] {
  const data = join(folder, '..', 'data');
  if (!existsSync(data)) return [];
  return [data, ...readdirSync(data).map((name) => join(data, name))];
}

function requireFolder(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw badInput(`There is no folder ${path}.`);
}

function read(folder: string, name: string): Uint8Array {
  const path = join(folder, name);
  if (!existsSync(path)) throw badInput(`there is no file ${path}`);
  return readFileSync(path);
}

function readJson(folder: string, name: string): Json {
  return naming(name, () => {
    const value: unknown = JSON.parse(new TextDecoder().decode(read(folder, name)));
    return asRecord(value, 'its content');
  });
}

function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw badInput(`${name}: ${(error as Error).message}`, error);
  }
}

/** Refuses a JSON value that is no object. */
export function asRecord(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badInput(`${what} must be an object; ${JSON.stringify(value)?.slice(0, 60)} came.`);
  return value as Json;
}

/** Refuses a JSON value that is no number. */
export function asNumber(value: unknown, what: string): number {
  if (typeof value !== 'number') throw badInput(`${what} must be a number; ${JSON.stringify(value)} came.`);
  return value;
}

/** Refuses a JSON value that is no array. */
export function asList(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw badInput(`${what} must be a list; ${JSON.stringify(value)} came.`);
  return value;
}
