import { writeFileSync } from 'node:fs';
import { experimentSchemaFile, printExperimentSchema } from './experiment-schema.ts';
import { graphFile, printGraph } from './print-graph.ts';

writeFileSync(graphFile, printGraph());
writeFileSync(experimentSchemaFile, printExperimentSchema());
