import {
  FamilyMasksDocument,
  InheritedSharesDocument,
  type InheritedSharesQuery,
  type MaskFieldsFragment,
  MaskOverlapDocument,
  type MaskOverlapFieldsFragment,
  type ModelFieldsFragment,
} from '@kindred/client';
import { api } from '../../api.ts';
import { mostSideBySide, neighbourPairs, ofKind, siblingPairs } from '../models/family.ts';

type Inherited = NonNullable<
  NonNullable<InheritedSharesQuery['experiment']>['models']['nodes'][number]['maskOverlap']
>;

export interface MaskedModel {
  model: ModelFieldsFragment;
  mask: MaskFieldsFragment;
  /** What it keeps of the ticket; null for the ticket itself, and in a family without one. */
  inherited: Inherited | null;
}

/** Models whose masks are shown side by side: two that are compared, or one. */
export interface MaskGroup {
  members: MaskedModel[];
  overlap: MaskOverlapFieldsFragment | null;
}

export interface FamilyMasks {
  members: MaskedModel[];
  /** Of the first members. */
  groups: MaskGroup[];
}

/** The masks of a family; null where none is drawn yet. A request for all, one for the ticket and one a pair. */
export async function readMasks(
  experiment: string,
  models: ModelFieldsFragment[],
): Promise<FamilyMasks | null> {
  const drawn = models.filter(({ maskDigest }) => maskDigest);
  if (drawn.length === 0) return null;
  const [ticket] = ofKind(drawn, 'TICKET');
  const [masks, inherited] = await Promise.all([
    readMaskOfEach(experiment),
    ticket ? readInherited(experiment, ticket.id) : new Map<string, Inherited>(),
  ]);
  const members = drawn.flatMap((model): MaskedModel[] => {
    const mask = masks.get(model.id);
    const share = model.id === ticket?.id ? null : (inherited.get(model.id) ?? null);
    return mask ? [{ model, mask, inherited: share }] : [];
  });
  return members.length > 0 ? { members, groups: await readGroups(members.slice(0, mostSideBySide)) } : null;
}

/** Siblings, other children each with the one after it, then whoever is left. */
async function readGroups(members: MaskedModel[]): Promise<MaskGroup[]> {
  const models = members.map(({ model }) => model);
  const pairs = [...siblingPairs(models), ...neighbourPairs(ofKind(models, 'CHILD'))];
  const groups = await Promise.all(
    pairs.map(async ({ first, second }): Promise<MaskGroup> => {
      const { model } = await api.request(MaskOverlapDocument, { model: first.id, other: second.id });
      const compared = [first, second].map(({ id }) => members.find((member) => member.model.id === id)!);
      return { members: compared, overlap: model?.maskOverlap ?? null };
    }),
  );
  const paired = new Set(groups.flatMap((group) => group.members));
  const alone = members.filter((member) => !paired.has(member));
  return [...groups, ...alone.map((member) => ({ members: [member], overlap: null }))];
}

async function readMaskOfEach(experiment: string): Promise<Map<string, MaskFieldsFragment>> {
  const answer = await api.request(FamilyMasksDocument, { experiment });
  const nodes = answer.experiment?.models.nodes ?? [];
  return new Map(nodes.flatMap(({ id, mask }) => (mask ? [[id, mask] as const] : [])));
}

async function readInherited(experiment: string, ticket: string): Promise<Map<string, Inherited>> {
  const answer = await api.request(InheritedSharesDocument, { experiment, of: ticket });
  const nodes = answer.experiment?.models.nodes ?? [];
  return new Map(nodes.flatMap(({ id, maskOverlap }) => (maskOverlap ? [[id, maskOverlap] as const] : [])));
}
