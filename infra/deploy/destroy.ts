import { askedFor } from './asked-for.ts';
import { realWorld } from './real-world.ts';
import { runDestroy } from './run-destroy.ts';

const asked = askedFor(process.argv.slice(2), process.env, process.cwd());
if (!asked.ok) {
  console.error(asked.problems.join('\n'));
  process.exitCode = 1;
} else {
  // Whoever writes both wants to see it first.
  const certainty = asked.isDryRun ? 'dry run' : asked.isSure ? 'sure' : 'to be asked';
  if (!(await runDestroy(asked.stage, certainty, realWorld))) process.exitCode = 1;
}
