import { describe, expect, it } from 'vitest';
import { createAppUpdates } from '#src/composition/app-updates.ts';
import { takeOver } from '#src/service-worker/take-over.ts';
import { createFakeNetwork } from '../sync/fakes/fake-network.ts';
import { createFakePage } from '../sync/fakes/fake-page.ts';
import { createFakeTimers } from '../sync/fakes/fake-timers.ts';

interface Setting {
  /** Whether a person has used the page. */
  readonly touched?: boolean;
  /** Whether this is the first visit. */
  readonly first?: boolean;
}

/** A page with a service worker behind it, and the ways to change what they say. */
async function lab({ touched = true, first = false }: Setting = {}) {
  const timers = createFakeTimers();
  const events = createFakePage(createFakeNetwork(timers));
  const container = Object.assign(new EventTarget(), { controller: first ? null : {} });
  const state = { unsaved: false, uploading: false, reloads: 0, looks: 0 };
  const registration = Object.assign(new EventTarget(), {
    active: first ? null : {},
    waiting: null as unknown,
    installing: null as unknown,
    update: async () => {
      state.looks += 1;
    },
  });
  const changeController = () => container.dispatchEvent(new Event('controllerchange'));
  const updates = createAppUpdates({
    events,
    timers,
    container,
    register: async () => registration as unknown as ServiceWorkerRegistration,
    report: (problem) => {
      throw new Error(problem);
    },
    page: {
      touched: () => touched,
      wouldLose: () => state.unsaved,
      uploading: () => state.uploading,
      reload: () => {
        state.reloads += 1;
      },
    },
  });
  await updates.start();
  /** A version has been fetched, and waits. */
  const arrive = () => {
    const worker = Object.assign(new EventTarget(), {
      state: 'installed',
      postMessage: (message: unknown) => {
        if (message === takeOver) changeController();
      },
    });
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    Object.assign(registration, { installing: null, waiting: worker });
    worker.dispatchEvent(new Event('statechange'));
  };
  const hide = () => {
    events.isVisible = false;
    events.tell('hidden');
  };
  return { timers, events, updates, state, arrive, hide, changeController };
}

describe('a new version of the app', () => {
  it('is offered, and taken when a person says so', async () => {
    const { updates, state, arrive, timers } = await lab();
    arrive();
    expect(updates.ready.get()).toBe(true);
    await timers.pass(60_000);
    expect(state.reloads).toBe(0);
    expect(await updates.take()).toBe(true);
    expect(state.reloads).toBe(1);
  });

  it('waits for what is not written yet', async () => {
    const { updates, state, arrive, timers } = await lab();
    arrive();
    state.unsaved = true;
    const taking = updates.take();
    await timers.pass(1_000);
    expect(state.reloads).toBe(0);
    state.unsaved = false;
    await timers.pass(200);
    expect(await taking).toBe(true);
    expect(state.reloads).toBe(1);
  });

  it.each(['unsaved', 'uploading'] as const)('is not taken while something stays %s', async (what) => {
    const { updates, state, arrive, timers } = await lab();
    arrive();
    state[what] = true;
    const taking = updates.take();
    await timers.pass(10_000);
    expect(await taking).toBe(false);
    expect(state.reloads).toBe(0);
  });

  it('is taken by itself in a page that has just been opened and that nobody has touched', async () => {
    const { state, arrive, timers } = await lab({ touched: false });
    arrive();
    await timers.pass(0);
    expect(state.reloads).toBe(1);
  });

  it('is only offered in a page that somebody looks at', async () => {
    const { state, arrive, timers } = await lab({ touched: false });
    await timers.pass(11_000);
    arrive();
    await timers.pass(1_000);
    expect(state.reloads).toBe(0);
  });

  it('is taken in a page that has been left for five minutes, and not in one that was come back to', async () => {
    const { events, state, arrive, hide, timers } = await lab();
    arrive();
    hide();
    await timers.pass(4 * 60_000);
    events.isVisible = true;
    events.tell('focus');
    await timers.pass(10 * 60_000);
    expect(state.reloads).toBe(0);
    hide();
    await timers.pass(5 * 60_000);
    expect(state.reloads).toBe(1);
  });

  it('that another tab has taken is offered here too, and a reload goes to it', async () => {
    const { updates, state, changeController } = await lab();
    changeController();
    expect(updates.ready.get()).toBe(true);
    expect(state.reloads).toBe(0);
    await updates.take();
    expect(state.reloads).toBe(1);
  });

  it('is looked for when somebody comes back, once a minute at most', async () => {
    const { events, state, timers } = await lab();
    events.tell('focus');
    expect(state.looks).toBe(0);
    await timers.pass(60_000);
    events.tell('focus');
    events.tell('online');
    expect(state.looks).toBe(1);
  });
});

it('the first version of all is no new one', async () => {
  const { updates, state, arrive, changeController, timers } = await lab({ first: true, touched: false });
  arrive();
  changeController();
  await timers.pass(1_000);
  expect([updates.ready.get(), state.reloads]).toEqual([false, 0]);
});
