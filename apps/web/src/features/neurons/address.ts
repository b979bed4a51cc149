/** The permanent address of a neuron's page; `against` names the model that its hash maps are compared with. */
export function neuronAddress(experiment: string, ref: string, against?: string): string {
  const query = against ? `?${new URLSearchParams({ against })}` : '';
  return `/experiments/${encodeURIComponent(experiment)}/neurons/${encodeURIComponent(ref)}${query}`;
}

/** The permanent address of the page of a layer in two models, by their names. */
export function layerAddress(experiment: string, layer: string, model: string, other: string): string {
  const query = new URLSearchParams({ model, other });
  return `/experiments/${encodeURIComponent(experiment)}/layers/${encodeURIComponent(layer)}?${query}`;
}
