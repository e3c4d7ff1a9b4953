import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { CliError } from '../failure-sentence.ts';

/** Bits of a file's mode that let anybody but its owner at it. */
const OTHERS = 0o077;

/** The variable that holds the secret of a place: `JIANBAO_SECRET_` and its name in capitals. */
export function secretVariable(place: string): string {
  return `JIANBAO_SECRET_${place.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

/**
 * The password, token or secret key of a place: from the environment, else from a file. Never from an argument, which
 * every program on the machine can read.
 *
 * @param variables looked at in order.
 * @throws {CliError} where it is missing, or others can read the file.
 */
export async function readSecret(variables: readonly string[], file: string | undefined): Promise<string> {
  for (const name of variables) {
    const value = process.env[name];
    if (value !== undefined && value !== '') return value;
  }
  if (file !== undefined) return readSecretFile(file);
  throw new CliError(`There is no password or token for it. Put it into the variable ${variables[0]}, or into a file.`);
}

async function readSecretFile(path: string): Promise<string> {
  let content: string;
  try {
    const file = await open(path, constants.O_RDONLY);
    try {
      const { mode } = await file.stat();
      // Windows has no such modes.
      if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
        throw new CliError(`${path} can be read by others: chmod 600 ${path}, and make a new token if it was shared.`);
      }
      content = await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const secret = content.replace(/\r?\n$/, '');
  if (secret === '') throw new CliError(`${path} is empty: it should hold the password or token.`);
  return secret;
}
