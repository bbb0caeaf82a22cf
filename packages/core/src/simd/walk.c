// Looks over the cells of a notebook that lies whole in `input`, and whose tape is whole: finds what
// ../outline/read-cells.ts finds. It only knows notebooks as they must be. Where anything is another
// way, or a key or a text is written with escapes, it gives up, and what is written there decides.
#include "tape.h"

// It takes a tenth of the time that scanning takes: what counts is how long it is to load.
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)

// The places of keys in ../json/known-key.ts.
enum {
  KEY_METADATA = 2, KEY_CELL_TYPE = 5, KEY_EXECUTION_COUNT = 6, KEY_OUTPUTS = 7, KEY_OUTPUT_TYPE = 8,
  KEY_DATA = 9, KEY_ENAME = 10, KEY_EVALUE = 11, KEY_PAPERMILL = 12, KEY_SCRAPBOOK = 13,
  KEY_SOURCE = 17, KEY_TRACEBACK = 18
};

// What is written into `found`, and how many numbers each takes: found-cells.ts reads it.
enum { END, CELL, OUTPUT, ERROR };
enum { CELL_SIZE = 5, OUTPUT_SIZE = 9, ERROR_SIZE = 7, BUNDLE_SIZE = 5, MEMBER_SIZE = 5 };
enum { NO_OBJECT = -1 };

enum { MARKS_SIZE = 6 << 13, FOUND_SIZE = 1 << 16 };
static u32 marks[MARKS_SIZE];
static u32 found[FOUND_SIZE];
static u32 marks_length, found_length;

u32 *EXPORT(marks_address)(void) { return marks; }
u32 *EXPORT(found_address)(void) { return found; }
u32 EXPORT(marks_count)(void) { return marks_length; }

// ---- On the tape, as in ../json/find-members.ts ----

