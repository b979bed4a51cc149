import type { Claim } from './claim.ts';
import { figureThree } from './figure-three.ts';
import { tableOne } from './table-one.ts';
import { tableThree } from './table-three.ts';
import { tableTwo } from './table-two.ts';

/** What the paper publishes in numbers, in its order. */
export const publishedClaims: readonly Claim[] = [...tableOne, ...tableTwo, ...tableThree, ...figureThree];
