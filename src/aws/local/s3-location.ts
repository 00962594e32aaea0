/**
 * Where the embedded AWS keeps what AWS has at `https://BUCKET.s3.REGION.amazonaws.com`, which is what requests are signed for.
 * `endpoint`: the bucket's address on the embedded AWS, without a slash at the end. Other addresses stay as they are.
 */
export function s3Location(bucket: string, region: string, endpoint: string): (address: string) => string {
  const onAws = `https://${bucket}.s3.${region}.amazonaws.com/`;
  return (address) => (address.startsWith(onAws) ? `${endpoint}/${address.slice(onAws.length)}` : address);
}
