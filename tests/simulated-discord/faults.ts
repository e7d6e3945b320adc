/** What a REST fault does to the requests that match it. */
export interface RestFault {
  /** Answer this status instead of the real one. */
  readonly status?: number;
  /** Seconds, for 429. */
  readonly retryAfter?: number;
  /** Whether the request takes effect although the answer is the fault. */
  readonly processed?: boolean;
  /** Milliseconds to sit on the request; `Infinity` never answers. */
  readonly hang?: number;
  /** How many requests it hits; 1 by default. */
  readonly times?: number;
}

interface ArmedFault extends RestFault {
  readonly method: string;
  readonly path: RegExp;
  left: number;
}

/** Faults a test arms; each REST request and gateway event takes what matches it. */
export class Faults {
  readonly #rest: ArmedFault[] = [];
  /** Filled in by the gateway. */
  gateway: GatewayFaults = {
    drop: () => {},
    zombie: () => {},
    duplicateNext: () => {},
    malformedNext: () => {},
    invalidateSession: () => {},
    requestReconnect: () => {},
    refuse: () => {},
  };
  /** Whether any fault was armed: afterwards 4xx answers are expected. */
  armed = false;

  /** `pattern` is `METHOD path` with `*` for anything, e.g. `POST *\/messages`. */
  rest(pattern: string, fault: RestFault): void {
    const [method = '*', path = '*'] = pattern.split(' ');
    const source = path.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    this.#rest.push({ ...fault, method, path: new RegExp(`^${source.join('.*')}$`), left: fault.times ?? 1 });
    this.armed = true;
  }

  take(method: string, path: string): RestFault | undefined {
    const fault = this.#rest.find(
      (candidate) => candidate.left > 0 && [method, '*'].includes(candidate.method) && candidate.path.test(path),
    );
    if (fault) fault.left -= 1;
    return fault;
  }
}

export interface GatewayFaults {
  /** Closes every connection with the code. */
  drop(code: number): void;
  /** Connections stay open but nothing is answered or sent any more, heartbeats included. */
  zombie(): void;
  /** The next event is sent twice. */
  duplicateNext(): void;
  /** A frame that is not JSON comes before the next event. */
  malformedNext(): void;
  /** Opcode 9. */
  invalidateSession(resumable: boolean): void;
  /** Opcode 7. */
  requestReconnect(): void;
  /** Every IDENTIFY is answered by closing with the code. */
  refuse(code: number): void;
}
