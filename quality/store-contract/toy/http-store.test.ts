import { testStore } from "../test-store.ts";
import { startToyServer } from "./toy-server.ts";

testStore({
  name: "the toy HTTP store",
  make: startToyServer,
  can: { expect: true, create: true, ranges: true, list: false, write: true },
});
