import type { Logger } from '../../../logging.ts';
import type { ChannelSender } from '../wire/channel-sender.ts';

/** Shows "is typing" until the returned function is called. Failures are only logged: it is a courtesy. */
export function showTyping(sender: ChannelSender, channelId: string, interval: number, logger: Logger): () => void {
  const type = (): void => {
    sender.type(channelId).catch((error: unknown) => logger.debug({ err: error }, 'typing could not be shown'));
  };
  type();
  const timer = setInterval(type, interval);
  return () => clearInterval(timer);
}
