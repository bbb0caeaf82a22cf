import { Failure } from "../failure.ts";
import type { HdfsAddress } from "./location.ts";
import type { Rest } from "./rest.ts";
import type { FileStatus } from "./status.ts";

interface AclStatus {
  readonly entries?: readonly string[];
}
interface XAttr {
  readonly name: string;
  /** As `0x…`. */
  readonly value?: string | null;
}

/**
 * Gives a new file what the one has that it is to replace: permission, group, access list and
 * attributes of users. Its owner is whoever writes, as with Hadoop's own clients.
 *
 * @throws (rejects with) a `Failure` where something could not be kept: the file must not be used.
 */
export async function copyAttributes(
  rest: Rest,
  {
    from,
    status,
    to,
    made,
  }: {
    readonly from: HdfsAddress;
    readonly status: FileStatus;
    readonly to: HdfsAddress;
    readonly made: FileStatus;
  },
  signal: AbortSignal,
): Promise<void> {
  const set = (op: string, parameters: Readonly<Record<string, string>>): Promise<unknown> =>
    rest.ask("PUT", op, to, parameters, signal);
  for (const { name, value } of await attributesOf(rest, from, signal)) {
    await set("SETXATTR", {
      ...{ "xattr.name": name, flag: "CREATE" },
      ...(value && { "xattr.value": value }),
    });
  }
  if (made.group !== status.group) await kept("group", set("SETOWNER", { group: status.group }));
  if (status.aclBit === true) {
    await set("SETACL", { aclspec: await aclOf(rest, from, status, signal) });
  } else if (made.permission !== status.permission || made.aclBit === true) {
    if (made.aclBit === true) await set("REMOVEACL", {});
    await set("SETPERMISSION", { permission: status.permission });
  }
}

/** The attributes that users gave. Those of the system are not for us to copy. */
async function attributesOf(
  rest: Rest,
  address: HdfsAddress,
  signal: AbortSignal,
): Promise<readonly XAttr[]> {
  try {
    const answer = await rest.ask("GET", "GETXATTRS", address, { encoding: "hex" }, signal);
    const { XAttrs = [] } = (answer ?? {}) as { XAttrs?: readonly XAttr[] };
    return XAttrs.filter(({ name }) => name.startsWith("user."));
  } catch (error) {
    // Attributes are switched off there, so there are none.
    if (error instanceof Failure && error.code === "store-unsupported") return [];
    throw error;
  }
}

/** The access list with what the permission says, as `SETACL` wants it. */
async function aclOf(
  rest: Rest,
  address: HdfsAddress,
  { permission }: FileStatus,
  signal: AbortSignal,
): Promise<string> {
  const answer = await rest.ask("GET", "GETACLSTATUS", address, {}, signal);
  const { AclStatus: { entries = [] } = {} } = (answer ?? {}) as { AclStatus?: AclStatus };
  const [owner, group, others] = permission.slice(-3).split("").map(Number);
  // Where there is a list, the group's part of the permission is its mask.
  return [
    ...[`user::${rights(owner)}`, `mask::${rights(group)}`, `other::${rights(others)}`],
    ...entries,
  ].join(",");
}

const rights = (digit = 0): string =>
  [digit & 4 ? "r" : "-", digit & 2 ? "w" : "-", digit & 1 ? "x" : "-"].join("");

async function kept(what: string, setting: Promise<unknown>): Promise<void> {
  try {
    await setting;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "store-permission") throw error;
    throw new Failure("store-permission", {
      ...error.details,
      what: `The file's ${what} could not be kept, so nothing was written`,
      hint: "Write as a user who is in that group.",
    });
  }
}
