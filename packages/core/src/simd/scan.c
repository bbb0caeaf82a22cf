// The scanner of ../json/scan.ts once more, 64 bytes at a time, for WebAssembly with SIMD. It knows
// JSON and UTF-8 and nothing of notebooks. It only tells that something is wrong; where and what is
// found by ../json/fault.ts.
//
// The text comes in pieces that may end at any byte. For each 64 bytes, masks with a bit for each
// byte tell where strings are (the method of simdjson, Langdale and Lemire 2019), so that what lies
// inside strings costs nothing more. What is left are tokens: brackets, commas, colons, and the first
// bytes of strings and of atoms (numbers and literals). A table steps once for each of them.
//
// walk.c goes on where this ends. scripts/gen-simd.mjs compiles both; nothing but the exported functions and `memory` is seen from outside.
#include "tape.h"
#include <wasm_simd128.h>

enum { TAPE_DEPTH = 7, COMMA_DEPTH = 4, DEPTH_LIMIT = 1 << 20 };
enum { KEY_SIZE = 24, KEY_ROOM = 32, BEARING_NAMES = 2 };

// ---- What the caller reads and writes ----

u8 input[INPUT_SIZE + BLOCK];
u32 positions[TAPE_SIZE + 1];
u32 ends[TAPE_SIZE + 1];
// The keys that have a number, each as its length and its bytes; then those with which the keys begin
// under which payloads and records stand.
static u8 key_names[KEY_NAMES][1 + KEY_SIZE];
static u8 bearing_names[BEARING_NAMES][1 + KEY_ROOM];

u8 *EXPORT(input_address)(void) { return input; }
u32 *EXPORT(positions_address)(void) { return positions; }
u32 *EXPORT(ends_address)(void) { return ends; }
u8 *EXPORT(key_names_address)(void) { return &key_names[0][0]; }
u8 *EXPORT(bearing_names_address)(void) { return &bearing_names[0][0]; }

// ---- The grammar ----

// Classes of bytes. Those up to QUOTE end an atom.
enum {
  BAD, SPACE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COLON, COMMA, QUOTE,
  MINUS, PLUS, ZERO, DIGIT, DOT, UPPER_E, LOWER_E,
  LETTER_A, LETTER_F, LETTER_I, LETTER_L, LETTER_N, LETTER_R, LETTER_S, LETTER_T, LETTER_U,
  LETTER_Y, UPPER_I, UPPER_N,
  CLASSES = 32
};

static const u8 class_of[256] = {
  [' '] = SPACE, ['\t'] = SPACE, ['\n'] = SPACE, ['\r'] = SPACE,
  ['{'] = OPEN_OBJECT, ['}'] = CLOSE_OBJECT, ['['] = OPEN_ARRAY, [']'] = CLOSE_ARRAY,
  [':'] = COLON, [','] = COMMA, ['"'] = QUOTE,
  ['-'] = MINUS, ['+'] = PLUS, ['0'] = ZERO, ['1' ... '9'] = DIGIT, ['.'] = DOT,
  ['E'] = UPPER_E, ['e'] = LOWER_E, ['I'] = UPPER_I, ['N'] = UPPER_N,
  ['a'] = LETTER_A, ['f'] = LETTER_F, ['i'] = LETTER_I, ['l'] = LETTER_L, ['n'] = LETTER_N,
  ['r'] = LETTER_R, ['s'] = LETTER_S, ['t'] = LETTER_T, ['u'] = LETTER_U, ['y'] = LETTER_Y,
};

enum {
  WRONG,
  // Between tokens: what may come next.
  VALUE, VALUE_OR_END, KEY, KEY_OR_END, COLON_NEXT, AFTER_VALUE,
  // Inside a number, named by its last byte.
  SIGN, INTEGER, MINUS_ZERO, ZERO_DIGIT, POINT, FRACTION, E, E_SIGN, EXPONENT,
  // Inside a literal, named by what it has so far.
  T, TR, TRU, F, FA, FAL, FALS, N, NU, NUL, NA, NAN_,
  I, IN, INF, INFI, INFIN, INFINI, INFINIT,
  // Not states, but what to do at a token.
  DO_OPEN, DO_CLOSE, DO_COMMA, DO_COLON, DO_STRING, DO_KEY
};

