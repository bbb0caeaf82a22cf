// Runs the attempts in workerd, which answers requests.
import { attemptAll, hasFastEngine } from "./program.js";

export default {
  async fetch(request) {
    const url = new URL(request.url).searchParams.get("notebooks");
    const results = await attemptAll(url);
    return Response.json({ results, hasFastEngine: await hasFastEngine(url) });
  },
};
