import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleNotesFunction, notesFunctionFile } from './notes-api/bundle.ts';
import { ownerSettings } from './owner-settings.ts';
import { SatchelStack } from './stacks/satchel-stack.ts';

/** What `npx cdk` runs (cdk.json). It needs no network, no account and no Docker. */
function main(): void {
  const read = ownerSettings(process.env, process.cwd());
  if (read.kind === 'wrong') {
    for (const problem of read.problems) console.error(problem);
    process.exitCode = 1;
    return;
  }
  const bundle = mkdtempSync(join(tmpdir(), 'satchel-notes-function-'));
  try {
    bundleNotesFunction(bundle);
    const app = new App();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const { handler, environment } = notesFunctionFile;
    new SatchelStack(app, {
      settings: read.settings,
      notesFunction: { code: Code.fromAsset(bundle), handler, environment },
    });
    app.synth();
  } finally {
    rmSync(bundle, { recursive: true });
  }
}

main();
