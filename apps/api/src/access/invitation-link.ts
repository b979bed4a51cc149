/** Where an invited person signs up. The secret lies behind the #, which no server sees or logs. */
export function invitationLink(publicUrl: string, secret: string, email: string): string {
  const url = new URL('/invitation', publicUrl);
  url.hash = new URLSearchParams({ secret, email }).toString();
  return url.href;
}
