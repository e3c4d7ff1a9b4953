import type { Program } from './config.ts';

/** A browser starts one file without extra arguments: a script that adds them. @param platform as Node names it. */
export function launcherText({ node, script }: Program, config: string, platform: string): string {
  const paths = [node, script, config].map(platform === 'win32' ? quotedForBatch : quotedForShell);
  const [quotedNode, quotedScript, quotedConfig] = paths;
  const command = `${quotedNode} ${quotedScript} host run --config ${quotedConfig} --`;
  if (platform === 'win32') return `@echo off\r\nchcp 65001 >nul\r\n${command} %*\r\n`;
  return `#!/bin/sh\nexec ${command} "$@"\n`;
}

/** A path holds no quotes on Windows; a per cent sign would be a variable's. */
function quotedForBatch(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`;
}

/** Quotes a value so that the shell reads it unchanged. */
function quotedForShell(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
