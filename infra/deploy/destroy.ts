import { readArguments } from './arguments.ts';
import { realWorld } from './real-world.ts';
import { runDestroy } from './run-destroy.ts';

const read = readArguments(process.argv.slice(2), process.env);
if (!read.ok) console.error(read.problem);
if (!read.ok || !(await runDestroy(read.stage, read.isSure, realWorld))) process.exitCode = 1;
