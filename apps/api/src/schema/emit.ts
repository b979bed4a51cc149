import { writeFileSync } from 'node:fs';
import { graphFile, printGraph } from './print-graph.ts';

writeFileSync(graphFile, printGraph());
