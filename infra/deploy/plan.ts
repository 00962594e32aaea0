/** The stack's outputs that deploying needs. */
export const outputNames = [
  'SiteAddress',
  'SiteBucketName',
  'Region',
  'ApiUrl',
  'UploadsBucketName',
  'UserPoolId',
  'UserPoolClientId',
  'SignUp',
  'IdentityPoolId',
] as const;
export type OutputName = (typeof outputNames)[number];

/** A program of this project's own node_modules. */
export interface Command {
  readonly program: 'cdk' | 'vite';
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export type Step =
  | { readonly kind: 'credentials' }
  /** Makes or updates the stack. An account and region that CDK has never been used in are prepared by `prepare`, and the step is done again. */
  | { readonly kind: 'stack'; readonly command: Command; readonly prepare: Command; readonly outputsFile: string }
  /** Builds the site; the stack's outputs are added to the environment under these names. */
  | { readonly kind: 'build'; readonly command: Command; readonly settings: Readonly<Record<string, OutputName>> }
  | { readonly kind: 'upload'; readonly from: string; readonly to: OutputName }
  | { readonly kind: 'tell'; readonly what: OutputName };

/** Which output is which setting of the site. */
export const siteSettings: Readonly<Record<string, OutputName>> = {
  VITE_REGION: 'Region',
  VITE_API_URL: 'ApiUrl',
  VITE_BUCKET: 'UploadsBucketName',
  VITE_USER_POOL_ID: 'UserPoolId',
  VITE_USER_POOL_CLIENT_ID: 'UserPoolClientId',
  VITE_SIGN_UP: 'SignUp',
  VITE_IDENTITY_POOL_ID: 'IdentityPoolId',
};

/** What a stage is called in names: of the stack, and of the file that has its outputs. */
export const stackName = (stage: string) => `Satchel-${stage}`;
export const outputsFile = (stage: string) => `cdk.out/outputs-${stage}.json`;

/**
 * All that `npm run deploy` does. Each step may be done again; none undoes one before it. `region`: where the stage is already, which
 * another shell's AWS_REGION must not make a second one of; null: where CDK's own settings say.
 */
export function deployPlan(stage: string, region: string | null = null): readonly Step[] {
  const environment = { SATCHEL_STAGE: stage, ...(region !== null && { SATCHEL_REGION: region }) };
  const file = outputsFile(stage);
  return [
    { kind: 'credentials' },
    {
      kind: 'stack',
      command: {
        program: 'cdk',
        args: ['deploy', stackName(stage), '--require-approval', 'never', '--outputs-file', file],
        environment,
      },
      prepare: { program: 'cdk', args: ['bootstrap'], environment },
      outputsFile: file,
    },
    {
      kind: 'build',
      command: {
        program: 'vite',
        args: ['build', '--outDir', 'dist', '--emptyOutDir'],
        // What a person's .env says of another backend must not get into this one.
        environment: { NODE_ENV: 'production', VITE_ATTACHMENTS_PREFIX: '{identityId}/' },
      },
      settings: siteSettings,
    },
    { kind: 'upload', from: 'dist', to: 'SiteBucketName' },
    { kind: 'tell', what: 'SiteAddress' },
  ];
}

/** The step in words, for a dry run and as it begins. */
export function inWords(step: Step): string {
  switch (step.kind) {
    case 'credentials':
      return 'Look for AWS credentials';
    case 'stack':
      return `Make or update the stack: ${line(step.command)}\n  (in an account and region where CDK was never used, first: ${line(step.prepare)})`;
    case 'build': {
      const settings = Object.entries(step.settings).map(([name, output]) => `${name}=<${output}>`);
      return `Build the site: ${[...settings, line(step.command)].join(' ')}`;
    }
    case 'upload':
      return `Upload ${step.from}/ to <${step.to}>: what has a hash in its name first, unless it is there; index.html last; nothing is deleted`;
    case 'tell':
      return `Say the address: <${step.what}>`;
  }
}

const line = ({ program, args, environment }: Command) =>
  [...Object.entries(environment).map(([name, value]) => `${name}=${value}`), 'npx', program, ...args].join(' ');