#define VALUE_STARTS                                                                               \
  [OPEN_OBJECT] = DO_OPEN, [OPEN_ARRAY] = DO_OPEN, [QUOTE] = DO_STRING, [MINUS] = SIGN,            \
  [ZERO] = ZERO_DIGIT, [DIGIT] = INTEGER, [LETTER_T] = T, [LETTER_F] = F, [LETTER_N] = N,          \
  [UPPER_N] = NA, [UPPER_I] = I
#define EXPONENT_STARTS [LOWER_E] = E, [UPPER_E] = E

static const u8 step_of[DO_OPEN][CLASSES] = {
  [VALUE] = { VALUE_STARTS },
  [VALUE_OR_END] = { VALUE_STARTS, [CLOSE_ARRAY] = DO_CLOSE },
  [KEY] = { [QUOTE] = DO_KEY },
  [KEY_OR_END] = { [QUOTE] = DO_KEY, [CLOSE_OBJECT] = DO_CLOSE },
  [COLON_NEXT] = { [COLON] = DO_COLON },
  [AFTER_VALUE] = { [COMMA] = DO_COMMA, [CLOSE_OBJECT] = DO_CLOSE, [CLOSE_ARRAY] = DO_CLOSE },
  [SIGN] = { [ZERO] = MINUS_ZERO, [DIGIT] = INTEGER, [UPPER_I] = I },
  [INTEGER] = { [ZERO] = INTEGER, [DIGIT] = INTEGER, [DOT] = POINT, EXPONENT_STARTS },
  [MINUS_ZERO] = { [DOT] = POINT, EXPONENT_STARTS },
  [ZERO_DIGIT] = { [DOT] = POINT, EXPONENT_STARTS },
  [POINT] = { [ZERO] = FRACTION, [DIGIT] = FRACTION },
  [FRACTION] = { [ZERO] = FRACTION, [DIGIT] = FRACTION, EXPONENT_STARTS },
  [E] = { [PLUS] = E_SIGN, [MINUS] = E_SIGN, [ZERO] = EXPONENT, [DIGIT] = EXPONENT },
  [E_SIGN] = { [ZERO] = EXPONENT, [DIGIT] = EXPONENT },
  [EXPONENT] = { [ZERO] = EXPONENT, [DIGIT] = EXPONENT },
  [T] = { [LETTER_R] = TR }, [TR] = { [LETTER_U] = TRU }, [TRU] = { [LOWER_E] = AFTER_VALUE },
  [F] = { [LETTER_A] = FA }, [FA] = { [LETTER_L] = FAL }, [FAL] = { [LETTER_S] = FALS },
  [FALS] = { [LOWER_E] = AFTER_VALUE },
  [N] = { [LETTER_U] = NU }, [NU] = { [LETTER_L] = NUL }, [NUL] = { [LETTER_L] = AFTER_VALUE },
  [NA] = { [LETTER_A] = NAN_ }, [NAN_] = { [UPPER_N] = AFTER_VALUE },
  [I] = { [LETTER_N] = IN }, [IN] = { [LETTER_F] = INF }, [INF] = { [LETTER_I] = INFI },
  [INFI] = { [LETTER_N] = INFIN }, [INFIN] = { [LETTER_I] = INFINI },
  [INFINI] = { [LETTER_T] = INFINIT }, [INFINIT] = { [LETTER_Y] = AFTER_VALUE },
};

// ---- Where the scan stands ----

// The kind of each open container, a bit for each depth: set for objects.
static u8 is_object[DEPTH_LIMIT / 8 + 1];
static u32 begins[TAPE_DEPTH + 1]; // Where on the tape the open containers begin.
static u32 depth, max_depth;
static u32 state;
static u32 tape_length;
static u32 is_plain;
static u32 offset;          // Of the block's first byte.
static u32 number_offset;   // Of the atom that goes on, its sign not counted.
static u32 needed_hex;      // Hexadecimal digits that an escape still needs.
static u64 in_string;       // All bits set when the block before ended inside a string.
static u64 is_escaped;      // 1 when the block before ended with a backslash that escapes.
static u64 in_atom;         // 1 when the block before ended inside an atom.
static v128_t last_bytes;   // The block's last 16 bytes, for characters that go on in the next.
static u32 was_ascii;
static u8 key[KEY_ROOM];    // The beginning of the last key, from behind its quote.
static u32 key_length;
static u32 key_goes_on;
static u8 rest[BLOCK];      // What came and is no whole block yet.
static u32 rest_length;

