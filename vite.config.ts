import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type PluginOption } from 'vite';
import { awsReach } from './infra/site/site-headers.ts';
import { readServerSettings, type ServerSettings } from './local-aws/server-settings.ts';
import { awsPreview, localAws, stopWith } from './local-aws/vite-plugin.ts';
import { readSettings, type SettingsRead } from './src/aws/settings.ts';
import { pdfFiles } from './vite-pdf-files.ts';
import { serviceWorker } from './vite-service-worker.ts';

/** In this mode the embedded AWS is used, whatever backend `.env` names. */
const LOCAL_MODE = 'local-aws';

/** The rules of a note's text, which every open note needs. */
const NOTE_TEXT =
  /src\/notes\/(?:attachment-references|conflict-block|cut-|front-matter|link-text|markdown-|merge|named-keys|note-attachments|note-document|object-reference|plain-text|rebase|tag-name|task-line|tags|text-diff|title|well-formed|wire-attachment|word-tokens)/;

const NOTHING_TO_BUILD_FOR =
  'A build for AWS needs to know your backend: set the VITE_ settings as .env.example says. To see the app on the embedded AWS, run npm start or npm run preview.';

/** The package names its development build alone, whose checks and warnings every visit would load. */
const productionRouter = {
  find: /^react-router$/,
  replacement: fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url)),
};

/**
 * What of the router nobody imports (forms, data loading, server rendering) stays in the build only because its parts are made by calls and
 * have names for a debugger.
 */
const routerWithoutTheRest: PluginOption = {
  name: 'satchel:router-without-the-rest',
  apply: 'build',
  transform: {
    filter: { id: /react-router\/dist\/production\/.*\.mjs$/ },
    handler: (code) =>
      code
        .replace(/^\w+\.displayName = "\w+";$/gm, '')
        .replace(
          /^((?:var|let|const) \w+ = )(?=React\d*\.(?:createContext|forwardRef|memo)\(|new (?:Set|URL)\()/gm,
          '$1/* @__PURE__ */ ',
        ),
  },
};

export default defineConfig(({ command, mode }) => {
  const env = loadEnv(mode, import.meta.dirname, ['VITE_', 'LOCAL_AWS_', 'PORT']);
  const read = readSettings(mode === LOCAL_MODE ? { VITE_MAX_ATTACHMENT_MB: env.VITE_MAX_ATTACHMENT_MB } : env);
  const server = readServerSettings(env, import.meta.dirname);
  if (read.kind === 'wrong' || !server.ok) {
    const problems = [...(read.kind === 'wrong' ? read.problems : []), ...(server.ok ? [] : server.problems)];
    return { plugins: [stopWith(problems)] };
  }
  if (command === 'build' && read.kind === 'local' && mode !== LOCAL_MODE)
    return { plugins: [stopWith([NOTHING_TO_BUILD_FOR])] };

  const { port, portIsChosen, localAws: aws } = server.settings;
  const address = { host: '127.0.0.1', port, strictPort: portIsChosen };
  return {
    plugins: [
      react(),
      routerWithoutTheRest,
      backend(read, server.settings),
      pdfFiles(),
      serviceWorker(read.kind === 'local' ? ['/__aws/'] : []),
    ],
    define: {
      __LOCAL_AWS__: JSON.stringify(read.kind === 'local'),
      __AWS_SETTINGS__: JSON.stringify(read.kind === 'aws' ? read.settings : null),
    },
    server: {
      ...address,
      watch: { ignored: [`${aws.dir}/**`, '**/dist-local/**'] },
      // Vite's own list, and the embedded AWS's users, keys and notes.
      fs: { deny: ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '**/.git/**', `${aws.dir}/**`] },
    },
    preview: address,
    resolve: { alias: command === 'build' ? [productionRouter] : [] },
    worker: { format: 'es' },
    build: {
      outDir: read.kind === 'local' ? 'dist-local' : 'dist',
      // The first that know light-dark().
      target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
      // Scripts import what they need by themselves; a list of them in the first file is one more thing to load.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files) => files.filter((one) => one.endsWith('.css')),
      },
      // The Content-Security-Policy allows no data: addresses.
      assetsInlineLimit: 0,
      manifest: true,
      // What the first page needs in one file: it is smaller than in several, and there is one less to wait for.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'] },
              { name: 'note-text', test: NOTE_TEXT },
            ],
          },
        },
      },
    },
  };
});

function backend(read: SettingsRead, { localAws: settings }: ServerSettings): PluginOption {
  if (read.kind === 'local') return localAws({ settings, maxAttachmentBytes: read.maxAttachmentBytes });
  if (read.kind !== 'aws') return null;
  const { region, apiUrl, bucket } = read.settings;
  return awsPreview(awsReach({ region, apiOrigin: new URL(apiUrl).origin, bucket }));
}
