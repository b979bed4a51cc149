/** The match over the most images that a `key` asks for, from whichever side, in SQL. */
export const matchOfKey = `
  select * from layer_match
  where model_id in (key.model, key.other) and other_id in (key.model, key.other) and layer = key.layer
  order by images desc limit 1`;
