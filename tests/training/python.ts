import { spawnSync } from 'node:child_process';

/** A Python that has these modules; Debian's own where another comes first in PATH. Undefined where there is none. */
export function pythonWith(modules: string): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', `import ${modules}`]).status === 0,
  );
}
