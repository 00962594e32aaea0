import type { Command } from '../../../infra/deploy/plan.ts';
import type { SiteFile } from '../../../infra/deploy/site-files.ts';
import type { DeployWorld } from '../../../infra/deploy/world.ts';

export const outputs = {
  SiteAddress: 'https://d1234.cloudfront.net',
  SiteBucketName: 'satchel-prod-site',
  DistributionId: 'E1234',
  Region: 'eu-central-1',
  ApiUrl: 'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com/prod',
  UploadsBucketName: 'satchel-prod-uploads',
  UserPoolId: 'eu-central-1_Qm3vT8kLz',
  UserPoolClientId: '4k2j9v7qm1c8x3b6n5l0p2r7ta',
  SignUp: 'invited',
  IdentityPoolId: 'eu-central-1:5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
};

const template = {
  Resources: {
    NotesTable: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' },
    Uploads: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'RetainExceptOnCreate' },
    Site: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete' },
    Users: { Type: 'AWS::Cognito::UserPool', DeletionPolicy: 'Retain' },
    Odd: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' },
    Api: { Type: 'AWS::ApiGateway::RestApi' },
  },
};

const file = (path: string): SiteFile => ({ path, file: `dist${path}`, contentType: 'text/plain', cacheControl: '' });

/** An account in which all goes well, but for what a test sets otherwise. `log` has what was done, in order. */
export function fakeDeployWorld() {
  const log: string[] = [];
  const said: string[] = [];
  const objects = new Set<string>();
  const files = new Map([
    ['cdk.out/outputs-prod.json', JSON.stringify({ 'Satchel-prod': outputs })],
    ['cdk.out/Satchel-prod.template.json', JSON.stringify(template)],
  ]);
  const account = {
    credentialsError: null as string | null,
    /** What commands print as they fail, in turn; null: the command goes well. */
    failures: [] as (string | null)[],
    uploadFailsAt: null as string | null,
    answer: '',
  };
  const command = ({ program, args }: Command) => [program, ...args].join(' ');
  const world: DeployWorld = {
    async run(one) {
      log.push(command(one));
      environments.push(one.environment);
      const failure = account.failures.shift() ?? null;
      return { ok: failure === null, output: failure ?? '' };
    },
    missingCredentials: async () => account.credentialsError,
    read: async (path) => files.get(path) ?? null,
    files: async () => ['/assets/a-1.js', '/assets/b-2.js', '/icon.svg', '/service-worker.js', '/index.html'].map(file),
    bucket: (region, name) => ({
      keys: async (prefix) => [...objects].filter((key) => key.startsWith(prefix)),
      async put({ path }) {
        if (path === account.uploadFailsAt) throw new Error('getaddrinfo ENOTFOUND s3.eu-central-1.amazonaws.com');
        objects.add(path.slice(1));
        log.push(`put ${region} ${name}${path}`);
      },
      async remove(keys) {
        for (const key of keys) objects.delete(key);
        log.push(`remove ${keys.join(' ')}`);
      },
    }),
    async ask(question) {
      said.push(question);
      return account.answer;
    },
    say: (text) => void said.push(text),
  };
  const environments: Command['environment'][] = [];
  return { world, log, said, account, files, objects, environments };
}
