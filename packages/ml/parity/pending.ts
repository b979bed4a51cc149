import { badInput } from '../src/errors/domain-error.ts';
import { asList, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { type Line, notYet } from './line.ts';

/** Fixtures of `fixtures.json` whose subject isn't built yet. */
const reasons: Readonly<Record<string, string>> = {
  logits: 'nets of PyTorch weights are not loaded yet',
  feature_visualization: 'nets of PyTorch weights are not loaded yet',
  transforms: 'the transforms are not replayed yet',
  prune_step: 'nets of PyTorch weights are not loaded yet',
  tune_child: 'nets of PyTorch weights are not loaded yet; its schedule is replayed as one-cycle',
  saliency: 'SmoothGrad is not built yet',
};

/** Replayed by a kind of their own. */
const replayed = new Set(['metrics']);

/** A line for every described fixture that nothing replays, so that none is passed over in silence. */
export function pending({ described }: FixtureFolder): Line[] {
  return Object.entries(described).flatMap(([key, value]) => {
    if (replayed.has(key) || isRemark(value)) return [];
    const reason =
      reasons[key.startsWith('top5-') ? 'logits' : key] ?? 'this kind of fixture is unknown here';
    return namesOf(key, value).map((name) => notYet(name, reason));
  });
}

const isRemark = (value: unknown): boolean => typeof value !== 'object' || value === null;

function namesOf(key: string, value: unknown): string[] {
  if (key !== 'logits') return [key.replaceAll('_', '-')];
  return asList(value, 'logits of fixtures.json').map((entry) =>
    fileOf(asRecord(entry, 'an entry of logits')),
  );
}

function fileOf({ file }: Json): string {
  if (typeof file !== 'string')
    throw badInput(`an entry of logits must name its file; ${JSON.stringify(file)} came.`);
  return file.replace(/\.safetensors$/, '');
}
