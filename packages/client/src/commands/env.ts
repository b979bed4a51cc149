/** What the surroundings say of the API. */
export interface Env {
  url: string;
  apiKey: string | undefined;
}

/** Without KINDRED_URL, the API that `npm start` starts on this machine. */
export function readEnv({ KINDRED_URL, KINDRED_API_PORT, KINDRED_API_KEY }: NodeJS.ProcessEnv): Env {
  return {
    url: KINDRED_URL || `http://127.0.0.1:${KINDRED_API_PORT || 4000}/graphql`,
    apiKey: KINDRED_API_KEY || undefined,
  };
}
