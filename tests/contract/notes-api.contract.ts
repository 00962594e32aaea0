import { afterEach, beforeEach, describe } from 'vitest';
import type { ApiProfile } from '../../local-aws/settings.ts';
import { changesBehave } from './notes-api-changes.contract.ts';
import { commonPartBehaves } from './notes-api-common.contract.ts';
import { deletionBehaves } from './notes-api-deletion.contract.ts';
import { spoofingChangesNothing } from './notes-api-spoofing.contract.ts';
import type { Item, NotesApiSubject, StartNotesApi } from './notes-api-subject.ts';
import { tutorialBehaves } from './notes-api-tutorial.contract.ts';
import { validationBehaves } from './notes-api-validation.contract.ts';
import { versionsBehave } from './notes-api-versions.contract.ts';

/** What a test gets: an empty API before each, or one of its own over a table that holds something already. */
export interface Subjects {
  api(): NotesApiSubject;
  over(items: readonly Item[]): Promise<NotesApiSubject>;
}

/** The contract of the notes API; every implementation must pass the part of its profile. */
export function describeNotesApi(name: string, profile: ApiProfile, start: StartNotesApi): void {
  describe(`${name}, ${profile} profile`, () => {
    const subjects = startForEachTest(start);
    describe('for every client', () => commonPartBehaves(subjects));
    describe('for a client that lies', () => spoofingChangesNothing(subjects));
    if (profile === 'tutorial') {
      describe('the tutorial’s quirks', () => tutorialBehaves(subjects));
      return;
    }
    describe('versions', () => versionsBehave(subjects));
    describe('deletion', () => deletionBehaves(subjects));
    describe('changes since a cursor', () => changesBehave(subjects));
    describe('what it refuses', () => validationBehaves(subjects));
  });
}

function startForEachTest(start: StartNotesApi): Subjects {
  let started: NotesApiSubject[] = [];
  let empty: NotesApiSubject | undefined;

  beforeEach(async () => {
    empty = await start();
    started = [empty];
  });
  afterEach(async () => {
    await Promise.all(started.map((subject) => subject.close()));
  });

  return {
    api() {
      if (empty === undefined) throw new Error('Only within a test.');
      return empty;
    },
    async over(items) {
      const subject = await start(items);
      started.push(subject);
      return subject;
    },
  };
}
