import { prepare } from './prepare.mjs';

await prepare();
await import('../packages/client/bin/kindred.mjs');
