/** KINDRED_BACKEND: what our side computes on. */
export const backendChoice = (): string | undefined => process.env.KINDRED_BACKEND;

/** Where a row's database is, and the key to its workspace: the row sets them for its sides. */
export const databaseUrl = (): string => process.env.DATABASE_URL!;
export const apiKey = (): string => process.env.KINDRED_BENCH_KEY!;
