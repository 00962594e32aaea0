import { readArguments } from './arguments.ts';
import { deployPlan, inWords } from './plan.ts';
import { realWorld } from './real-world.ts';
import { runDeploy } from './run-deploy.ts';

const read = readArguments(process.argv.slice(2), process.env);
if (!read.ok) {
  console.error(read.problem);
  process.exitCode = 1;
} else if (read.isDryRun) {
  console.log(
    deployPlan(read.stage)
      .map((step, index) => `${index + 1}. ${inWords(step)}`)
      .join('\n'),
  );
} else if (!(await runDeploy(read.stage, realWorld))) {
  process.exitCode = 1;
}
