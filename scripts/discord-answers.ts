import { openBellerophon } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { serveAnswers } from '../src/surfaces/discord/answering/serve-answers.ts';

// Forked by scripts/discord.ts.
await serveAnswers(process, (conversations, onNotice) =>
  openBellerophon(readConfig({ ...process.env }), { conversations, onNotice }),
);
