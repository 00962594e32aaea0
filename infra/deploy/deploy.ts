import { askedFor } from './asked-for.ts';
import { inWords } from './plan.ts';
import { realWorld } from './real-world.ts';
import { planFor, runDeploy } from './run-deploy.ts';

const asked = askedFor(process.argv.slice(2), process.env, process.cwd());
if (!asked.ok) {
  console.error(asked.problems.join('\n'));
  process.exitCode = 1;
} else if (asked.isDryRun) {
  const steps = (await planFor(asked.stage, realWorld)).map((step, index) => `${index + 1}. ${inWords(step)}`);
  console.log(steps.join('\n'));
} else if (!(await runDeploy(asked.stage, realWorld))) {
  process.exitCode = 1;
}
