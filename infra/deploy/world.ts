import type { Command } from './plan.ts';
import type { SiteFile } from './site-files.ts';

/** All that deploying does outside of itself. */
export interface DeployWorld {
  /** Runs the program; what it prints goes to the terminal, too. */
  run(command: Command): Promise<{ readonly ok: boolean; readonly output: string }>;
  /** Null where there are some; else what the search for them has said. */
  missingCredentials(): Promise<string | null>;
  /** Null: there is no such file. */
  read(path: string): Promise<string | null>;
  files(dir: string): Promise<readonly SiteFile[]>;
  bucket(region: string, name: string): SiteBucket;
  /** What the person answers. */
  ask(question: string): Promise<string>;
  say(text: string): void;
}

/** The site's bucket. What AWS refuses is thrown as it comes. */
export interface SiteBucket {
  /** All keys that begin like this. */
  keys(prefix: string): Promise<readonly string[]>;
  put(file: SiteFile): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
