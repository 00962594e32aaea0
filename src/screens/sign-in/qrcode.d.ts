/** The part of the package `qrcode` that is used; it brings no types of its own. */
declare module 'qrcode' {
  interface BitMatrix {
    /** Modules along one side. */
    readonly size: number;
    /** 1 where the module is dark. */
    get(row: number, column: number): number;
  }

  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: BitMatrix };
}