// `start` is the offset of what comes first.
void EXPORT(begin)(u32 deepest, u32 start) {
  offset = start;
  depth = tape_length = needed_hex = rest_length = key_length = key_goes_on = 0;
  in_string = is_escaped = in_atom = 0;
  max_depth = deepest < DEPTH_LIMIT ? deepest : DEPTH_LIMIT;
  state = VALUE;
  is_plain = was_ascii = 1;
  last_bytes = wasm_i8x16_splat(0);
}

// Where the scan stands between two pieces that are whole blocks, for who has to tell what is wrong in
// the next: depth, state, and how far a string has come. `kinds_address` is where `is_object` is.
u32 *EXPORT(standing)(void) {
  static u32 numbers[5];
  numbers[0] = depth;
  numbers[1] = state;
  numbers[2] = in_string != 0;
  numbers[3] = is_escaped != 0;
  numbers[4] = needed_hex;
  return numbers;
}
u8 *EXPORT(kinds_address)(void) { return is_object; }

u32 EXPORT(tape_count)(void) { return tape_length; }
u32 EXPORT(plain)(void) { return is_plain; }
// Forgets the tape so far: the caller has taken it. What begins there has no end on the tape.
void EXPORT(clear_tape)(void) {
  tape_length = 0;
  for (u32 i = 0; i <= TAPE_DEPTH; i++) begins[i] = TAPE_SIZE;
}

// ---- Characters ----

// UTF-8 by three table look-ups: Keiser and Lemire, "Validating UTF-8 in less than one instruction
// per byte", 2021. A bit stays set where a byte and the one before it cannot stand together.
enum {
  TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8, SURROGATE = 16, OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64, OVERLONG_4 = 64, TWO_CONTINUATIONS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS
};

INLINE v128_t look_up(v128_t table, v128_t index) { return wasm_i8x16_swizzle(table, index); }

