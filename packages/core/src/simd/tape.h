// What the scanner has written of a text, for who walks it.
#pragma once

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define EXPORT(name) __attribute__((export_name(#name))) name
#define INLINE static inline __attribute__((always_inline))

enum { BLOCK = 64, INPUT_SIZE = 1 << 22, TAPE_SIZE = 3 << 16 };
// A key that has no number; one under which a payload or a record stands.
enum { KEY_NAMES = 32, BEARING_KEY = 254, OTHER_KEY = 255 };

extern u8 input[INPUT_SIZE + BLOCK];
// One more than fits: there ends what began on a part of the tape that was cleared.
extern u32 positions[TAPE_SIZE + 1];
extern u32 ends[TAPE_SIZE + 1];
