import { Artifact, DomainError, type NewNote, Note } from '@kindred/core';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { addressOf, type Neuron } from '../neurons/neuron.ts';
import { loadNode } from '../nodes/load-node.ts';
import type { NodeRow } from '../nodes/node-rows.ts';

/** What notes are written about. */
export type Notable = Exclude<NodeRow, Note> | Neuron;

/** Throws BAD_INPUT for what isn't an id, or is that of a note, NOT_FOUND for one by which the viewer has nothing. */
export async function loadNotable(id: string, context: Context): Promise<Notable> {
  const node = await loadNode(id, context);
  if (!node) throw new DomainError('NOT_FOUND', `Nothing to write about has the id ${id.slice(0, 80)}.`);
  if (node instanceof Note || node instanceof Artifact)
    throw new DomainError(
      'BAD_INPUT',
      `${id} is ${node instanceof Note ? 'a note' : 'a file'}: write about what it belongs to.`,
    );
  return node;
}

/** How a note says what it is about. */
export async function placeOf(
  notable: Notable,
  context: Context,
): Promise<Pick<NewNote, 'experimentId' | 'nodeId' | 'neuron'>> {
  if ('id' in notable)
    return { experimentId: await experimentOf(notable, context), nodeId: notable.id, neuron: null };
  const { model } = notable;
  return { experimentId: model.experimentId, nodeId: model.id, neuron: addressOf(notable) };
}

async function experimentOf(row: Exclude<NodeRow, Note>, context: Context): Promise<string> {
  if ('experimentId' in row) return row.experimentId;
  return 'modelId' in row ? (await loadModel(row.modelId, context)).experimentId : row.id;
}
