"""Every change of a tracked table, kept by trigger beside who made it and why.

An event table is closed: the site adds rows through the trigger alone and reads none. Who may see a history is asked
by the function `tenun_history_of`, which compares the person with the scope of the transaction.
"""

import json
import uuid
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])

TERRITORY = ("district_code", "village_code")
"""Columns that follow the person; her own row tells when they changed."""


def tracked(*, exclude: Sequence[str] = ()) -> Callable[[Model], Model]:
    """Keeps every insert, update and delete of the model, without the columns that are excluded."""
    decorate = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
        obj_field=pghistory.ObjForeignKey(related_name="+"),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
    )
    return cast("Callable[[Model], Model]", decorate)


def because(*, user_id: int, reason: str = "", **more: Any) -> pghistory.context:
    """Says who changes and why, for all changes inside the block; an inner block adds to what the outer one said."""
    said = {"user": user_id, **({"reason": reason} if reason else {}), **more}
    return pghistory.context(**said)


def say_why(cursor: Any, *, user_id: int, reason: str, **more: Any) -> None:
    """As `because`, for the rest of the transaction of this cursor: sets that are written past the models."""
    said = json.dumps({"user": user_id, "reason": reason, **more})
    cursor.execute(
        "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
        [str(uuid.uuid4()), said],
    )
