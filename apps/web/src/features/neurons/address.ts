/** The permanent address of a neuron's page; `against` names the model that its hash maps are compared with. */
export function neuronAddress(experiment: string, ref: string, against?: string): string {
  const query = against ? `?${new URLSearchParams({ against })}` : '';
  return `/experiments/${encodeURIComponent(experiment)}/neurons/${encodeURIComponent(ref)}${query}`;
}
