/** pg-boss's group of the deliveries that want the same labels of a worker: undefined where they want none. */
export function deliveryGroup(labels: readonly string[]): { id: string } | undefined {
  return labels.length > 0 ? { id: JSON.stringify(labels) } : undefined;
}

/** The inverse, of a group's id. */
export function groupLabels(id: string): string[] {
  return JSON.parse(id);
}
