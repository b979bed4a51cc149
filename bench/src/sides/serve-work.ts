import { serve } from './serve.ts';

/** `serve-work.ts <work> <threads> <values as JSON>`: a work of ours in a process of its own. */
const [name, threads, values] = process.argv.slice(2) as [string, string, string];
const { prepare } = await import(`../works/${name}.ts`);
await serve((onPrepared) => prepare(JSON.parse(values), Number(threads), onPrepared));
process.exit();
