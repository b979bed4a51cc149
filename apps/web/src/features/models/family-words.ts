import type { ModelKind } from '@kindred/client';
import { plural } from '../../ui/numbers.ts';

/** What models of a kind are called where they are counted: one, and several. */
const words: Partial<Record<ModelKind, [one: string, many: string]>> = {
  CHILD: ['child', 'children'],
  TICKET: ['ticket', 'tickets'],
  SNAPSHOT: ['snapshot', 'snapshots'],
  FGE: ['low point', 'low points'],
  DENSE: ['dense network', 'dense networks'],
  HORIZONTAL: ['late epoch', 'late epochs'],
};

/** `parent, 4 children, 2 snapshots`, in the order of the family; networks that stand alone by their names. */
export function familyWords(models: readonly { kind: ModelKind; name: string }[]): string {
  const kinds = [...new Set(models.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const own = models.filter((model) => model.kind === kind);
      if (kind === 'PARENT') return 'parent';
      const name = own[0]!.name.replace(/-\d+$/, '');
      return plural(own.length, ...(words[kind] ?? [name, name]));
    })
    .join(', ');
}
