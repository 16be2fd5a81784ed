"""A phrase that may denote somebody, before it is known whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.records import ActorKind

Gender = Literal["feminine", "masculine", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens [first, last) of a name, a noun phrase or a pronoun."""

    first: int
    last: int
    head: int  # index of the token that stands for the phrase in the syntax
    form: Literal["name", "noun", "pronoun"]
    kind: ActorKind
    plural: bool
    gender: Gender = ""
    words: tuple[str, ...] = ()  # of a name, without titles; of a noun phrase, modifiers and noun
    role: str | None = None  # what stands before a name: 'interior minister'
    definite: bool = True
    affiliate: bool = False  # 'supporters of …'
