import { createInterface } from 'node:readline';

/** A side that takes no time and tells the times that it was given: `known-times.fixture.mjs <times> <bytes> <version>`. */
const [times, bytes, version] = process.argv.slice(2);
const say = (answer) => console.log(JSON.stringify(answer));
const left = JSON.parse(times);

say({ prepared: 0.5 });
say({ coldStartMs: 30, versions: { [version]: '1.0' } });
for await (const question of createInterface({ input: process.stdin })) {
  if (question === 'memory') say({ bytes: Number(bytes) });
  else if (left.length > 0) say({ ms: left.shift() });
  else throw new Error('No more times are known.');
}
