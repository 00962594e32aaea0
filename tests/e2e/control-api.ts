/** The embedded AWS's control API, as the tests use it. */
export interface ControlApi {
  inbox(): Promise<readonly { to: string; kind: string; code: string; sentAt: number }[]>;
  /** The newest code sent to an address. */
  code(to: string, kind: string): Promise<string>;
  requests(): Promise<readonly { service: string; operation: string; status: number; at: number }[]>;
  state(): Promise<AwsState>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  clock(offsetMs: number): Promise<void>;
  /** Forgets everybody and everything, as a new account has it. */
  reset(): Promise<void>;
}

export interface AwsState {
  readonly users: readonly unknown[];
  readonly notes: Readonly<
    Record<string, readonly { noteId: string; content: string | null; attachment?: string | null }[]>
  >;
  readonly objects: readonly { key: string; size: number; contentType: string }[];
  /** Uploads in parts that are neither complete nor given up. */
  readonly uploads: readonly { key: string; uploadId: string }[];
}

export interface Fault {
  readonly service: 'user-pool' | 'identity-pool' | 'notes' | 's3';
  readonly operation?: string;
  readonly effect: 'error' | 'drop-request' | 'drop-response' | 'delay' | 'html' | 'expired-credentials' | 'cut-body';
  readonly status?: number;
  readonly delayMs?: number;
  readonly times?: number;
}

export function controlApi(base: string): ControlApi {
  const send = async (method: string, path: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${base}${path}`, { method, ...init });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const get = async (path: string) => (await send('GET', path)).json();
  const inbox: ControlApi['inbox'] = () => get('/inbox');
  return {
    inbox,
    code: async (to, kind) => {
      const mail = (await inbox()).filter((message) => message.to === to && message.kind === kind).at(-1);
      if (!mail) throw new Error(`No ${kind} mail for ${to}`);
      return mail.code;
    },
    requests: () => get('/requests'),
    state: () => get('/state'),
    fault: async (fault) => void (await send('POST', '/faults', fault)),
    clearFaults: async () => void (await send('DELETE', '/faults')),
    clock: async (offsetMs) => void (await send('POST', '/clock', { offsetMs })),
    reset: async () => void (await send('POST', '/reset')),
  };
}
