#!/usr/bin/env node
import { register } from 'tsx/esm/api';

register();
const { kindred } = await import('../src/commands/kindred.ts');
process.exitCode = await kindred(process.argv.slice(2), process);
