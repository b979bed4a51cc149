import { prepare } from './prepare.mjs';

await prepare();
const { chaos } = await import('../apps/worker/chaos/command.ts');
try {
  process.exitCode = await chaos(process.argv.slice(2));
} catch (error) {
  console.error(error.name === 'DomainError' ? error.message : error);
  process.exitCode = 1;
}
