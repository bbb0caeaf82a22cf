import { ScrapbookError } from "@scrapbook/core";
import { redact } from "@scrapbook/core/io";

/** Of a page only the beginning is looked at, in bytes. */
const looked = 65_536;

/** The error for a page that came instead of a notebook: one to sign in with, or another. */
export async function notANotebook(
  response: Response,
  asked: URL,
  source: string,
): Promise<ScrapbookError> {
  const landed = response.redirected ? redact(response.url).slice(0, 80) : undefined;
  const isElsewhere = response.redirected && pathOf(response.url) !== pathOf(asked.href);
  const text = await beginningOf(response);
  const asksToSignIn =
    /<input[^>]*type\s*=\s*["']?password/i.test(text) ||
    (isElsewhere && /log[-_ ]?[io]n|sign[-_ ]?in|\bsso\b|saml|oauth/i.test(response.url + text));
  if (asksToSignIn) {
    return new ScrapbookError("store-unauthenticated", {
      what: "The server sent a page to sign in, and no notebook",
      source,
      got: landed ?? "a page with a password field",
      hint: "Sign in there in this browser, and try again, or give a token.",
    });
  }
  return new ScrapbookError("store-not-notebook", {
    what: "The server sent a page for people, and no notebook",
    source,
    got: landed ?? "Content-Type text/html",
    hint: "Ask for the raw file rather than the page that shows it.",
  });
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, "");
}

/** The beginning of a body as text; what cannot be read counts as nothing. */
async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    while (reader !== undefined && text.length < looked) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
  } catch {
    // It broke off: what came is enough.
  }
  reader?.cancel().catch(() => {});
  return text;
}
