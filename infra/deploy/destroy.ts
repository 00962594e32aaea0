import { askedFor } from './asked-for.ts';
import { realWorld } from './real-world.ts';
import { runDestroy } from './run-destroy.ts';

const asked = askedFor(process.argv.slice(2), process.env, process.cwd());
if (!asked.ok) console.error(asked.problems.join('\n'));
if (!asked.ok || !(await runDestroy(asked.stage, asked.isSure, realWorld))) process.exitCode = 1;
