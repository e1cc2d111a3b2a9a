"""Names for invented people: a baptism name, often a second one, and the name of a clan of the district."""

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any


@cache
def _pools() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))


def name_of(chance: Random, district: str, *, woman: bool) -> str:
    """A name of two or three words as they are heard in that district; of a hundred people one has a single word."""
    pools = _pools()
    baptism = pools["women" if woman else "men"]
    given, second = chance.choice(baptism), chance.choice(baptism)
    if chance.random() < 0.01:
        return str(given)
    clan = chance.choice(pools["clans"][chance.choice(pools["heard_in"][district])])
    has_second = chance.random() < 0.45 and second != given
    return " ".join([given, *([second] if has_second else []), clan])
