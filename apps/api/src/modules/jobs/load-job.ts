import { DomainError, Job } from '@kindred/core';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { loadNode } from '../nodes/load-node.ts';

/** Throws BAD_INPUT for what isn't an id, NOT_FOUND for one that names no job. */
export async function loadJob(id: string, context: Context): Promise<Job> {
  checkId(id, 'a job');
  const node = await loadNode(id, context);
  if (node instanceof Job) return node;
  throw new DomainError('NOT_FOUND', `No job has the id ${id}: an experiment lists its \`jobs\`.`);
}
