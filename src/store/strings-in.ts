/** Every string in a stored value, whatever its shape. */
export function stringsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one === 'string') found.push(one);
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    // A stored value may hold itself.
    seen.add(one);
    rest.push(
      ...(one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one)),
    );
  }
  return found;
}
