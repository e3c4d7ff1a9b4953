import { toFailure } from '../../core/model/failure.ts';
import { diskSentence } from '../disk-sentence.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';

/** Says why posts could not be written. The detail is of the target: it names no secret. @param where `below DIR`, `to NAME`. */
export function placeFailure(where: string, error: unknown): CliError {
  return new CliError(`The post could not be written ${where}. ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  const ofDisk = diskSentence(error);
  if (ofDisk !== undefined) return ofDisk;
  const { code, detail } = toFailure(error);
  return code === 'unexpected' || detail === '' ? failureSentence(error) : `${failureSentence(error)} (${detail})`;
}
