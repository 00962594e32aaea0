import type { AwsFailure } from '#src/aws/aws-failure.ts';

/** Why a file may not be sent, or null where it may. Both sizes in bytes. */
export function tooLargeToSend(
  file: { readonly name: string; readonly size: number },
  most: number,
): AwsFailure | null {
  if (file.size <= most) return null;
  return {
    kind: 'too-large',
    message:
      '“{name}” has {size} MB and a file may have {most} MB at most. Choose a smaller file, or make this one smaller first.',
    values: { name: file.name, size: megabytes(file.size, Math.ceil), most: megabytes(most, Math.floor) },
    details: `${file.size} bytes, limit ${most} (VITE_MAX_ATTACHMENT_MB)`,
  };
}

/** As the setting counts them, with one decimal where it says something; rounded so that a file over the limit never reads as within it. */
function megabytes(bytes: number, round: (value: number) => number): number {
  return round((bytes / (1024 * 1024)) * 10) / 10;
}
