"""The records of a project: JSON files beside ``dualpress.toml`` that belong into version control.

They are merged by hand and opened in editors, so what both leave behind is either read or refused.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dualpress.errors import ConfigError

__all__ = ["DAMAGES", "NamedTwice", "read_record", "unique_names"]

DAMAGES = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What comes of a file that is not as it should be."""

_T = TypeVar("_T")


class NamedTwice(ValueError):
    """A name stands twice in one object of JSON; it is the message."""


def read_record(
    path: Path, subject: str, schemas: Collection[int], read: Callable[[Mapping[str, Any]], _T]
) -> _T | None:
    """Read a record: an object of JSON with its ``schema``, in UTF-8, a byte order mark or none.

    Args:
        path: the file.
        subject: what it is a record of, as a message is to name it.
        schemas: the numbers of those that can be read.
        read: makes something of the object, in which bytes that are no UTF-8 are surrogates; it
            may raise whatever comes of an object that is not as it should be.

    Returns:
        What ``read`` made of it; ``None`` where there is no such file.

    Raises:
        ConfigError: it cannot be read, is of another schema, or has something twice, as a merge of
            two versions may leave it. To go on without it would do again what was done.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
        document = json.loads(text, object_pairs_hook=unique_names)
        if document["schema"] not in schemas:
            raise ConfigError(
                f"the record of {subject} is of another version of dualpress",
                path=path,
                hint="Use that version, or a newer one",
            )
        return read(document)
    except FileNotFoundError:
        return None
    except NamedTwice as error:
        raise ConfigError(
            f"the record of {subject} has “{error}” twice",
            path=path,
            hint="Leave the one that is right (a merge in version control may have left both)",
        ) from error
    except (OSError, *DAMAGES) as error:
        raise ConfigError(
            f"the record of {subject} cannot be read",
            path=path,
            hint="Mend it (version control may have marked a conflict), or restore it",
        ) from error


def unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON.

    Raises:
        NamedTwice: a name stands in it twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise NamedTwice(next(name for name, count in counts.items() if count > 1))
    return found
