/** A recording that has begun. */
export interface Recording {
  /** What was recorded, once it has ended: by `end`, or since the microphone has gone. */
  readonly ended: Promise<Blob>;
  end(): void;
}

/** `refused`: a person or the system does not let this page listen; `no microphone`: nothing can be recorded with. */
export type NoRecording = 'refused' | 'no microphone';

/** Begins to record what the microphone hears, after the browser has asked whether it may. */
export async function startRecording(): Promise<Recording | NoRecording> {
  // Insecure pages have none.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined || !('MediaRecorder' in window)) return 'no microphone';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'no microphone';
  }
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const ended = new Promise<Blob>((done) => {
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      done(new Blob(parts, { type: recorder.mimeType.replace(/;.*/, '') }));
    });
  });
  // In parts, which the browser can put aside.
  recorder.start(1_000);
  return {
    ended,
    end: () => {
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}

/** The file of a recording; `at`: ms. */
export const recordingFile = (blob: Blob, title: string, at: number): File => {
  const time = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  const extension = blob.type === 'audio/mp4' ? 'm4a' : blob.type.replace('audio/', '') || 'webm';
  const name = `${title} ${time.slice(0, 10)} ${time.slice(11, 16).replace(':', '.')}.${extension}`;
  return new File([blob], name, { type: blob.type });
};
