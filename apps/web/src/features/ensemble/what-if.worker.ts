import { decodeLogits, type WhatIf, whatIf } from '@kindred/ml/metrics';
import type { Asked, Pairs, Told } from './messages.ts';

let measures: WhatIf;
/** Where the members of each model are. */
const places = new Map<string, number[]>();
let latest: string[] = [];

const tell = (told: Told) => self.postMessage(told);
const placesOf = (models: readonly string[]) => models.flatMap((model) => places.get(model)!);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  try {
    if (data.kind === 'open') open(data);
    else measure(data.chosen).catch(refuse);
  } catch (error) {
    refuse(error);
  }
};

const refuse = (error: unknown) =>
  tell({
    kind: 'refused',
    reason: `The stored predictions can’t be measured here: ${(error as Error).message}.`,
  });

function open({ files, bins }: Extract<Asked, { kind: 'open' }>): void {
  const read = files.map(({ name, bytes }) => ({ name, ...decodeLogits(bytes) }));
  // Alone: they are sent, and what they lie in would go with them.
  const labels = read.find((file) => file.labels)?.labels?.slice();
  if (!labels) {
    tell({ kind: 'refused', reason: 'These predictions were stored by a version that left out the labels.' });
    return;
  }
  const members = read.flatMap((file) => file.members);
  let next = 0;
  for (const { name, members: own } of read)
    places.set(
      name,
      Array.from(own, () => next++),
    );
  measures = whatIf(members, labels, bins);
  const alone = files.map(({ name }) => [name, measures.reliability(placesOf([name]))]);
  tell({ kind: 'opened', labels, alone: Object.fromEntries(alone) });
}

/** The ensemble first, then without each model, unless something else was asked for meanwhile. */
async function measure(chosen: string[]): Promise<void> {
  latest = chosen;
  const members = placesOf(chosen);
  const values = measures.values(members);
  const reliability = measures.reliability(members);
  tell({ kind: 'measured', chosen, values, pairs: pairsOf(chosen), reliability });
  for (const model of chosen.length > 1 ? chosen : []) {
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== chosen) return;
    const others = placesOf(chosen.filter((other) => other !== model));
    tell({ kind: 'without', chosen, model, values: measures.values(others) });
  }
}

function pairsOf(chosen: readonly string[]): Pairs {
  const names = chosen.flatMap((model) => {
    const own = places.get(model)!;
    return own.length === 1 ? [model] : own.map((_, index) => `${model}:${index + 1}`);
  });
  return { names, ...measures.between(placesOf(chosen)) };
}
