import type { ImagePage } from './read-image.ts';

/** Of so many classes each is a choice; of more, the image's own and those that a network takes it for. */
const mostClasses = 20;

interface Looked {
  view: Pick<ImagePage['view'], 'target'>;
  own?: ImagePage['own'];
  classes: number;
  members: { map: { result: { label: number | null; predicted: number } | null } | null }[];
}

/** Whose score the maps can be of, the chosen one among them. */
export function targetsOf({ view, own, classes, members }: Looked): string[] {
  const seen = members
    .flatMap(({ map }) => (map?.result ? [map.result.label, map.result.predicted] : []))
    .filter((known) => known !== null);
  const numbers = classes <= mostClasses ? Array.from({ length: classes }, (_, index) => index) : seen;
  return [...new Set(['predicted', ...(own ? [] : ['label']), ...numbers.map(String), view.target])];
}
