/** The database's words under the graph's names: `['done']` becomes `{ DONE: 'done' }`. */
export function upperCaseEnum<Value extends string>(values: readonly Value[]) {
  return Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as {
    [Key in Value as Uppercase<Key>]: Key;
  };
}
