import { prepare } from './prepare.mjs';

await prepare();
await import('../apps/worker/src/main.ts');
