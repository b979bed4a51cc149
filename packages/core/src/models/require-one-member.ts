import { DomainError } from '../errors/domain-error.ts';
import { sharedKinds } from '../methods/methods.ts';
import type { Model } from './model.entity.ts';

/** Throws BAD_INPUT for a model that several members share, where something is asked of one network. */
export function requireOneMember({ name, kind }: Model, wanted: string): void {
  if (!sharedKinds.includes(kind)) return;
  throw new DomainError(
    'BAD_INPUT',
    `${name} is a network that several members share: it has no ${wanted} yet. Ask for a model of one member.`,
  );
}
