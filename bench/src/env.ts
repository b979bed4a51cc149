/** KINDRED_BACKEND: what our side computes on. */
export const backendChoice = (): string | undefined => process.env.KINDRED_BACKEND;
