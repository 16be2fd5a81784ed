"""Whose officers "her officers" are: those of the force that its chief commands."""

from __future__ import annotations

from reportedly.find.actors.sectors import SectorWords, sector_of
from reportedly.parse import Token
from reportedly.records import Actor, Entity

# forces by the word that a role names them by: "the *police* chief", "commander of the *navy*"
_FORCES = ("riot police", "police", "army", "navy", "air force", "gendarmerie", "coast guard")


def commanded_body(entity: Entity | None, men: Token, words: SectorWords) -> Actor | None:
    """The force of which somebody's men are, if his role names it: "police chief Ana Roa".

    A colonel's men may be of any force, and stay his men; so do those of a former chief.
    """
    if entity is None or entity.kind != "person" or men.tag != "NNS":
        return None
    role = f" {(entity.role or '').lower()} "
    name = next((force for force in _FORCES if f" {force} " in role), None)
    if name is None or men.lemma not in words.acting or words.former & set(role.split()):
        return None
    sectors = sector_of(name.split(), words)
    return Actor(name=name, kind="organisation", sectors=sectors, exposure="office")
