/** A word of ours as a name of GraphQL's enums: `batch-ensemble` becomes `BATCH_ENSEMBLE`. */
type EnumName<Value extends string> = Value extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${EnumName<Rest>}`
  : Uppercase<Value>;

/** The database's words under the graph's names: `['done']` becomes `{ DONE: 'done' }`. */
export function upperCaseEnum<Value extends string>(values: readonly Value[]) {
  return Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value])) as {
    [Key in Value as EnumName<Key>]: Key;
  };
}
