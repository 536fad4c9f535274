const choices = ['couleur', 'rayon', 'langue'] as const;

/** The framed form beside the script, with the choices of the page that asks for it; the server checks each. */
export function frameAddress(script: string, asked: Record<string, string | undefined>, host: string): URL {
  const address = new URL('retours/integrer', script);
  for (const choice of choices) {
    const value = asked[choice];
    if (value) address.searchParams.set(choice, value);
  }
  address.searchParams.set('origine', host);
  return address;
}
