/**
 * Finds the Chromium that end-to-end tests run in: CHROMIUM_PATH, else the system's, else Playwright's.
 * Run as a program it gets one where there is none, or fails saying what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

// The first is the same engine without a browser's windows around it, and takes two thirds of the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named))
      throw new Error(`CHROMIUM_PATH is ${named}, and there is no program. Correct it or unset it.`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere];
  return [...paths, chromium.executablePath()].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function run(program, args) {
  console.log(`$ ${program} ${args.join(' ')}`);
  return (
    spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

function getChromium() {
  console.log('There is no Chromium on this machine; getting one.');
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (works(findChromium())) return;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    // A Debian of before 2025 has no shell by itself.
    const install = ['chromium-headless-shell', 'chromium'];
    if (run('apt-get', ['update']) && install.some((name) => run('apt-get', ['install', '-y', name])))
      if (works(findChromium())) return;
  }
  throw new Error(
    'The end-to-end tests need a Chromium, and getting one failed (see above). Install Chromium or Google Chrome, ' +
      'or set CHROMIUM_PATH to the program of one, and run the tests again.',
  );
}

/** @param {string | undefined} path */
function works(path) {
  return path !== undefined && spawnSync(path, ['--version', '--no-sandbox']).status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    if (!works(findChromium())) getChromium();
    console.log(`End-to-end tests run in ${findChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
