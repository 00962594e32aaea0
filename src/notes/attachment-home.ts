/** Where one person's attachments are kept: what is needed to tell an object's key from what a note says of it. */
export interface AttachmentHome {
  /** The federated identity id, e.g. `us-east-1:7c9d…`. */
  readonly identityId: string;
  readonly bucket: string;
  /** What new keys begin with, with the identity id filled in, e.g. `us-east-1:7c9d…/`. */
  readonly prefix: string;
}
