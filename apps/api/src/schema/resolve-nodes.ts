import { Artifact, Picture } from '@kindred/core';
import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { nodeNames, nodeRows } from '../modules/nodes/node-rows.ts';

/**
 * Tells the type of a node by its row; what has none is a neuron. type-graphql would answer with a promise, which not everything
 * that runs a schema waits for.
 */
export function resolveNodes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isInterfaceType)) type.resolveType = nameOf;
  return schema;
}

function nameOf(value: unknown): string {
  if (value instanceof Artifact) return 'Artifact';
  if (value instanceof Picture) return 'Visualization';
  return nodeNames.find((name) => value instanceof nodeRows[name]) ?? 'Neuron';
}
