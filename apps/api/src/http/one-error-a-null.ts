import type { GraphQLError } from 'graphql';

/** Of the errors that made the same place of an answer null, the first: graphql tells no more, a compiled query tells all. */
export function oneErrorANull(data: unknown, errors: readonly GraphQLError[]): GraphQLError[] {
  const told = new Set<string>();
  return errors.filter(({ path = [] }) => {
    const place = JSON.stringify(nullAbove(data, path));
    return !told.has(place) && told.add(place);
  });
}

/** The part of the path that leads to a null. */
function nullAbove(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value == null) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}
