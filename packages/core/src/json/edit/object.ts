import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import { byCodePoints } from "../code-points.ts";
import { pushAll } from "../push-all.ts";
import type { Span } from "../span.ts";
import type { Tape } from "../tape.ts";
import { type Member, objectMembers, spanOf, type ValueSpan } from "../walk.ts";
import type { Edit } from "./apply.ts";
import { objectText, stringText } from "./json-text.ts";
import { type Layout, layOut, marginAt } from "./layout.ts";
import { type Insertion, listEdits } from "./list.ts";

/** The bytes that are edited, where their structure lies, and how they are laid out. */
export interface Text {
  readonly bytes: Uint8Array;
  readonly tape: Tape;
  readonly layout: Layout;
}

/** What becomes of an object's members. A key that occurs twice is treated as SPEC §13.1 says. */
export interface ObjectChange {
  /**
   * Key to JSON text: the effective value is replaced, or a member put in, where keys are sorted at
   * its place, else at the end.
   */
  readonly assign?: ReadonlyMap<string, string>;
  /** Key to JSON text: put in at the end. */
  readonly append?: ReadonlyMap<string, string>;
  /** Keys whose members all go, shadowed ones too: none of them must come to light. */
  readonly remove?: ReadonlySet<string>;
  /** Old key to new key, on all its members, so that what was shadowed stays so. */
  readonly rekey?: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();

/** The members of an object, duplicate keys included. */
export function membersOf(
  { bytes, tape }: Pick<Text, "bytes" | "tape">,
  object: ValueSpan,
): Member[] {
  const members: Member[] = [];
  objectMembers(bytes, tape, object.valueIndex, (member) => {
    members.push(member);
  });
  return members;
}

/** The members that count: of each key the last. */
export function effectiveMembers(text: Text, object: ValueSpan): Map<string, Member> {
  return new Map(membersOf(text, object).map((member) => [member.key, member]));
}

/**
 * The edits that change the members of an object that is itself a member, and nothing else of it.
 * Disjoint, not sorted. Where the object is missing, its text is set in `missing`.
 */
export function memberEdits(
  text: Text,
  owner: ReadonlyMap<string, Member>,
  key: string,
  change: ObjectChange,
  missing: Map<string, string>,
): Edit[] {
  const object = owner.get(key);
  if (object !== undefined) return objectEdits(text, object, change);
  const added = [...(change.assign ?? []), ...(change.append ?? [])];
  if (added.length > 0) missing.set(key, objectText(added, text.layout.sorted));
  return [];
}

/** The edits that change the members of an object. Disjoint, not sorted. */
export function objectEdits(
  text: Text,
  object: ValueSpan & { readonly keyStart?: number },
  { assign = none, append = none, remove = new Set(), rekey = none }: ObjectChange,
): Edit[] {
  const { bytes, layout } = text;
  const members = membersOf(text, object);
  const effective = new Map(members.map((member) => [member.key, member]));
  const edits: Edit[] = [];
  const removed = new Set<number>();
  for (const [place, { key, keyStart, keyEnd }] of members.entries()) {
    const newKey = rekey.get(key);
    if (remove.has(key)) removed.add(place);
    else if (newKey !== undefined) {
      edits.push({
        start: keyStart,
        end: keyEnd,
        bytes: utf8Encoder.encode(stringText(newKey)),
      });
    }
  }
  const insertions: Insertion[] = [];
  const newKeys = members.map(({ key }) => rekey.get(key) ?? key);
  for (const [key, value] of assign) {
    const member = effective.get(key);
    if (member === undefined || remove.has(key)) {
      const before = layout.sorted ? placeOf(key, newKeys) : members.length;
      insertions.push({ before, text: memberText(key, value) });
    } else {
      const { keyStart, valueStart: start, valueEnd: end } = member;
      pushAll(edits, replaceEdits(text, { start, end }, keyStart, value));
    }
  }
  insertions.sort((a, b) => a.before - b.before);
  for (const [key, value] of append) {
    insertions.push({ before: members.length, text: memberText(key, value) });
  }
  const list = {
    span: spanOf(object),
    items: members.map(({ keyStart, valueEnd }) => ({ start: keyStart, end: valueEnd })),
    margin: marginAt(bytes, object.keyStart ?? object.valueStart),
  };
  pushAll(edits, listEdits(bytes, list, removed, insertions, layout));
  return edits;
}

/** Replaces a value, unless it says the same already. Its line starts at `lineStart`, if one does. */
export function replaceEdits(
  { bytes, layout }: Text,
  { start, end }: Span,
  lineStart: number,
  value: string,
): Edit[] {
  const old = utf8Decoder.decode(bytes.subarray(start, end));
  if (equals(layOut(old, layout, undefined), layOut(value, layout, undefined))) return [];
  return [{ start, end, bytes: layOut(value, layout, marginAt(bytes, lineStart)) }];
}

function memberText(key: string, value: string): string {
  return `${stringText(key)}:${value}`;
}

/** The first of sorted keys that comes after `key`; the end where there is none. */
function placeOf(key: string, keys: readonly string[]): number {
  const place = keys.findIndex((other) => byCodePoints(other, key) > 0);
  return place < 0 ? keys.length : place;
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
