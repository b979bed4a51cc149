import { KindredError } from '@kindred/client';

type Route =
  | 'sign-in/email'
  | 'sign-up/email'
  | 'sign-out'
  | 'accept-invitation'
  | 'change-password'
  | 'reset-password'
  | 'revoke-session'
  | 'revoke-other-sessions';

/** Asks something of one's account: to sign in, up or out, to join, another password. Throws a KindredError. */
export async function postAccount(route: Route, values: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/auth/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(values),
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const { code = 'UNKNOWN', message = `That failed with status ${response.status}: try again.` } = answer;
  throw new KindredError(code, message);
}
