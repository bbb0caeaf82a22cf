import { testMemoryStore } from "./memory-place.ts";

testMemoryStore();
