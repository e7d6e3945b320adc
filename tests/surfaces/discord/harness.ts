import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST, Routes } from 'discord.js';
import { createLogger } from '../../../src/logging.ts';
import type { AnsweringService } from '../../../src/surfaces/discord/answering/answering-service.ts';
import { type DiscordBot, startDiscordBot } from '../../../src/surfaces/discord/bot.ts';
import { commandDefinitions } from '../../../src/surfaces/discord/commands/definitions.ts';
import type { RenderTimelinePicture } from '../../../src/surfaces/discord/context.ts';
import type { Settings } from '../../../src/surfaces/discord/settings.ts';
import type { BotState } from '../../../src/surfaces/discord/state/bot-state.ts';
import { openState } from '../../../src/surfaces/discord/state/open-state.ts';
import { SimulatedDiscord, type SimulationOptions } from '../../simulated-discord/simulated-discord.ts';
import { scriptedBellerophon } from './scripted-bellerophon.ts';

export interface StageOptions extends SimulationOptions {
  readonly bellerophon?: AnsweringService;
  readonly settings?: Partial<Settings>;
  readonly renderTimelinePicture?: RenderTimelinePicture;
  readonly healthPort?: number;
  readonly logQuestions?: boolean;
  readonly questionRetentionDays?: number;
  readonly register?: boolean;
}

/** A simulated Discord, the real bot connected to it through the real discord.js, and what it logs. */
export class Stage {
  readonly discord: SimulatedDiscord;
  readonly logs: string[] = [];
  readonly dataDir: string;
  readonly #options: StageOptions;
  bot!: DiscordBot;
  state!: BotState;

  static async open(options: StageOptions = {}): Promise<Stage> {
    const stage = new Stage(
      await SimulatedDiscord.start(options),
      await mkdtemp(join(tmpdir(), 'bellerophon-')),
      options,
    );
    if (options.register !== false) await stage.register();
    await stage.start();
    return stage;
  }

  private constructor(discord: SimulatedDiscord, dataDir: string, options: StageOptions) {
    this.discord = discord;
    this.dataDir = dataDir;
    this.#options = options;
  }

  /** All at once, in one request; what `register-commands` does has tests of its own. */
  async register(): Promise<void> {
    const rest = new REST({ api: this.discord.restUrl }).setToken(this.discord.token);
    await rest.put(Routes.applicationCommands(this.discord.world.bot.id), { body: commandDefinitions });
  }

  async start(): Promise<void> {
    const {
      bellerophon,
      settings,
      renderTimelinePicture,
      healthPort,
      logQuestions,
      questionRetentionDays = 30,
    } = this.#options;
    this.state = openState({ dataDir: this.dataDir, questionRetentionDays });
    this.bot = await startDiscordBot({
      token: this.discord.token,
      api: this.discord.restUrl,
      healthPort,
      bellerophon: bellerophon ?? scriptedBellerophon(),
      state: this.state,
      logger: createLogger('debug', { write: (line) => void this.logs.push(line) }),
      renderTimelinePicture,
      logQuestions: logQuestions ?? false,
      questionRetentionDays,
      settings: { burst: 1000, deliveryPause: 20, ...settings },
    });
  }

  /** Ends the bot as SIGTERM does. */
  async stop(): Promise<void> {
    await this.bot.close();
    await this.state.close();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop().catch(() => {});
    await this.discord.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
