/**
 * A pack as several people change it. Each version names all it came after (`past`): where a version comes after
 * another it takes that one's place; where two were made apart both are kept, the later under the pack's id, the other as
 * a pack of its own whose id is made from what it says, so that every machine makes the same. Joining is the union of
 * the versions less those that another came after: commutative, associative and idempotent.
 */
import { canonicalJson } from '../canonical-json.ts';
import { hashedId } from '../hashed-id.ts';
import { sha256 } from '../sha256.ts';
import type { Pack } from './pack.ts';

/** 48 bits: no two versions of one pack share an id by chance. */
const VERSION_DIGITS = 12;

/** What a version is known by: made from what it says, when and by whom; the id it lies under and its past aside. */
export function packVersion(pack: Pack): string {
  const said = { ...pack, id: undefined, versionOf: undefined, past: undefined };
  return sha256(canonicalJson(said)).slice(0, VERSION_DIGITS);
}

/** The past of the version that takes the place of `before`. */
export function pastAfter(before: Pack): string[] {
  return [...new Set([...(before.past ?? []), packVersion(before)])];
}

/** Joins packs of any number of collections into those there are then; what several have is there once. */
export function joinPacks(packs: readonly Pack[]): Pack[] {
  const families = new Map<string, Map<string, Pack>>();
  const addVersion = (pack: Pack) => {
    const family = families.get(pack.id) ?? new Map<string, Pack>();
    const version = packVersion(pack);
    const known = family.get(version);
    family.set(version, known ? greater(known, pack) : pack);
    families.set(pack.id, family);
  };
  for (const pack of packs) addVersion(asVersion(pack));
  return joinFamilies(families, addVersion);
}

/** Until no family has a second version left; what leaves one family may meet an edited copy of itself in another. */
function joinFamilies(
  families: ReadonlyMap<string, ReadonlyMap<string, Pack>>,
  addVersion: (pack: Pack) => void,
): Pack[] {
  const shown = new Map<string, Pack>();
  const queue = [...families.keys()];
  for (const id of queue) {
    const [latest, ...others] = unreplaced([...(families.get(id)?.values() ?? [])]);
    if (latest) shown.set(id, latest);
    for (const other of others) {
      const copy = asPack(other);
      addVersion(copy);
      queue.push(copy.id);
    }
  }
  return [...shown.values()];
}

/** The versions that no other came after, the latest first; those that claim to have come after each other all stay. */
function unreplaced(versions: readonly Pack[]): Pack[] {
  const replaced = new Set(versions.flatMap(({ past = [] }) => past));
  const left = versions.filter((pack) => !replaced.has(packVersion(pack)));
  return [...(left.length > 0 ? left : versions)].sort((a, b) => (greater(a, b) === a ? -1 : 1));
}

function greater(one: Pack, other: Pack): Pack {
  if (one.modified !== other.modified) return one.modified > other.modified ? one : other;
  return canonicalJson(one) >= canonicalJson(other) ? one : other;
}

/** A version as a pack of its own. */
function asPack(version: Pack): Pack {
  return { ...version, id: copyId(version.id, packVersion(version)), versionOf: version.id };
}

/** Undoes `asPack` where nobody has changed the copy since. */
function asVersion(pack: Pack): Pack {
  const { versionOf, ...rest } = pack;
  if (versionOf === undefined || pack.id !== copyId(versionOf, packVersion(pack))) return pack;
  return { ...rest, id: versionOf };
}

function copyId(of: string, version: string): string {
  return hashedId(`${of}/${version}`);
}
