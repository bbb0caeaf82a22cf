"""Text at every edge."""

from shapes import Raw, code, data, notebook, write
from suite import Group, glued, raw, shaped

group = Group("text", ["10.1"])
case = group.case
SURROGATE = "nbformat cannot write a lone surrogate"
ESCAPE = "Python's json writes no such escapes"

for word, source, note in [
    ("empty", '""', "the empty text is data"),
    ("plain", '"hello"', "plain text is read"),
    ("quotes", "'say \"hi\" \\\\ \\'there\\' /'", "quotes and backslashes are read"),
    ("white-space", '" \\t\\r\\n "', "white space is kept"),
    ("lines", '"one\\ntwo\\r\\nthree\\rfour\\n"', "line ends are kept"),
    ("control", '"".join(map(chr, range(32))) + "\\x7f"', "control characters are kept"),
    ("nul", '"a\\0b"', "NUL is a character"),
    ("c1", '"\\x80\\x85\\x9f"', "C1 control characters are kept"),
    ("latin", '"äöüß é"', "Latin letters are read"),
    ("cjk", '"日本語"', "Chinese characters are read"),
    ("emoji", '"😀 👩‍👩‍👧 🇨🇭"', "emoji are read"),
    ("line-separators", '"a\\u2028b\\u2029c"', "U+2028 and U+2029 are kept"),
    ("bom-inside", '"\\ufeffa\\ufeff"', "U+FEFF in a text is kept"),
    ("non-characters", '"\\ufffe\\uffff\\U0010ffff"', "non-characters are kept"),
    ("combining", '"e\\u0301 \\u00e9"', "text is not normalised"),
    ("right-to-left", '"\\u202eabc\\u202c שלום"', "text from right to left is read"),
    ("html", '"</script><!-- & &amp; -->"', "what looks like HTML is kept"),
    ("like-json", '"[1, 2]"', "text that looks like JSON stays text with encoder text"),
    ("like-number", '"1.0"', "text that looks like a number stays text with encoder text"),
    ("long", '"0123456789" * 5000', "50,000 characters are read"),
]:
    case(f"text-{word}", note, glued(f'sb.glue("x", {source})'), text_at=False if word == "long" else None)

for word, text, note in [
    ("escaped-letters", r'"\u0061\u0062\u00E4\u00e4"', "letters may be escaped"),
    ("escaped-solidus", r'"\/\"\\\b\f\n\r\t"', "every short escape is read"),
    ("escaped-pair", r'"\ud83d\ude00\uD83D\uDE00"', "a pair of escaped surrogates is one character"),
]:
    case(f"text-{word}", note, shaped(ESCAPE, code(data("x", Raw(text), "text"))))

SPEC = {"spec": ["10.1", "1.2"]}
for word, text, note in [
    ("high-surrogate", r'"a\ud800"', "a lone high surrogate is kept"),
    ("low-surrogate", r'"\udfffa"', "a lone low surrogate is kept"),
    ("surrogates-reversed", r'"\udc00\ud800"', "surrogates in the wrong order are kept"),
    ("two-high-surrogates", r'"\ud800\ud800\udc00"', "a high surrogate before a pair is kept"),
]:
    case(f"text-{word}", note, shaped(SURROGATE, code(data("x", Raw(text), "text"))), **SPEC)
case(
    "text-surrogate-in-json",
    "a lone surrogate in an array and in a key is kept",
    shaped(SURROGATE, code(data("x", Raw(r'["\ud800", {"\udc00": "\ud83d"}]')))),
    **SPEC,
)
case(
    "text-surrogate-json-encoder",
    "a text with a lone surrogate may be encoded as json",
    shaped(SURROGATE, code(data("x", Raw(r'"\ud800"')))),
    **SPEC,
)
case(
    "text-surrogate-in-json-text",
    "a lone surrogate in a JSON text inside a text is kept",
    shaped(SURROGATE, code(data("x", Raw(r'"\"\\ud800\""')))),
    spec=["4.2", "10.1"],
)

case(
    "text-array-is-not-joined",
    "an array of texts in a payload is no text in lines",
    glued('sb.glue("x", ["one\\n", "two\\n"])'),
    spec=["5.3", "3.1"],
)
case(
    "text-array-of-text-encoder",
    "lines of a payload under a MIME type with +json are not joined",
    shaped(
        "glue writes text as text",
        code(
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {
                    "application/scrapbook.scrap.json+json": {
                        "name": "x",
                        "data": ["a", "b"],
                        "encoder": "json",
                        "version": 1,
                    }
                },
            }
        ),
    ),
    spec=["5.3"],
)
case(
    "text-ascii-file",
    "a file of ASCII alone holds the same text",
    raw(
        "Jupyter writes characters as they are",
        write(notebook(code(data("x", "ä 😀 \u2028", "text"))), ascii_only=True),
    ),
)
