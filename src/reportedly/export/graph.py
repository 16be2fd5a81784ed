"""Who did what to whom, and who copied whom: nodes and edges as CSV and as GEXF 1.3.

PATH is the GEXF of actors; beside it `PATH.nodes.csv`, `PATH.edges.csv`, and the same of outlets
as `PATH.copies.gexf` and `PATH.copies.edges.csv`. Private persons are left out of the graph: a
graph of persons would be a profile of each. GEXF files are whole in exports since an earlier one
too: a node's number is its place in the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from reportedly.export.fields import Field
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader
from reportedly.records import Actor

NODES = (
    Field("Id", "code", "name of the actor, which is its identity here"),
    Field("Label", "text", "the same"),
    Field("kind", "code", "organisation, group, country, office, person in office, outlet"),
    Field("sector", "code", "primary PLOVER sector"),
    Field("country", "code", "ISO 3166-1 alpha-2"),
)
EDGES = (
    Field("Source", "code", "actor"),
    Field("Target", "code", "recipient"),
    Field("Type", "code", "Directed"),
    Field("type", "code", "PLOVER type"),
    Field("Weight", "integer", "plain events: actual, asserted"),
    Field("single_text", "integer", "those of them that rest on a single text"),
)
COPIES = (
    Field("Source", "code", "outlet that copies"),
    Field("Target", "code", "outlet of the earliest text"),
    Field("Type", "code", "Directed"),
    Field("type", "code", "verbatim, edited, rewritten or excerpt"),
    Field("Weight", "integer", "articles"),
)
Edge = tuple[str, str, str]


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write both graphs; memory grows with the number of actors and outlets, not of reports."""
    nodes: dict[str, dict[str, object]] = {}
    edges: Counter[Edge] = Counter()
    single: Counter[Edge] = Counter()
    for told in reader.events():
        event = told.event
        if event.type is None or event.realis != "actual" or event.polarity != "positive":
            continue
        sides = [
            [a for a in side if _may_be_shown(a, options)]
            for side in (event.actors, event.recipients)
        ]
        for actor in (*sides[0], *sides[1]):
            name = told.privacy.actor(actor)
            nodes.setdefault(name, _node(name, actor))
        for source in sides[0]:
            for target in sides[1]:
                edge: Edge = told.privacy.actor(source), told.privacy.actor(target), event.type
                edges[edge] += 1
                single[edge] += event.corroboration.texts == 1
    write_node = output.rows(".nodes.csv", NODES, ["Id"])
    for name in sorted(nodes):
        write_node(nodes[name])
    write_edge = output.rows(".edges.csv", EDGES, ["Source", "Target", "type"])
    for row, edge in zip(_edge_rows(edges), sorted(edges), strict=True):
        write_edge({**row, "single_text": single[edge]})
    _write_gexf(output.text(), nodes, edges)
    copies = _copies(reader)
    write_copy = output.rows(".copies.edges.csv", COPIES, ["Source", "Target", "type"])
    for row in _edge_rows(copies):
        write_copy(row)
    outlets = {
        name: {"Id": name, "Label": name, "kind": "outlet"} for e in copies for name in e[:2]
    }
    _write_gexf(output.text(".copies.gexf"), outlets, copies)
    return Written(len(edges), f"edges between {len(nodes)} actors, {len(copies)} between outlets")


def _may_be_shown(actor: Actor, options: Options) -> bool:
    return options.restricted is not None or not (
        actor.kind == "person" and actor.exposure == "private"
    )


def _node(name: str, actor: Actor) -> dict[str, object]:
    sector = actor.sectors[0] if actor.sectors else None
    return {
        "Id": name,
        "Label": name,
        "kind": actor.kind,
        "sector": sector,
        "country": actor.country,
    }


def _copies(reader: Reader) -> Counter[Edge]:
    """Outlets whose articles stand in an echo behind another outlet's."""
    outlet = reader.outlets()
    edges: Counter[Edge] = Counter()
    for echo in reader.source.links.echoes():
        for target in outlet.of(echo.origin or ""):
            for member in echo.members:
                for source in outlet.of(member.article_id):
                    if source != target:
                        edges[source, target, member.kind] += 1
    return edges


def _edge_rows(edges: Counter[Edge]) -> list[dict[str, object]]:
    return [
        {"Source": source, "Target": target, "Type": "Directed", "type": kind, "Weight": count}
        for (source, target, kind), count in sorted(edges.items())
    ]


def _write_gexf(
    into: TextIO, nodes: Mapping[str, Mapping[str, object]], edges: Counter[Edge]
) -> None:
    """GEXF 1.3 with kind, sector and country of nodes and the type of edges."""
    columns = ("kind", "sector", "country")
    number = {name: str(n) for n, name in enumerate(sorted(nodes))}
    into.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    )
    into.write('<graph defaultedgetype="directed">\n<attributes class="node">\n')
    for column in columns:
        into.write(f'<attribute id="{column}" title="{column}" type="string"/>\n')
    into.write('</attributes>\n<attributes class="edge">\n')
    into.write('<attribute id="type" title="type" type="string"/>\n</attributes>\n<nodes>\n')
    for name in sorted(nodes):
        values = "".join(
            f'<attvalue for="{column}" value={_quoted(nodes[name][column])}/>'
            for column in columns
            if nodes[name].get(column)
        )
        into.write(
            f'<node id="{number[name]}" label={_quoted(name)}>'
            f"<attvalues>{values}</attvalues></node>\n"
        )
    into.write("</nodes>\n<edges>\n")
    for n, ((source, target, kind), count) in enumerate(sorted(edges.items())):
        into.write(
            f'<edge id="{n}" source="{number[source]}" target="{number[target]}" weight="{count}">'
            f'<attvalues><attvalue for="type" value={_quoted(kind)}/></attvalues></edge>\n'
        )
    into.write("</edges>\n</graph>\n</gexf>\n")


def _quoted(value: object) -> str:
    """An XML attribute; characters that XML cannot hold become spaces."""
    text = "".join(c if c >= " " and c not in "\ufffe\uffff" else " " for c in str(value))
    return quoteattr(text)
