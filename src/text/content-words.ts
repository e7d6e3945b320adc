import { fold } from './fold.ts';

/**
 * Words that published stop lists hold although a question can be about them: "Did France try to buy it?", "when was the
 * shop opened?". Numbers, light verbs and what only places things ("side", "part", "recent") are left out.
 */
const lists = `
  announce annonce bill bills buy call cause caused causes computer cry ended fire homepage invention join member members microsoft mill
  open opened opening opens order ordered ordering orders ouvert ouverte ouverts ouvertes page pages parle parlent parler problem problems
  published research state states stop system test vol vols website work worked working works`;

/** Folded. */
export const contentWords: ReadonlySet<string> = new Set(lists.trim().split(/\s+/).map(fold));