static u32 is_space(u8 byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
static u32 is_opening(u32 index) { return (input[positions[index]] | 32) == '{'; }
static u32 is_closing(u32 index) { return (input[positions[index]] | 32) == '}'; }

static u32 skip_space(u32 at) {
  while (is_space(input[at])) at++;
  return at;
}
static u32 trim_space(u32 end) {
  while (is_space(input[end - 1])) end--;
  return end;
}

// What leads to a value is the colon, comma or bracket before it.
static u32 start_after(u32 before) { return skip_space(positions[before] + 1); }
static u32 end_after(u32 before) {
  u32 next = before + 1;
  return is_opening(next) ? positions[ends[next]] + 1 : trim_space(positions[next]);
}
static u32 next_after(u32 before) {
  u32 next = before + 1;
  return is_opening(next) ? ends[next] + 1 : next;
}
static u32 is_array_after(u32 before) { return input[positions[before + 1]] == '['; }
static u32 is_object_after(u32 before) { return input[positions[before + 1]] == '{'; }

// Whether a value is this text. 2 where it has to be decoded for that.
static u32 is_text_after(u32 before, const char *text, u32 length) {
  u32 at = start_after(before), size = end_after(before) - at;
  // An escape takes six bytes at most.
  if (input[at] != '"' || size > 2 + 6 * length) return 0;
  for (u32 i = 1; i + 1 < size; i++) if (input[at + i] == '\\') return 2;
  if (size != 2 + length) return 0;
  for (u32 i = 0; i < length; i++) if (input[at + 1 + i] != (u8)text[i]) return 0;
  return 1;
}

// Of each known key the colon of its last member, 0 where there is none; and whether there are
// members that bear scraps. 0 where a key has no number yet.
static u32 members[KEY_NAMES];
static u32 is_bearing;
static u32 find_members(u32 object) {
  for (u32 key = 0; key < KEY_NAMES; key++) members[key] = 0;
  is_bearing = 0;
  if (is_closing(object + 1)) return 1;
  for (u32 before = object; ;) {
    u32 colon = before + 1, key = ends[colon];
    if (key == 0) return 0;
    if (key < KEY_NAMES) members[key] = colon;
    else if (key == BEARING_KEY) is_bearing = 1;
    before = next_after(colon);
    if (is_closing(before)) return 1;
  }
}

// ---- What is found ----

static u32 has_room(u32 more) { return found_length + more <= FOUND_SIZE; }
static void put(u32 number) { found[found_length++] = number; }
// Where a value starts and ends; twice 0 where there is none.
static void put_span(u32 before) {
  put(before ? start_after(before) : 0);
  put(before ? end_after(before) : 0);
}
static void mark_span(u32 before) {
  marks[marks_length++] = before ? start_after(before) : 0;
  marks[marks_length++] = before ? end_after(before) : 0;
}

// A member: its key's literal and its value.
static void put_member(u32 before) {
  put(start_after(before));
  put(trim_space(positions[before + 1]));
  put_span(before + 1);
}

// The members of an object, each with its key's number. 0 where there is no room.
static u32 put_members(u32 object) {
  u32 count_at = found_length;
  put(0);
  if (is_closing(object + 1)) return 1;
  for (u32 before = object; ;) {
    if (!has_room(MEMBER_SIZE)) return 0;
    put(ends[before + 1]);
    put_member(before);
    found[count_at]++;
    before = next_after(before + 1);
    if (is_closing(before)) return 1;
  }
}

// The members of a bundle that bear scraps. 0 where there is no room.
static u32 put_bundle(u32 bundle, u32 count_at) {
  for (u32 before = bundle; ;) {
    u32 colon = before + 1;
    if (ends[colon] == BEARING_KEY) {
      if (!has_room(BUNDLE_SIZE)) return 0;
      put_member(before);
      if (!is_object_after(colon)) put(NO_OBJECT);
      else if (!put_members(colon + 1)) return 0;
      found[count_at]++;
    }
    before = next_after(colon);
    if (is_closing(before)) return 1;
  }
}

// ---- Cells ----

// 0 where it is not as it must be.
static u32 find_output(u32 before, u32 index) {
  if (!is_object_after(before) || !find_members(before + 1)) return 0;
  u32 data = members[KEY_DATA], metadata = members[KEY_METADATA], type = members[KEY_OUTPUT_TYPE];
  u32 is_error = type ? is_text_after(type, "error", 5) : 0;
  if (is_error == 2 || !has_room(ERROR_SIZE + OUTPUT_SIZE)) return 0;
  if (is_error) {
    put(ERROR);
    put_span(members[KEY_ENAME]);
    put_span(members[KEY_EVALUE]);
    put_span(members[KEY_TRACEBACK]);
  }
  u32 bears = 0, scrapbook = 0, papermill = 0;
  if (data) {
    if (!is_object_after(data) || !find_members(data + 1)) return 0;
    bears = is_bearing;
  }
  if (metadata) {
    if (!is_object_after(metadata) || !find_members(metadata + 1)) return 0;
    scrapbook = members[KEY_SCRAPBOOK];
    papermill = members[KEY_PAPERMILL];
  }
  if (!(bears | scrapbook | papermill)) return 1;
  put(OUTPUT);
  put(index);
  put_span(before);
  put_span(scrapbook);
  put_span(papermill);
  u32 count_at = found_length;
  put(0);
  return !bears || put_bundle(data + 1, count_at);
}

// 0 where it is not as it must be.
static u32 find_cell(u32 before, u32 index) {
  if (!is_object_after(before) || !find_members(before + 1)) return 0;
  u32 metadata = members[KEY_METADATA], outputs = members[KEY_OUTPUTS], type = members[KEY_CELL_TYPE];
  u32 source = members[KEY_SOURCE], count = members[KEY_EXECUTION_COUNT];
  if (!metadata || !is_object_after(metadata) || !find_members(metadata + 1)) return 0;
  if (marks_length + 6 > MARKS_SIZE || !has_room(CELL_SIZE)) return 0;
  mark_span(type);
  mark_span(count);
  mark_span(members[KEY_PAPERMILL]);
  if (!outputs) return 1;
  if (!is_array_after(outputs)) return 0;
  u32 list = outputs + 1;
  if (input[skip_space(positions[list] + 1)] == ']') return 1;
  u32 is_code = type ? is_text_after(type, "code", 4) : 0;
  if (is_code == 2) return 0;
  u32 began = found_length;
  put(CELL);
  put(index);
  put(is_code);
  put_span(source);
  u32 place = 0;
  for (u32 at = list; ; at = next_after(at)) {
    if (!find_output(at, place++)) return 0;
    if (is_closing(next_after(at))) break;
  }
  if (found_length == began + CELL_SIZE) found_length = began;
  return 1;
}

// Looks over the cells whose list begins at a place of the tape. Gives how many numbers were written
// into `found`; 0 where it gives up.
u32 EXPORT(find_cells)(u32 list) {
  marks_length = found_length = 0;
  if (input[skip_space(positions[list] + 1)] != ']') {
    u32 index = 0;
    for (u32 at = list; ; at = next_after(at)) {
      if (!find_cell(at, index++)) return 0;
      if (is_closing(next_after(at))) break;
    }
  }
  if (!has_room(1)) return 0;
  put(END);
  return found_length;
}

#pragma clang attribute pop
