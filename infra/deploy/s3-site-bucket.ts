import { readFile } from 'node:fs/promises';
import { DeleteObjectsCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { SiteBucket } from './world.ts';

export function s3SiteBucket(client: S3Client, name: string): SiteBucket {
  return {
    async keys(prefix) {
      const keys: string[] = [];
      for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix }))
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      return keys;
    },
    async put({ path, file, contentType, cacheControl }) {
      const key = path.slice(1);
      const headers = { ContentType: contentType, CacheControl: cacheControl };
      await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: await readFile(file), ...headers }));
    },
    async remove(keys) {
      const objects = keys.map((Key) => ({ Key }));
      const { Errors } = await client.send(
        new DeleteObjectsCommand({ Bucket: name, Delete: { Objects: objects, Quiet: true } }),
      );
      const [first] = Errors ?? [];
      if (first !== undefined) throw new Error(`${first.Key}: ${first.Code} ${first.Message}`);
    },
  };
}
