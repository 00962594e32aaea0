import type { AwsError } from '../service.ts';
import type { Xml } from './xml.ts';
import { element, xmlDocument } from './xml.ts';

export const xmlResponse = (root: Xml, headers: Readonly<Record<string, string>> = {}, status = 200): Response =>
  new Response(xmlDocument(root), { status, headers: { 'content-type': 'application/xml', ...headers } });

/** A refusal in the form of S3. */
export const errorResponse = (error: AwsError, requestId: string): Response =>
  xmlResponse(
    element(
      'Error',
      element('Code', error.code),
      element('Message', error.message),
      ...Object.entries(error.fields).map(([name, text]) => element(name, text)),
      element('RequestId', requestId),
      element('HostId', requestId),
    ),
    {},
    error.status,
  );
