"""What papermill loads: it knows entry points for engines alone, so an engine brings the translators."""

from papermill.engines import NBClientEngine
from papermill.translators import papermill_translators

from papermill_typescript.translator import AssigningTranslator, JslabTranslator, TslabTranslator

# papermill looks for the kernel's name first, then for its language.
for _name in ("deno", "typescript", "ijavascript", "javascript"):
    papermill_translators.register(_name, AssigningTranslator)
papermill_translators.register("tslab", TslabTranslator)
papermill_translators.register("jslab", JslabTranslator)


class Engine(NBClientEngine):
    """papermill's own engine, under another name."""
