/** A tensor's layer: `layer2.0.conv1.weight` → `layer2.0.conv1`. */
export function layerName(tensor: string): string {
  return tensor.replace(/\.weight$/, '');
}
