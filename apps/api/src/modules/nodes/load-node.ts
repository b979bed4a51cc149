import { type Artifact, DomainError, findArtifact, parseNeuronRef } from '@kindred/core';
import type { Context } from '../../context.ts';
import { isUuid } from '../../ids.ts';
import { findNeuron } from '../neurons/load-neuron.ts';
import type { Neuron } from '../neurons/neuron.ts';
import type { NodeRow } from './node-rows.ts';

const digestForm = /^[0-9a-f]{64}$/;

/** What an id names; null where the viewer has nothing by it. Throws BAD_INPUT for what isn't an id. */
export async function loadNode(id: string, context: Context): Promise<NodeRow | Neuron | Artifact | null> {
  if (digestForm.test(id)) return findArtifact(context.db, id, context.viewer.workspaceId);
  const slash = id.indexOf('/');
  const uuid = (slash < 0 ? id : id.slice(0, slash)).toLowerCase();
  checkNodeId(id, uuid);
  if (slash < 0) return loadRow(uuid, context);
  const ref = parseNeuronRef(id.slice(slash + 1));
  const model = await context.loaders.model.load(uuid);
  return model && findNeuron(model, ref, context);
}

async function loadRow(id: string, { loaders, viewer }: Context): Promise<NodeRow | null> {
  const row = await loaders.node.load(id);
  if (!row || viewer.workspaceId === null) return row;
  const seen = await ('modelId' in row && row.modelId
    ? loaders.model.load(row.modelId)
    : loaders.experiment.load('experimentId' in row ? row.experimentId : row.id));
  return seen && row;
}

function checkNodeId(id: string, uuid: string): void {
  if (isUuid(uuid)) return;
  throw new DomainError(
    'BAD_INPUT',
    `"${id.slice(0, 80)}" is not the id of a node: ids are UUIDs such as 01234567-89ab-cdef-0123-456789abcdef, a neuron’s is its model’s with its address, such as 01234567-89ab-cdef-0123-456789abcdef/stage2.block0:17, and an artifact’s is its digest.`,
  );
}
