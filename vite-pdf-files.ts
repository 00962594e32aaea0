import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const source = join(import.meta.dirname, 'node_modules/pdfjs-dist');

/** What pdf.js asks for by name: how Asian texts are encoded, two fonts of signs, and what unpacks JPEG 2000 without WebAssembly. */
const wanted: readonly (readonly [folder: string, names: RegExp])[] = [
  ['cmaps', /^LICENSE|\.bcmap$/],
  ['standard_fonts', /^LICENSE_FOXIT$|^Foxit(?:Dingbats|Symbol)\.pfb$/],
  ['wasm', /^LICENSE.*OPENJPEG$|^openjpeg_nowasm_fallback\.js$/],
];

/** Puts those beside the build's own files, under the version of pdf.js (src/screens/attachments/open-pdf.ts). */
export function pdfFiles(): Plugin {
  return {
    name: 'satchel-pdf-files',
    apply: 'build',
    async generateBundle() {
      const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
      for (const [folder, names] of wanted) {
        for (const name of (await readdir(join(source, folder))).filter((name) => names.test(name))) {
          const bytes = await readFile(join(source, folder, name));
          this.emitFile({ type: 'asset', fileName: `assets/pdf/${version}/${folder}/${name}`, source: bytes });
        }
      }
    },
  };
}
