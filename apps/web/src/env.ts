const wanted = 'an address such as http://127.0.0.1:4000';

export interface Env {
  apiUrl: URL;
  /** Whether whoever reaches the dashboard may do all, and only this machine reaches it. */
  alone: boolean;
}

/** The dashboard's settings, read once. Throws a sentence that names what came and what was wanted. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const text = source.KINDRED_API_URL ?? 'http://127.0.0.1:4000';
  const apiUrl = URL.canParse(text) ? new URL(text) : undefined;
  if (!apiUrl || !['http:', 'https:'].includes(apiUrl.protocol)) {
    throw new Error(`KINDRED_API_URL is "${text}": it should be ${wanted}.`);
  }
  return { apiUrl, alone: source.KINDRED_AUTH !== 'team' };
}

export const env = readEnv(process.env);
