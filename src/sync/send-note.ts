import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { NotesApi, Profile, WireNote, Written } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord, Sending } from '#src/store/note-record.ts';
import { answered, conflicted, deletedElsewhere, deletedHere } from './note-transitions.ts';
import type { SendAs } from './send-as.ts';

/** What AWS made of a change. */
export interface Outcome {
  readonly becomes: (record: NoteRecord | undefined) => NoteRecord | undefined;
  /** False where AWS showed something else instead of taking it, and what comes of that may have to be sent at once. */
  readonly settled: boolean;
  /** The object keys that nobody needs any more once the record has become so. */
  readonly letGo: readonly string[];
}

/**
 * Sends the record's change in flight and says what came of it; a failure means that it is still in flight. The versioned
 * backend checks a save against its version itself; on the tutorial's the note is read before it is written, which
 * detects a change elsewhere but cannot exclude one in between. A delete reads the note again on both.
 */
export function createSendNote(deps: {
  readonly api: NotesApi;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
}): (record: NoteRecord, sending: Sending, profile: Profile) => Promise<Result<Outcome, AwsFailure>> {
  const { api, sendAs, home, now } = deps;
  const unsettled = (becomes: Outcome['becomes']) => succeeded<Outcome>({ becomes, settled: false, letGo: [] });
  const shows = (note: WireNote) => unsettled((record) => record && conflicted(record, note, now(), home));

  async function save(record: NoteRecord, sending: Sending & { kind: 'save' }, profile: Profile) {
    if (profile === 'tutorial') {
      const there = await sendAs(() => api.read(record.id));
      if (!there.ok) return there;
      if (there.value !== null && !isBaseOf(record, there.value)) return shows(there.value);
      const { base } = record;
      if (there.value === null && base !== null && base.deleted !== true)
        return unsettled((current) => deletedElsewhere(current, base.version, home));
    }
    const { text: content, attachment, version } = sending;
    const answer = await sendAs(() => api.write({ id: record.id, content, attachment, version }, profile));
    if (!answer.ok) return answer;
    const written = answer.value;
    if (written.kind === 'changed elsewhere') return shows(written.note);
    if (written.kind === 'deleted elsewhere') {
      return unsettled((current) => deletedElsewhere(current, written.version, home));
    }
    return succeeded<Outcome>({
      becomes: (current) => current && answered(current, written.version, now()),
      settled: true,
      letGo: [],
    });
  }

  async function remove(record: NoteRecord, profile: Profile) {
    const gone = (tombstone: number) =>
      succeeded<Outcome>({
        becomes: (current) => deletedHere(current, tombstone, home),
        settled: true,
        letGo: [record, record.base].flatMap((version) => (version === null ? [] : keysNamed(version, home))),
      });
    const there = await sendAs(() => api.read(record.id));
    if (!there.ok) return there;
    const note = there.value;
    if (note === null) return gone(0);
    if (!isBaseOf(record, note)) return shows(note);
    const answer = await sendAs(() => api.remove(record.id, note.version, profile));
    if (!answer.ok) return answer;
    const written: Written = answer.value;
    if (written.kind === 'changed elsewhere') return shows(written.note);
    return gone(written.version);
  }

  return (record, sending, profile) =>
    sending.kind === 'save' ? save(record, sending, profile) : remove(record, profile);
}

const isBaseOf = ({ base }: NoteRecord, note: WireNote) =>
  base !== null && base.text === note.content && base.attachment === note.attachment;
