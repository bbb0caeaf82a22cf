"""The encoders of a caller that cases name (CASES.md), registered with the real scrapbook."""

from __future__ import annotations

import contextlib
import datetime

from scrapbook.encoders import registry

DATE = datetime.date(2020, 2, 29)


class DateEncoder:
    def name(self):
        return "date"

    def encodable(self, data):
        return isinstance(data, datetime.date)

    def encode(self, scrap, **kwargs):
        return scrap._replace(data=scrap.data.isoformat())

    def decode(self, scrap, **kwargs):
        return scrap._replace(data="date:" + datetime.date.fromisoformat(scrap.data).isoformat())


class UpperEncoder:
    def name(self):
        return "upper"

    def encodable(self, data):
        return False

    def encode(self, scrap, **kwargs):
        return scrap._replace(data=scrap.data.upper())

    def decode(self, scrap, **kwargs):
        return scrap._replace(data=scrap.data.lower())


class BrokenEncoder:
    def name(self):
        return "broken"

    def encodable(self, data):
        return False

    def encode(self, scrap, **kwargs):
        raise ZeroDivisionError("this encoder is broken")

    decode = encode


ENCODERS = {"date": DateEncoder, "upper": UpperEncoder, "broken": BrokenEncoder}


@contextlib.contextmanager
def registered(names: list[str]):
    """Scrapbook's registry is global: what one case brings along is taken out again."""
    added = [ENCODERS[name]() for name in names if name in ENCODERS]
    for encoder in added:
        registry.register(encoder)
    try:
        yield
    finally:
        for encoder in added:
            registry.deregister(encoder)
