/** What the embedded AWS is handed of the world, so that tests can have their own clock and dice. */
export interface World {
  /** ms since 1970, as the servers' clock tells it. */
  now(): number;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
}

/** A request as it would arrive at AWS. */
export interface AwsRequest {
  readonly method: string;
  /** The address on AWS, e.g. `https://BUCKET.s3.REGION.amazonaws.com/KEY`, also where the request came to a path of the local server. */
  readonly url: URL;
  /** What the client signed: the address as it was sent, or for S3 the address on AWS. */
  readonly signedUrl: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

export type ServiceName = 'user-pool' | 'identity-pool' | 'notes' | 's3';

/** One AWS service behind the router, which adds CORS, faults and the log. */
export interface AwsService {
  readonly name: ServiceName;
  /** What the log and the faults call this request: the Cognito action, `GET /notes/{id}`, or the S3 action (`PutObject`). */
  operation(request: AwsRequest): string;
  /** Answers; expected refusals are thrown as AwsError. */
  handle(request: AwsRequest): Promise<Response>;
  /** The refusal in this service's own wire format (JSON with `__type`, `{message}`, or XML). */
  refuse(error: AwsError): Response;
}

/** A refusal with AWS's own error name. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** What the service says beside, by name. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** Who signs a request: what the identity pool has given out. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ms */
  readonly expiresAt: number;
  readonly identityId: string;
}

export interface InboxMessage {
  readonly to: string;
  /** `sign-in`: a second factor, in pools that ask for one by mail. */
  readonly kind: 'sign-up' | 'reset' | 'attribute' | 'sign-in';
  readonly code: string;
  /** ms */
  readonly sentAt: number;
}
