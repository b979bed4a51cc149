export type Path = readonly (string | number)[];

/** What stands at a place of nested values; undefined where there is nothing. */
export function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isNested(value) ? value[key] : undefined), values);
}

/** The same values with another one at a place. */
export function withValueAt(values: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(values))
    return values.map((item, index) => (index === key ? withValueAt(item, rest, value) : item));
  const nested = isNested(values) ? values : {};
  return { ...nested, [key]: withValueAt(nested[key], rest, value) };
}

function isNested(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
