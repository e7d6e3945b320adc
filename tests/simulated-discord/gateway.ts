import type { IncomingMessage, Server } from 'node:http';
import { type APIMessage, ApplicationFlags, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import type { World } from './state.ts';
import { wireGuild, wireUser } from './wire.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatInterval: number;
  /** Recommended shards, and the least that are accepted. */
  readonly shards: number;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  /** Every event sent or missed, for RESUME. */
  readonly log: string[];
  socket: WebSocket | undefined;
}

interface Frame {
  readonly op: number;
  readonly d?: unknown;
}

const privileged = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Gateway v10 over WebSocket: identify, heartbeat, dispatch, resume. */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  #zombie = false;
  #duplicate = false;
  #malformed = false;
  #refusal: number | undefined;
  identified = 0;
  resumed = 0;
  /** The last presence that the bot has set. */
  presence: unknown;
  /** Milliseconds by which heartbeats came later than the interval asks. */
  readonly heartbeatLateness: number[] = [];

  constructor(world: World, server: Server, faults: Faults, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#server = new WebSocketServer({ server, perMessageDeflate: false });
    this.#server.on('connection', (socket, request) => this.#greet(socket, request));
    world.dispatch = (event, data, scope) => this.#dispatch(event, data, scope);
    faults.gateway = {
      drop: (code) => {
        faults.armed = true;
        for (const socket of this.#server.clients) code === 1006 ? socket.terminate() : socket.close(code);
      },
      zombie: () => {
        faults.armed = true;
        this.#zombie = true;
      },
      duplicateNext: () => {
        this.#duplicate = true;
      },
      malformedNext: () => {
        this.#malformed = true;
      },
      invalidateSession: (resumable) => {
        faults.armed = true;
        for (const session of this.#live()) {
          session.socket?.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable }));
          if (!resumable) this.#sessions.delete(session.id);
        }
      },
      requestReconnect: () => {
        faults.armed = true;
        for (const session of this.#live())
          session.socket?.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null }));
      },
      refuse: (code) => {
        faults.armed = true;
        this.#refusal = code;
      },
    };
  }

  get connected(): boolean {
    return this.#live().length > 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  #live(): Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket?.readyState === 1);
  }

  #greet(socket: WebSocket, request: IncomingMessage): void {
    const url = new URL(request.url ?? '/', 'ws://localhost');
    const resumeUrl = url.pathname.startsWith('/resume');
    if (url.searchParams.get('v') !== '10') {
      socket.close(4012);
      return;
    }
    const connection: { session: Session | undefined; zombie: boolean } = { session: undefined, zombie: false };
    const interval = this.#options.heartbeatInterval;
    let due: number | undefined;
    let sends: number[] = [];
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: interval } }));
    socket.on('close', (code) => {
      const { session } = connection;
      if (!session) return;
      session.socket = undefined;
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      this.#world.record(`gateway closed ${code}`);
    });
    socket.on('message', (data: Buffer) => {
      if (data.length > 4096) return socket.close(4002);
      sends = [...sends.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (sends.length > 120) return socket.close(4008);
      const frame = parse(data);
      if (!frame) return socket.close(4002);
      connection.zombie ||= this.#zombie && connection.session !== undefined;
      if (connection.zombie) return;
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          if (due !== undefined) this.heartbeatLateness.push(Math.max(0, Date.now() - due));
          due = Date.now() + interval;
          return socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
        case GatewayOpcodes.Identify:
          if (connection.session) return socket.close(4005);
          connection.session = this.#identify(socket, frame.d as Record<string, unknown>);
          return;
        case GatewayOpcodes.Resume:
          if (connection.session) return socket.close(4005);
          if (!resumeUrl) this.#world.violation('RESUME came to the ordinary gateway URL, not resume_gateway_url');
          connection.session = this.#resume(socket, frame.d as Record<string, unknown>);
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!connection.session) return socket.close(4003);
          if (frame.op === GatewayOpcodes.PresenceUpdate) this.presence = frame.d;
          return;
        default:
          return socket.close(4001);
      }
    });
  }

  #identify(socket: WebSocket, data: Record<string, unknown>): Session | undefined {
    const intents = Number(data.intents);
    const [id = 0, count = 1] = (data.shard as number[] | undefined) ?? [];
    const fatal = this.#refusal ?? this.#fault(data.token, intents, id, count);
    if (fatal !== undefined) {
      socket.close(fatal);
      return undefined;
    }
    this.identified += 1;
    this.#zombie = false;
    this.presence = data.presence;
    const session: Session = { id: this.#world.snowflake(), shard: [id, count], intents, sequence: 0, log: [], socket };
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.botIsMember && shardOf(guild.id, count) === id,
    );
    this.#send(session, 'READY', {
      v: 10,
      user: wireUser(this.#world, this.#world.bot.id),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `ws://127.0.0.1:${this.#port()}/resume`,
      shard: [id, count],
      application: { id: this.#world.bot.id, flags: ApplicationFlags.ApplicationCommandBadge },
      private_channels: [],
    });
    if (intents & GatewayIntentBits.Guilds) {
      for (const guild of guilds) this.#send(session, 'GUILD_CREATE', wireGuild(this.#world, guild));
    }
    this.#world.record('gateway identified');
    return session;
  }

  #fault(token: unknown, intents: number, id: number, count: number): number | undefined {
    if (token !== this.#options.token) return 4004;
    if (!Number.isInteger(intents) || (intents & ~knownIntents) !== 0) return 4013;
    if ((intents & privileged) !== 0) return 4014;
    if (id >= count) return 4010;
    return count < this.#options.shards ? 4011 : undefined;
  }

  #resume(socket: WebSocket, data: Record<string, unknown>): Session | undefined {
    const session = this.#sessions.get(String(data.session_id));
    if (data.token !== this.#options.token || !session) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return undefined;
    }
    const sequence = Number(data.seq);
    if (sequence > session.sequence) {
      socket.close(4007);
      return undefined;
    }
    this.resumed += 1;
    this.#zombie = false;
    session.socket = socket;
    for (const frame of session.log.slice(sequence)) socket.send(frame);
    this.#send(session, 'RESUMED', {});
    this.#world.record('gateway resumed');
    return session;
  }

  #send(session: Session, event: string, data: unknown): void {
    session.sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: session.sequence, d: data });
    session.log.push(frame);
    if (!this.#zombie) this.#transmit(session, frame);
  }

  #transmit(session: Session, frame: string): void {
    if (this.#malformed) {
      this.#malformed = false;
      session.socket?.send('{"op":0,"t":"MESSAGE_CR');
    }
    session.socket?.send(frame);
    if (this.#duplicate && /"t":"(?:MESSAGE|INTERACTION)_CREATE"/.test(frame)) {
      this.#duplicate = false;
      session.socket?.send(frame);
    }
  }

  #dispatch(event: string, data: unknown, scope: { guildId?: string; intent: number }): void {
    for (const session of this.#sessions.values()) {
      const target = scope.guildId === undefined ? 0 : shardOf(scope.guildId, session.shard[1]);
      if (session.shard[0] !== target) continue;
      if (scope.intent !== 0 && (session.intents & scope.intent) === 0) continue;
      const message = event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE';
      this.#send(session, event, message ? this.#withoutContent(data as APIMessage, scope, session.intents) : data);
    }
  }

  /** Without the privileged intent only direct messages, mentions and its own messages show what they say. */
  #withoutContent(message: APIMessage, scope: { guildId?: string }, intents: number): APIMessage {
    const me = this.#world.bot.id;
    const open =
      scope.guildId === undefined ||
      (intents & GatewayIntentBits.MessageContent) !== 0 ||
      message.author.id === me ||
      message.mentions.some(({ id }) => id === me);
    return open ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  }
}

function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

function parse(data: Buffer): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(data.toString('utf8'));
    return typeof frame === 'object' && frame !== null && 'op' in frame ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}
