import { run } from 'axe-core';

/** What axe finds wrong with a part of the page, but for the contrast of colours, which jsdom does not know. */
export async function problemsOf(container: Element): Promise<readonly string[]> {
  const { violations } = await run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
