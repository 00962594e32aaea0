/** A sentence in English, which is put into the reader's language where it is shown. */
export interface Told {
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What is set up wrong, in the words that the connection check, `npm run doctor` and the app's failures share. */
export interface Diagnosis extends Told {
  /** What to change. */
  readonly change: Told;
  /** Where in the AWS console, in its own English names; null: not there. */
  readonly where: string | null;
  /** What belongs there, to be copied. */
  readonly statement?: string;
}

/** Where a person's backend is, as far as a diagnosis names it. */
export interface Backend {
  readonly region: string;
  readonly apiUrl: string;
  readonly bucket: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
}
