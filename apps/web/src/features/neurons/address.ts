/** How a neuron's page is looked at; models go by their names. */
export interface NeuronView {
  /** The model that the hash maps are compared with. */
  against?: string;
  /** How the pictures are shown: `side`, or two of them as `wipe`, `flicker` or `difference`. */
  view?: string;
  /** The two. */
  a?: string;
  b?: string;
  /** After which step of their rendering the pictures are shown; as they are finished without. */
  step?: string;
}

/** The permanent address of a neuron's page; what isn't said is as usual. */
export function neuronAddress(
  experiment: string,
  ref: string,
  { against, view, a, b, step }: NeuronView = {},
): string {
  const said = Object.entries({ against, view, a, b, step }).filter(([, value]) => value !== undefined);
  const query = said.length > 0 ? `?${new URLSearchParams(said as [string, string][])}` : '';
  return `/experiments/${encodeURIComponent(experiment)}/neurons/${encodeURIComponent(ref)}${query}`;
}

/** The permanent address of the page of a layer in two models, by their names. */
export function layerAddress(experiment: string, layer: string, model: string, other: string): string {
  const query = new URLSearchParams({ model, other });
  return `/experiments/${encodeURIComponent(experiment)}/layers/${encodeURIComponent(layer)}?${query}`;
}
