import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProcessOptions, runTypeScript } from '../run-process.ts';

const file = 'tests/surfaces/processes/ask.ts';
const ask = (args: readonly string[], options?: ProcessOptions) => runTypeScript(file, args, options);

describe('ask as a process', () => {
  test('prints a readable answer and nothing else', async () => {
    const { stdout, stderr, exitCode } = await ask(['Whom', 'has he met?']);
    expect(stdout).toMatch(/^He met Emmanuel Bonne on Tuesday\. \[1\] .*\n\nSources\n {2}\[1\] Axios/);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test('prints one JSON object', async () => {
    const { stdout } = await ask(['--json', '--as-of', '1 October 2021', '--lang', 'fr', 'met']);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'answered', asOf: '2021-10-01', language: 'fr', id: null });
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  test('labels the answer in its own language, the rest in that of the locale', async () => {
    const { stdout } = await ask(['Qui a-t-il rencontré ?'], { environment: { LANG: 'en_GB.UTF-8' } });
    expect(stdout).toContain('une seule source');
    const { stderr } = await ask([], { environment: { LANG: 'fr_FR.UTF-8' } });
    expect(stderr).toMatch(/^Erreur\u00a0: attendu, un seul de/);
  });

  test('refuses what it does not understand in one line with exit code 2', async () => {
    const { stdout, stderr, exitCode } = await ask(['q', '--colour']);
    expect(stderr).toBe("Error: unknown option '--colour'\n");
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });

  test('refuses an outlet that no article is by, whatever is asked, and says which may be meant', async () => {
    for (const asked of [['met'], ['--timeline'], ['--who', 'Hulta'], ['--check', 'They met']]) {
      const { stdout, stderr, exitCode } = await ask([...asked, '--outlet', 'Axois']);
      expect(stderr).toBe('Error: The file has no article by an outlet “Axois”. Did you mean: Axios?\n');
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    }
  });

  test('says in the language of the interface why a picture cannot be written', async () => {
    const { stderr, exitCode } = await ask(['--timeline', '--picture', '/no/such/folder/x.png'], {
      environment: { BELLEROPHON_LANGUAGE: 'fr' },
    });
    expect(stderr).toContain('le dossier de /no/such/folder/x.png n’existe pas');
    expect(exitCode).toBe(2);
  });

  test('says in one line that something unexpected happened, without a stack', async () => {
    const { stdout, stderr, exitCode } = await ask(['please fail']);
    expect(stderr).toMatch(/^Error: something unexpected happened \(cannot read the moon\).*\n$/);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  });

  test('refuses an unusable setting by name', async () => {
    const { stderr, exitCode } = await ask(['q'], { environment: { ANSWER_TIMEOUT: 'soon' } });
    expect(stderr).toContain('ANSWER_TIMEOUT');
    expect(exitCode).toBe(2);
  });

  test('prints its help in the language of the interface', async () => {
    const { stdout, exitCode } = await ask(['--help'], { environment: { BELLEROPHON_LANGUAGE: 'fr' } });
    expect(stdout).toMatch(/^Utilisation\u00a0: ask/);
    expect(stdout).toContain('--timeline');
    expect(exitCode).toBe(0);
  });

  test('tells bad lines apart from answers and still succeeds', async () => {
    const { stdout, stderr, exitCode } = await ask(['--jsonl'], { input: '{"id":"a","question":"met"}\nnope\n' });
    const [answer, error] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answer).toMatchObject({ id: 'a', status: 'answered' });
    expect(error).toMatchObject({ id: null, line: 2 });
    expect(stderr).toContain('1 of 2 lines');
    expect(exitCode).toBe(0);
  });

  test('ends quietly when whoever reads its output has gone', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx/esm', file, '--jsonl']);
    const lines = `${JSON.stringify({ question: 'met' })}\n`.repeat(20_000);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined).end(lines);
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.on('exit', resolve));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test('shows the prompt and tries the chat model without opening the file', async () => {
    const [prompt, none, some] = await Promise.all([
      ask(['--show-prompt', '--lang', 'fr']),
      ask(['--check-model']),
      ask(['--check-model'], { environment: { CHAT_MODEL: 'ollama:llama3.2' } }),
    ]);
    expect(prompt).toEqual({ stdout: 'the prompt in fr\n', stderr: '', exitCode: 0 });
    expect(none).toEqual({ stdout: 'no model\n', stderr: '', exitCode: 7 });
    expect(some).toEqual({ stdout: 'ollama:llama3.2 answers\n', stderr: '', exitCode: 0 });
  });

  test('says in the language asked for, and as JSON where it is asked for, what the trial of the model gave', async () => {
    const [french, json] = await Promise.all([
      ask(['--check-model', '--lang', 'fr']),
      ask(['--check-model', '--json'], { environment: { CHAT_MODEL: 'ollama:llama3.2' } }),
    ]);
    expect(french).toEqual({ stdout: 'aucun modèle\n', stderr: '', exitCode: 7 });
    expect(JSON.parse(json.stdout)).toEqual({ ok: true, message: 'ollama:llama3.2 answers' });
  });

  test('prints a timeline, a profile and a verdict, as text and as JSON', async () => {
    const picture = join(mkdtempSync(join(tmpdir(), 'bellerophon-')), 'timeline.png');
    const timeline = await ask(['--timeline', '--name', 'Hulata', '--from', '2021-09', '--picture', picture]);
    expect(timeline.stdout).toMatch(/^Timeline\n19 October 2021\n/);
    expect(timeline.stderr).toContain(picture);
    expect(readFileSync(picture, 'utf8')).toBe('picture');
    const [events, profile, nobody, verdict] = await Promise.all([
      ask(['--timeline', '--json']),
      ask(['--who', 'Hulta', '--json']),
      ask(['--who', 'Hopper', '--json']),
      ask(['--check', 'They met', '--json']),
    ]);
    expect(JSON.parse(events.stdout).events[0].date).toBe('2021-10-19');
    expect(JSON.parse(profile.stdout)).toMatchObject({ found: true, entry: { canonical: 'Eyal Hulata' } });
    expect(JSON.parse(nobody.stdout)).toEqual({ name: 'Hopper', found: false, suggestions: ['Eyal Hulata'] });
    expect(JSON.parse(verdict.stdout)).toMatchObject({ claim: 'They met', verdict: 'disputed' });
  });
});
