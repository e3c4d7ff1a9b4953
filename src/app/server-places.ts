import { ClipError } from '../core/model/failure.ts';
import { recogniseAddress, serverKindOf } from '../delivery/targets/server-kinds.ts';
import type { PlaceFields, ServerKind } from '../delivery/targets/target-kind.ts';
import type { RecognisedAddress } from '../delivery/targets/target-test.ts';
import { changeTarget, connectTarget } from '../library/commands/targets.ts';
import type { NewTarget, TargetRecord } from '../library/model/target-record.ts';
import { getTarget, listTargets } from '../library/queries/targets.ts';
import type { Library } from '../library/store/database.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { readSecret, writeSecret } from '../platform/secrets.ts';
import { network } from './network.ts';

/** What is known of a place on a server, its secret aside. */
export interface ServerState {
  readonly kind: string;
  /** Its address, for people. */
  readonly location: string;
  readonly fields: PlaceFields;
  /** Whether its password, token or key is on this device. */
  readonly hasSecret: boolean;
  readonly tested?: TargetRecord['tested'];
}

/** A place that an address means, and what is to be filled in before it can be tried. */
export interface FoundPlace extends RecognisedAddress {
  readonly fields: PlaceFields;
}

/** Places on servers, as the settings page sets them up. */
export interface ServerPlaces {
  /** @param kind what the user says it is; nothing where the address is to tell. */
  recognise(address: string, kind?: string): FoundPlace | undefined;
  /** The place with other fields than its address had. */
  withFields(target: NewTarget, fields: PlaceFields): NewTarget;
  /** Asks for host permission for its server and no other; first thing in a user gesture. */
  allow(target: NewTarget): Promise<boolean>;
  /**
   * Tries a place out and connects it; one that cannot be written to is not connected. The same place again keeps its id.
   *
   * @returns its id.
   * @throws {ClipError} what keeps it from being written to.
   */
  connect(target: NewTarget, secret: string): Promise<string>;
  /** Writes, reads back and removes a file. @throws {ClipError} what keeps it from being written to. */
  test(id: string): Promise<void>;
  /** Stores another secret, once the place was tried with it. @throws {ClipError} as `test`. */
  changeSecret(id: string, secret: string): Promise<void>;
  /**
   * Stores other fields, once the place was tried with them. Its sign-in stays; so do the files that it has.
   *
   * @throws {ClipError} as `test`; `name-refused` for a folder or branch that no server takes.
   */
  changeFields(id: string, changes: Partial<PlaceFields>): Promise<void>;
  forgetSecret(id: string): Promise<void>;
  /** Nothing for a folder of this device. */
  stateOf(record: TargetRecord): Promise<ServerState | undefined>;
}

export function serverPlaces(library: Library, now: () => number): ServerPlaces {
  async function recordOf(id: string): Promise<TargetRecord> {
    const record = await getTarget(library, id);
    if (!record) throw new ClipError('target-unknown', id);
    return record;
  }

  async function tryOut(record: TargetRecord, secret?: string): Promise<Pick<TargetRecord, 'config' | 'tested'>> {
    const deps = secret === undefined ? network : { ...network, readSecret: async () => secret };
    const { config, limits, product } = await kindFor(record).test(record, deps);
    return { config, tested: { at: now(), limits, ...(product === undefined ? {} : { product }) } };
  }

  return {
    recognise(address, kind) {
      const found = recogniseAddress(address, kind);
      return found && { ...found, fields: kindFor(found.target).fieldsOf(found.target) };
    },
    withFields: (target, fields) => ({ ...target, config: kindFor(target).withFields(target, fields) }),
    allow: ({ access }) => (access.by === 'origins' ? requestOrigins(access.origins) : Promise.resolve(true)),
    async connect(target, secret) {
      const candidate = { id: '', connectedAt: 0, ...target };
      const { config, tested } = await tryOut(candidate, secret);
      const known = await sameAddress(library, { ...candidate, config });
      const id = known?.id ?? (await connectTarget(library, { ...target, config }, crypto.randomUUID(), now())).id;
      await writeSecret(id, secret);
      await changeTarget(library, id, {
        name: target.name,
        access: target.access,
        config,
        ...(tested ? { tested } : {}),
      });
      return id;
    },
    async test(id) {
      await changeTarget(library, id, await tryOut(await recordOf(id)));
    },
    async changeSecret(id, secret) {
      const found = await tryOut(await recordOf(id), secret);
      await writeSecret(id, secret);
      await changeTarget(library, id, found);
    },
    async changeFields(id, changes) {
      const record = await recordOf(id);
      await changeTarget(library, id, await tryOut({ ...record, config: kindFor(record).withFields(record, changes) }));
    },
    forgetSecret: (id) => writeSecret(id, undefined),
    async stateOf(record) {
      const kind = serverKindOf(record);
      if (!kind) return undefined;
      return {
        kind: record.kind,
        location: kind.location(record),
        fields: kind.fieldsOf(record),
        hasSecret: (await readSecret(record.id)) !== undefined,
        ...(record.tested ? { tested: record.tested } : {}),
      };
    },
  };
}

function kindFor(target: Pick<NewTarget, 'kind'>): ServerKind {
  const kind = serverKindOf(target);
  if (!kind) throw new ClipError('target-unknown', target.kind);
  return kind;
}

async function sameAddress(library: Library, target: TargetRecord): Promise<TargetRecord | undefined> {
  const kind = kindFor(target);
  const targets = await listTargets(library);
  return targets.find((each) => each.kind === target.kind && kind.location(each) === kind.location(target));
}
