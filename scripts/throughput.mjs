import { prepare } from './prepare.mjs';

await prepare();
const { throughput } = await import('../apps/worker/throughput/command.ts');
try {
  process.exitCode = await throughput(process.argv.slice(2));
} catch (error) {
  console.error(error.name === 'DomainError' ? error.message : error);
  process.exitCode = 1;
}
