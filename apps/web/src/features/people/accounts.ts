/** Signs in, up or out. Throws an Error with a sentence for the person. */
export async function postAccount(
  route: 'sign-in/email' | 'sign-up/email' | 'sign-out',
  values: object,
): Promise<void> {
  const response = await fetch(`/api/auth/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(values),
  });
  if (response.ok) return;
  const { message } = await response.json().catch(() => ({ message: undefined }));
  throw new Error(message ?? `Signing in failed with status ${response.status}: try again.`);
}
