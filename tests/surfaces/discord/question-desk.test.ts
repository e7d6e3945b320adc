import { describe, expect, it } from 'vitest';
import {
  isRefusal,
  QuestionCancelled,
  QuestionDesk,
  type Ticket,
} from '../../../src/surfaces/discord/question-desk.ts';
import { defaultSettings } from '../../../src/surfaces/discord/settings.ts';
import { Gate } from './scripted-bellerophon.ts';

const desk = (settings = {}) => new QuestionDesk({ ...defaultSettings, concurrency: 1, ...settings });
const admit = (at: QuestionDesk, user: string): Ticket => {
  const ticket = at.admit(user);
  if (isRefusal(ticket)) throw new Error(ticket.kind);
  return ticket;
};

describe('the question desk', () => {
  it('gives up a question that still waits for its turn, and never begins it', async () => {
    const gate = new Gate();
    const one = desk();
    const first = admit(one, 'alice').run(() => gate.opened);
    const ticket = admit(one, 'bob');
    let begun = false;
    const second = ticket.run(async () => {
      begun = true;
    });
    ticket.cancel('deleted');
    await expect(second).rejects.toBeInstanceOf(QuestionCancelled);
    gate.open();
    await first;
    expect(begun).toBe(false);
    expect(one.open).toBe(0);
  });

  it('frees the place of a question that has failed', async () => {
    const one = desk();
    await expect(admit(one, 'alice').run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(isRefusal(one.admit('alice'))).toBe(false);
  });

  it('when closing, gives up also what waits, and tells each why', async () => {
    const one = desk({ drainTimeout: 10 });
    const runs = ['a', 'b', 'c'].map((user) => one.track(admit(one, user).run(() => new Promise(() => {}))));
    const outcomes = Promise.allSettled(runs);
    await one.close();
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'restarting' } });
    expect(one.admit('d')).toEqual({ kind: 'closing' });
  });

  it('does not charge a person for what it refuses for another reason than haste', async () => {
    const one = desk({ burst: 2, refill: 60_000 });
    const gate = new Gate();
    const run = admit(one, 'alice').run(() => gate.opened);
    for (let times = 0; times < 5; times += 1) expect(one.admit('alice')).toEqual({ kind: 'inFlight' });
    gate.open();
    await run;
    admit(one, 'alice').release();
    expect(one.admit('alice')).toMatchObject({ kind: 'cooldown' });
  });
});