INLINE v128_t character_faults(v128_t bytes, v128_t before) {
  const v128_t nibble = wasm_i8x16_splat(15);
  const v128_t high_of_first = wasm_i8x16_const(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      (signed char)TWO_CONTINUATIONS, (signed char)TWO_CONTINUATIONS,
      (signed char)TWO_CONTINUATIONS, (signed char)TWO_CONTINUATIONS,
      TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const v128_t low_of_first = wasm_i8x16_const(
      (signed char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (signed char)(CARRY | OVERLONG_2),
      (signed char)CARRY, (signed char)CARRY, (signed char)(CARRY | TOO_LARGE),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE),
      (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (signed char)(CARRY | TOO_LARGE | TOO_LARGE_1000));
  const v128_t high_of_second = wasm_i8x16_const(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      (signed char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
      (signed char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE),
      (signed char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
      (signed char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  v128_t one = wasm_i8x16_shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                                  28, 29, 30);
  v128_t two = wasm_i8x16_shuffle(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
                                  27, 28, 29);
  v128_t three = wasm_i8x16_shuffle(before, bytes, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
                                    25, 26, 27, 28);
  v128_t pair = wasm_v128_and(
      wasm_v128_and(look_up(high_of_first, wasm_u8x16_shr(one, 4)),
                    look_up(low_of_first, wasm_v128_and(one, nibble))),
      look_up(high_of_second, wasm_u8x16_shr(bytes, 4)));
  // The third byte of three and of four, and the fourth of four, must be continuations.
  v128_t third = wasm_u8x16_sub_sat(two, wasm_i8x16_splat(0xe0 - 0x80));
  v128_t fourth = wasm_u8x16_sub_sat(three, wasm_i8x16_splat(0xf0 - 0x80));
  v128_t must_go_on = wasm_v128_and(wasm_v128_or(third, fourth), wasm_i8x16_splat((signed char)0x80));
  return wasm_v128_xor(pair, must_go_on);
}

static u32 are_characters(v128_t a, v128_t b, v128_t c, v128_t d) {
  v128_t faults = wasm_v128_or(
      wasm_v128_or(character_faults(a, last_bytes), character_faults(b, a)),
      wasm_v128_or(character_faults(c, b), character_faults(d, c)));
  return !wasm_v128_any_true(faults);
}

INLINE u32 is_hex(u8 byte) {
  u8 letter = byte | 32;
  return (byte >= '0' && byte <= '9') || (letter >= 'a' && letter <= 'f');
}

// Takes the digits that an escape needs, as far as there are bytes.
INLINE u32 are_hex(const u8 *at, const u8 *end) {
  for (; needed_hex > 0 && at < end; needed_hex--) if (!is_hex(*at++)) return 0;
  return 1;
}

static u32 is_escape(const u8 *at, const u8 *end) {
  switch (*at) {
  case 'n': case '"': case '\\': case '/': case 'b': case 'f': case 'r': case 't':
    return 1;
  case 'u':
    needed_hex = 4;
    return are_hex(at + 1, end);
  default:
    return 0;
  }
}

// ---- Atoms ----

INLINE u32 digits_before(const u8 *at) {
  v128_t digits = wasm_i8x16_sub(wasm_v128_load(at), wasm_i8x16_splat('0'));
  return __builtin_ctz(~(u32)wasm_i8x16_bitmask(wasm_u8x16_lt(digits, wasm_i8x16_splat(10))));
}

// Goes on with an atom in state `now` at `at`, until it ends or the bytes do. Gives its state, or
// AFTER_VALUE when it has ended. 16 bytes behind `end` can be read.
static __attribute__((noinline)) u32 atom(u32 now, const u8 *at, const u8 *end, u32 at_offset) {
  for (;;) {
    if (now == FRACTION || now == INTEGER) {
      u32 digits = digits_before(at);
      at += digits;
      at_offset += digits;
    }
    if (at >= end) return now;
    u32 class = class_of[*at];
    if (class != BAD && class <= QUOTE) {
      switch (now) {
      case INTEGER:
        // A double holds every integer of 15 digits.
        if (at_offset - number_offset >= 16) is_plain = 0;
        return AFTER_VALUE;
      case MINUS_ZERO:
        is_plain = 0; // To Python it is 0 as an integer.
        return AFTER_VALUE;
      case ZERO_DIGIT: case FRACTION: case EXPONENT: case AFTER_VALUE:
        return AFTER_VALUE;
      default:
        return WRONG;
      }
    }
    now = step_of[now][class];
    if (now == WRONG) return WRONG;
    if (now == I || now == NAN_) is_plain = 0;
    at++;
    at_offset++;
  }
}

// ---- Keys ----

static void go_on_with_key(const u8 *at, const u8 *end) {
  while (key_length < KEY_ROOM && at < end) key[key_length++] = *at++;
  key_goes_on = key_length < KEY_ROOM;
}

INLINE void begin_key(const u8 *at, const u8 *end) {
  key_length = 0;
  if (end - at < KEY_ROOM) return go_on_with_key(at, end);
  wasm_v128_store(key, wasm_v128_load(at));
  wasm_v128_store(key + 16, wasm_v128_load(at + 16));
  key_length = KEY_ROOM;
  key_goes_on = 0;
}

// Whether the last key begins with a name: its length and its bytes.
INLINE u32 begins_with(const u8 *name) {
  u32 same = 0;
  while (same < name[0] && name[1 + same] == key[same]) same++;
  return same == name[0];
}

// The number of the last key: 0 when it has an escape so early that it has to be decoded.
static u32 key_number(void) {
  key_goes_on = 0;
  u32 length = 0;
  for (; length < key_length && key[length] != '"'; length++) if (key[length] == '\\') return 0;
  if (length == 0) return OTHER_KEY;
  if (length <= KEY_SIZE) {
    for (u32 number = 1; number < KEY_NAMES; number++) {
      if (key_names[number][0] == length && begins_with(key_names[number])) return number;
    }
    return OTHER_KEY;
  }
  // What is behind the room for keys makes no other of a beginning that is none of these.
  for (u32 i = 0; i < BEARING_NAMES; i++) {
    if (length >= bearing_names[i][0] && begins_with(bearing_names[i])) return BEARING_KEY;
  }
  return OTHER_KEY;
}

// ---- Blocks ----

#define MASK(test)                                                                                 \
  ((u64)wasm_i8x16_bitmask(test(a)) | (u64)wasm_i8x16_bitmask(test(b)) << 16 |                     \
   (u64)wasm_i8x16_bitmask(test(c)) << 32 | (u64)wasm_i8x16_bitmask(test(d)) << 48)

INLINE v128_t are_quotes(v128_t bytes) { return wasm_i8x16_eq(bytes, wasm_i8x16_splat('"')); }
INLINE v128_t are_backslashes(v128_t bytes) { return wasm_i8x16_eq(bytes, wasm_i8x16_splat('\\')); }
INLINE v128_t are_controls(v128_t bytes) { return wasm_u8x16_lt(bytes, wasm_i8x16_splat(0x20)); }
// A byte is looked up by its low nibble and compared with what is found there.
INLINE v128_t are_spaces(v128_t bytes) {
  const v128_t spaces = wasm_i8x16_const(' ', 100, 100, 100, 17, 100, 113, 2, 100, '\t', '\n', 112, 100, '\r', 100, 100);
  return wasm_i8x16_eq(bytes, look_up(spaces, wasm_v128_and(bytes, wasm_i8x16_splat(15))));
}
// Brackets differ from braces in the bit 0x20, which colon and comma have.
INLINE v128_t are_marks(v128_t bytes) {
  const v128_t marks = wasm_i8x16_const(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ':', '{', ',', '}', 0, 0);
  return wasm_i8x16_eq(wasm_v128_or(bytes, wasm_i8x16_splat(0x20)),
                       look_up(marks, wasm_v128_and(bytes, wasm_i8x16_splat(15))));
}
INLINE v128_t are_notable(v128_t bytes) {
  return wasm_v128_or(wasm_v128_or(are_quotes(bytes), are_backslashes(bytes)), are_controls(bytes));
}

// Each bit becomes the exclusive or of those up to it: set from an opening quote to its closing one.
INLINE u64 prefix_xor(u64 bits) {
  for (u32 shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

// The bytes that a backslash stands before which is not itself escaped.
INLINE u64 escaped_bytes(u64 backslashes) {
  const u64 even = 0x5555555555555555ull;
  backslashes &= ~is_escaped;
  u64 follows = backslashes << 1 | is_escaped;
  u64 odd_starts = backslashes & ~even & ~follows;
  u64 sequences;
  is_escaped = __builtin_add_overflow(odd_starts, backslashes, &sequences);
  return (even ^ (sequences << 1)) & follows;
}

INLINE u32 depth_is_object(void) { return is_object[depth >> 3] >> (depth & 7) & 1; }

INLINE void note(u32 at, u32 end) {
  positions[tape_length] = at;
  ends[tape_length++] = end;
}

// Where a block has bytes of some kind, a bit for each.
INLINE u64 equal_to(const u8 *block, u8 byte) {
  v128_t a = wasm_v128_load(block), b = wasm_v128_load(block + 16);
  v128_t c = wasm_v128_load(block + 32), d = wasm_v128_load(block + 48);
#define IS_BYTE(bytes) wasm_i8x16_eq(bytes, wasm_i8x16_splat((signed char)byte))
  return MASK(IS_BYTE);
}
INLINE v128_t are_digits(v128_t bytes) {
  return wasm_u8x16_lt(wasm_i8x16_sub(bytes, wasm_i8x16_splat('0')), wasm_i8x16_splat(10));
}

// Checks a block between the brackets of an array that is not on the tape, all at once: whether it
// holds nothing but numbers without exponents, each followed by a comma. `now` says what comes first,
// VALUE or AFTER_VALUE; what is in `atoms` but belongs to no number of `starts` is not looked at. 0
// where there is anything else, or a number that JSON.parse may read otherwise: then the tokens tell.
INLINE u32 are_numbers(const u8 *block, u32 now, u64 marks, u64 atoms, u64 starts) {
  v128_t a = wasm_v128_load(block), b = wasm_v128_load(block + 16);
  v128_t c = wasm_v128_load(block + 32), d = wasm_v128_load(block + 48);
  if (marks & ~equal_to(block, ',')) return 0;
  u64 turns = prefix_xor(marks | starts);
  if (now != VALUE) turns = ~turns;
  if (starts != ((marks | starts) & turns)) return 0;
  u64 digits = MASK(are_digits) & atoms, dots = equal_to(block, '.') & atoms;
  u64 signs = equal_to(block, '-') & starts;
  if ((digits | dots | signs) != atoms) return 0;
  u64 firsts = (starts & ~signs) | signs << 1;
  u64 zeros = equal_to(block, '0') & firsts;
  u64 whole = digits & digits >> 1;
  whole &= whole >> 2;
  whole &= whole >> 4;
  // No number begins without a digit, or with 16 of them, or goes on behind a 0 except with a dot.
  if (firsts & (~digits | (whole & whole >> 8))) return 0;
  if (zeros << 1 & digits) return 0;
  if (signs << 1 & zeros & ~(dots >> 1)) return 0;
  // A dot stands between digits, and the digits behind it end before the next dot.
  u64 behind = dots << 1;
  return !(dots & ~(digits << 1)) && !(behind & ~digits) && !((digits + behind) & ~digits & dots);
}

// Does what the token at `at` asks for, and gives the state after it.
INLINE u32 token(u32 now, const u8 *at, const u8 *end, u32 at_offset) {
  u32 what = step_of[now][class_of[*at]];
  switch (what) {
  case DO_STRING:
    return AFTER_VALUE;
  case DO_KEY:
    if (depth <= TAPE_DEPTH) begin_key(at + 1, end);
    return COLON_NEXT;
  case DO_COLON:
    if (depth <= TAPE_DEPTH) note(at_offset, key_number());
    return VALUE;
  case DO_COMMA:
    if (depth == 0) return WRONG;
    if (depth_is_object()) {
      if (depth <= TAPE_DEPTH) note(at_offset, 0);
      return KEY;
    }
    if (depth <= COMMA_DEPTH) note(at_offset, 0);
    return VALUE;
  case DO_OPEN: {
    if (++depth > max_depth) return WRONG;
    if (depth <= TAPE_DEPTH) {
      begins[depth] = tape_length;
      note(at_offset, 0);
    }
    u8 bit = (u8)(1 << (depth & 7));
    if (*at == '{') {
      is_object[depth >> 3] |= bit;
      return KEY_OR_END;
    }
    is_object[depth >> 3] &= (u8)~bit;
    return VALUE_OR_END;
  }
  case DO_CLOSE:
    if (depth == 0 || depth_is_object() != (*at == '}')) return WRONG;
    if (depth <= TAPE_DEPTH) {
      ends[begins[depth]] = tape_length;
      note(at_offset, 0);
    }
    depth--;
    return AFTER_VALUE;
  case WRONG:
    return WRONG;
  default:
    number_offset = at_offset + (what == SIGN);
    if (what == I) is_plain = 0;
    return atom(what, at + 1, end, at_offset + 1);
  }
}

// Scans whole blocks. 0 when something is wrong.
static u32 scan_blocks(const u8 *from, u32 length) {
  const u8 *end = from + length;
  u32 now = state;
  if (length == 0) return 1;
  if (!are_hex(from, end)) return 0;
  if (key_goes_on) go_on_with_key(from, end);
  if (in_atom) now = atom(now, from, end, offset);
  if (now == WRONG) return 0;
  for (const u8 *block = from; block < end; block += BLOCK, offset += BLOCK) {
    v128_t a = wasm_v128_load(block), b = wasm_v128_load(block + 16);
    v128_t c = wasm_v128_load(block + 32), d = wasm_v128_load(block + 48);
    u32 is_ascii = wasm_i8x16_bitmask(wasm_v128_or(wasm_v128_or(a, b), wasm_v128_or(c, d))) == 0;
    if (!(is_ascii & was_ascii)) {
      if (!are_characters(a, b, c, d)) return 0;
      was_ascii = is_ascii;
    }
    last_bytes = d;

    v128_t notable = wasm_v128_or(wasm_v128_or(are_notable(a), are_notable(b)),
                                  wasm_v128_or(are_notable(c), are_notable(d)));
    u64 inside = in_string, quotes = 0;
    if (wasm_v128_any_true(notable)) {
      u64 escaped = is_escaped;
      u64 backslashes = MASK(are_backslashes);
      quotes = MASK(are_quotes);
      if (backslashes) escaped = escaped_bytes(backslashes);
      else is_escaped = 0;
      quotes &= ~escaped;
      inside = prefix_xor(quotes) ^ in_string;
      in_string = (u64)((long long)inside >> 63);
      if (MASK(are_controls) & inside) return 0;
      for (u64 left = escaped & inside; left; left &= left - 1) {
        if (!is_escape(block + __builtin_ctzll(left), end)) return 0;
      }
    } else {
      if (is_escaped && in_string && !is_escape(block, end)) return 0;
      is_escaped = 0;
      if (in_string) continue;
    }
    u64 marks = MASK(are_marks) & ~inside;
    u64 atoms = ~(marks | MASK(are_spaces) | inside | quotes);
    u64 starts = atoms & ~(atoms << 1 | in_atom);
    u64 goes_on = in_atom ? atoms & ~(atoms + 1) : 0; // From the block before.
    in_atom = atoms >> 63;
    u64 tokens = marks | (quotes & inside) | starts;
    if (depth > COMMA_DEPTH && !depth_is_object() && !quotes && marks &&
        (now == VALUE || now == AFTER_VALUE)) {
      // A number that goes on in the next block is looked at as the token that it is.
      u64 last = in_atom && starts ? ~0ull << (63 - __builtin_clzll(starts)) : 0;
      u64 known = tokens & ~last;
      if (known && are_numbers(block, now, marks, atoms & ~(goes_on | last), starts & ~last)) {
        now = marks >> (63 - __builtin_clzll(known)) & 1 ? VALUE : AFTER_VALUE;
        tokens &= last;
      }
    }
    for (u64 left = tokens; left; left &= left - 1) {
      u32 at = __builtin_ctzll(left);
      now = token(now, block + at, end, offset + at);
      if (now == WRONG) return 0;
    }
  }
  state = now;
  return 1;
}

// ---- Pieces ----

static void copy(u8 *to, const u8 *from, u32 length) {
  while (length--) *to++ = *from++;
}

// Scans `length` bytes of `input` from a place on, which go on where the last piece ended. 0 when
// something is wrong. The tape must have room for as many entries.
u32 EXPORT(scan_piece)(u32 place, u32 length) {
  const u8 *from = input + place;
  if (rest_length > 0) {
    u32 taken = BLOCK - rest_length < length ? BLOCK - rest_length : length;
    copy(rest + rest_length, from, taken);
    rest_length += taken;
    from += taken;
    length -= taken;
    if (rest_length < BLOCK) return 1;
    if (!scan_blocks(rest, BLOCK)) return 0;
  }
  rest_length = length % BLOCK;
  u32 whole = length - rest_length;
  if (!scan_blocks(from, whole)) return 0;
  copy(rest, from + whole, rest_length);
  return 1;
}

// Scans what is left. 0 when the text is not whole.
u32 EXPORT(finish)(void) {
  // A block of spaces ends what has to end, and shows what should have gone on.
  while (rest_length < BLOCK) rest[rest_length++] = ' ';
  if (!scan_blocks(rest, BLOCK)) return 0;
  rest_length = 0;
  return in_string == 0 && depth == 0 && state == AFTER_VALUE;
}

// ---- Lines ----

// How many line feeds are among the first bytes of `input`; -1 where carriage returns are, too.
int EXPORT(line_feeds)(u32 length) {
  const v128_t feed = wasm_i8x16_splat('\n'), carriage = wasm_i8x16_splat('\r');
  u32 count = 0, carriages = 0, at = 0;
#pragma clang loop unroll(disable)
  for (; at + 16 <= length; at += 16) {
    v128_t bytes = wasm_v128_load(input + at);
    count += __builtin_popcount(wasm_i8x16_bitmask(wasm_i8x16_eq(bytes, feed)));
    carriages |= wasm_i8x16_bitmask(wasm_i8x16_eq(bytes, carriage));
  }
#pragma clang loop unroll(disable) vectorize(disable)
  for (; at < length; at++) {
    count += input[at] == '\n';
    carriages |= input[at] == '\r';
  }
  return carriages ? -1 : (int)count;
}
