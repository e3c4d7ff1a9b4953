import { ClipError, type FailureCode, toFailure } from '../../core/model/failure.ts';
import { diskSentence } from '../disk-sentence.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import { networkReason } from '../network-reason.ts';

/** The popup's words are for a place that has worked before, and for a browser. */
const AT_A_TERMINAL: Partial<Record<FailureCode, string>> = {
  'auth-expired': 'The place does not accept the sign-in: the password, token or key is wrong, expired or revoked.',
  'repository-gone': 'The repository or its branch cannot be found, or the token may not see it.',
  'folder-gone': 'The folder or bucket is not there.',
  'name-refused': 'The place does not allow this file name.',
  'wrong-kind': 'There is a file where the folder should be, or a folder where the file should be.',
  'too-large': 'The post is larger than the place takes.',
};

/** Says why posts could not be written. @param where `below DIR`, `to NAME`. */
export function placeFailure(where: string, error: unknown): CliError {
  return new CliError(`The post could not be written ${where}. ${placeSentence(error)}`);
}

/** Says why a place cannot be written to. The detail is of the target: it names no secret. */
export function placeSentence(error: unknown): string {
  const ofDisk = diskSentence(error);
  if (ofDisk !== undefined) return ofDisk;
  const { code, detail } = toFailure(error);
  const sentence = code === 'offline' ? unreached(error, detail) : (AT_A_TERMINAL[code] ?? failureSentence(error));
  return code === 'unexpected' || detail === '' ? sentence : `${sentence} (${detail})`;
}

/** Node says why a server cannot be reached, in the cause of what `fetch` throws. Without a cause it has answered. */
function unreached(error: unknown, detail: string): string {
  const reason = reasonIn(error, /^[A-Z]+ (\S+): /.exec(detail)?.[1] ?? 'the server');
  return reason === undefined ? 'The server cannot be used now.' : `The place cannot be reached: ${reason}.`;
}

function reasonIn(error: unknown, host: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ClipError) return reasonIn(error.cause, host);
  return 'code' in error && !(error.cause instanceof Error) ? networkReason(error, host) : reasonIn(error.cause, host);
}
