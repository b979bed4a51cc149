import { parity } from './command.ts';

/** npm runs this in the package's folder; paths are meant from where the caller stands. */
const callerFolder = process.env.INIT_CWD ?? process.cwd();

process.exitCode = await parity(process.argv.slice(2), callerFolder, process.env.KINDRED_BACKEND);
// ONNX Runtime's thread would be waited for.
process.exit();
