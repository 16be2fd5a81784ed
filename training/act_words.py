"""Makes the network that reads which words tell an act, and who has which role in it.

In a checkout, with the `tuning` extra installed::

    python training/act_words.py prepare FOLDER --mpnet parts
    python training/act_tune.py …                         # its head has the steps
    python training/act_words.py store FOLDER/tuned.npz FOLDER/other.npz  # writes weights.onnx

The steps between need torch and numpy alone, so that they can run on another machine. Encoders:
`training/encoders.py`, which says where MPNet's parts are had; word vectors stay as they are.
Sentences: `training/act_examples.py`. The network is stored in eight-bit ONNX.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from act_examples import ROOT, STATUSES, Passage, read_passages
from act_graph import graph, quantized
from act_network import LINK_WIDTH, mean_of
from encoders import in_steps, minilm, mpnet
from kept_out import is_kept_out
from numpy.typing import NDArray

from reportedly.encode import load_vocabulary, sentence_pieces, text_pieces
from reportedly.find.events.act_words import LABELS, ROLES

TARGET = ROOT / "src/reportedly/models/act_words/weights.onnx"
LONGEST = 160  # pieces that are read together
SHORT, PACK, ALONE = 70, 128, 0.5  # pieces of a text that is packed, of a pack; share left alone
SEED = 1
SAME = "same"  # a link between words of a text that tell one event
_LINKS = ("asks.", "offers.")

Arrays = dict[str, NDArray[Any]]


# --- texts ----------------------------------------------------------------------------------


def prepare(passages: Sequence[Passage]) -> Arrays:
    """Passages as padded arrays, sentences of a text in one row, labels at first pieces of words.

    `kinds`, `weights`, `statuses`, `words` (first pieces) and `sentences` (numbers in the row) are
    rows × pieces; `act_rows` and `act_places` say where each act stands, `act_linked` whether its
    roles are marked, `links` are rows of act, place and role, `pairs` of two acts and whether they
    are one event. Pieces that do not occur have no number.
    """
    vocabulary = load_vocabulary()
    rows = in_rows(passages, vocabulary)
    read = [text_pieces([p.words for p in row], vocabulary) for row in rows]
    used = sorted({piece for pieces, _ in read for piece in pieces[:LONGEST]})
    numbers = {piece: number for number, piece in enumerate(used)}
    shape = (len(read), LONGEST)
    found: Arrays = {
        "pieces": np.zeros(shape, dtype=np.int32),
        "kinds": np.full(shape, -1, dtype=np.int8),
        "weights": np.zeros(shape, dtype=np.float16),
        "statuses": np.full(shape, -1, dtype=np.int8),
        "words": np.zeros(shape, dtype=np.int8),
        "sentences": np.zeros(shape, dtype=np.int8),
        "lengths": np.array([min(len(pieces), LONGEST) for pieces, _ in read]),
        "kept_out": np.array([is_kept_out(row[0].text) for row in rows]),
    }
    acts: list[tuple[int, int, bool]] = []
    links: list[tuple[int, int, int]] = []
    pairs: list[tuple[int, int, bool]] = []
    for row, (group, (pieces, bounds)) in enumerate(zip(rows, read, strict=True)):
        found["pieces"][row, : len(pieces)] = [numbers[piece] for piece in pieces[:LONGEST]]
        first = _first_pieces(group, bounds)
        at: dict[tuple[str, int, int], int] = {}
        told: list[tuple[Passage, int, int, int]] = []  # its sentence, number, event or -1, type
        for number, passage in enumerate(group):
            where = (passage.text, passage.sentence)
            own = {k[2]: piece for k, piece in first.items() if k[:2] == where}
            found["words"][row, list(own.values())] = 1
            found["sentences"][row, list(own.values())] = number
            for position, (label, weight) in passage.labels.items():
                if position not in own:
                    continue
                found["kinds"][row, own[position]] = LABELS.index(label)
                found["weights"][row, own[position]] = weight
                if LABELS.index(label):
                    at[(*where, position)] = len(acts)
                    event = passage.events.get(position, -1)
                    told.append((passage, len(acts), event, LABELS.index(label)))
                    acts.append((row, own[position], passage.links is not None))
            for position, status in passage.statuses.items():
                if position in own:
                    found["statuses"][row, own[position]] = STATUSES.index(status)
        links += [
            (at[p.text, p.sentence, act], first[p.text, sentence, word], ROLES.index(role))
            for p in group
            for act, role, sentence, word in p.links or ()
            if (p.text, p.sentence, act) in at and (p.text, sentence, word) in first
        ]
        pairs += pairs_of(told)
    act_rows, places, linked = zip(*acts, strict=True)
    found |= {"act_rows": np.array(act_rows), "act_places": np.array(places)}
    found |= {"act_linked": np.array(linked), "links": np.array(links, dtype=np.int32)}
    found |= {"pairs": np.array(pairs, dtype=np.int32)}
    found |= {"type_names": np.array(LABELS), "status_names": np.array(STATUSES)}
    return found | {"roles": np.array((*ROLES, SAME)), "used": np.array(used)}


def _first_pieces(
    group: Sequence[Passage], bounds: Sequence[Sequence[tuple[int, int]]]
) -> dict[tuple[str, int, int], int]:
    """The first piece of each word by text, sentence and position."""
    return {
        (passage.text, passage.sentence, position): first
        for passage, places in zip(group, bounds, strict=True)
        for position, (first, last) in enumerate(places)
        if first < last and first < LONGEST
    }


def in_rows(passages: Sequence[Passage], vocabulary: Mapping[str, int]) -> list[list[Passage]]:
    """Sentences that are read together: those of one text, and half of the short texts in packs.

    In an article a sentence stands among others, of which some tell of other things.
    """
    of_text: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        of_text[passage.text].append(passage)
    sizes = {id(p): len(sentence_pieces(p.words, vocabulary)[0]) for p in passages}
    rows: list[list[Passage]] = []
    for sentences in of_text.values():
        rows.append([])
        for one in sorted(sentences, key=lambda p: p.sentence):
            if rows[-1] and _size(rows[-1], sizes) + sizes[id(one)] > LONGEST:
                rows.append([])
            rows[-1].append(one)
    chance = random.Random(SEED)
    chance.shuffle(rows)
    packed: list[list[Passage]] = []
    open_packs: dict[bool, list[Passage]] = {}  # by whether they are kept out
    for row in rows:
        side = is_kept_out(row[0].text)
        if _size(row, sizes) > SHORT or chance.random() < ALONE:
            packed.append(row)
            continue
        pack = open_packs.get(side)
        if pack is None or _size(pack, sizes) + _size(row, sizes) > PACK:
            pack = open_packs[side] = []
            packed.append(pack)
        pack.extend(row)
    return packed


def _size(row: Sequence[Passage], sizes: Mapping[int, int]) -> int:
    return sum(sizes[id(passage)] for passage in row)


def pairs_of(told: Sequence[tuple[Passage, int, int, int]]) -> list[tuple[int, int, bool]]:
    """Acts of one type in one text: the later one, the earlier one, whether they are one event."""
    known = [(p.text, kind, number, event) for p, number, event, kind in told if event >= 0]
    return [
        (later[2], one[2], later[3] == one[3])
        for at, later in enumerate(known)
        for one in known[:at]
        if later[:2] == one[:2]
    ]


# --- weights --------------------------------------------------------------------------------


def store(tuned: Sequence[Path], target: Path) -> None:
    """Write the mean of tuned weights, with the vectors of all pieces, as eight-bit ONNX.

    What tells statuses and one event only teaches, and is left out.
    """
    fixed = {n: v for n, v in minilm().items() if n.startswith(("words.", "places.", "sides."))}
    state = {n: v for n, v in mean_of(tuned).items() if not n.startswith("status.")}
    state |= {n: v[: len(ROLES) * LINK_WIDTH] for n, v in state.items() if n.startswith(_LINKS)}
    state["bias"] = state["bias"][: len(ROLES)]
    weights = {name: value.astype(np.float32) for name, value in (fixed | state).items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(quantized(weights), link_width=LINK_WIDTH), target)


def main() -> None:
    """Prepare the sentences, or store the tuned weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("prepare", "store"))
    parser.add_argument("path", type=Path, nargs="+", help="a folder, or tuned weights")
    parser.add_argument("--mpnet", type=Path, default=Path("parts"), help="folder of its parts")
    options = parser.parse_args()
    if options.step == "store":
        store(options.path, TARGET)
        print(f"{TARGET.stat().st_size / 1e6:.1f} MB")
        return
    passages = read_passages()
    labels = Counter(label for p in passages for label, _ in p.labels.values())
    print(f"{len(passages)} sentences:", dict(labels.most_common()), flush=True)
    (folder,) = options.path
    folder.mkdir(parents=True, exist_ok=True)
    texts = prepare(passages)
    used = texts.pop("used")
    print(f"{len(texts['pieces'])} rows, {len(texts['pairs'])} pairs", flush=True)
    np.savez_compressed(folder / "texts.npz", **texts)
    weights = minilm()
    weights["words.weight"] = weights["words.weight"][used]
    np.savez_compressed(folder / "minilm.npz", **in_steps(weights))
    teacher = mpnet(options.mpnet, load_vocabulary(), used)
    np.savez_compressed(folder / "mpnet.npz", **in_steps(teacher))


if __name__ == "__main__":
    main()
