"""Tunes the network of acts on prepared texts, with a teacher.

In a folder that `act_words.py prepare` has filled::

    python training/act_tune.py teach FOLDER --part 0  # and 1, 2, 3: each without a quarter
    python training/act_tune.py learn FOLDER           # the network that ships, from all four
    python training/act_tune.py go-on FOLDER           # more epochs, from what it says itself
    python training/act_tune.py go-on FOLDER --name other --taught --new  # a copy, from teachers
    python training/act_tune.py test FOLDER --name tuned other  # prints the figures of their mean

A teacher, all of MPNet, learns the marks of three quarters of the texts and then says of every word
what it tells; four of them see all texts. The network that ships learns the marks and what its
teachers say (Hinton et al. 2015); then it goes on more slowly, with what it says itself, and a copy
with what teachers say; the mean of both ships (Wortsman et al. 2022). Beside
types and roles all learn statuses, and which words of a text tell one event. Needs torch and numpy
alone, and a graphics card: teachers take a day without. One text of sixteen is kept out; the
figures at the end are on those. Seeds are fixed, but torch gives slightly other weights on other
machines.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from act_batches import BATCH, Batch, Sentences
from act_figures import figures
from act_network import MINILM, MPNET, Network, mean_of, started, whole
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

PARTS = 4  # of the texts, each new to one teacher
BLANK = 0.05  # share of words left out
STATUS_LOSS, LINK_LOSS, SAME_LOSS, POSITIVE = 0.3, 0.3, 0.3, 2.0
WORDS_TAUGHT, LINKS_TAUGHT = 3.0, 0.45  # weights of what they say of all words

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How long and how fast a network learns."""

    epochs: int
    rate: float
    heads_rate: float
    warming: float = 0.1  # share of the steps in which rates rise
    taught: float = 0.0  # share of the loss that what was told gives
    seconds: float = 1e6  # at most
    batch: int = BATCH


TEACHER = Course(epochs=8, rate=1e-4, heads_rate=5e-4, batch=4 * BATCH)
PUPIL = Course(epochs=10, rate=2e-4, heads_rate=1e-3, taught=0.5)
GOING_ON = Course(
    epochs=14, rate=1.4e-4, heads_rate=4.2e-4, warming=0.05, taught=0.4, batch=2 * BATCH
)


@dataclass(frozen=True, slots=True)
class Told:
    """What teachers say: shares of types of each piece, and of roles of each piece in each act."""

    kinds: Tensor
    links: Tensor


def tune(network: Network, texts: Sentences, course: Course, told: Told | None = None) -> Network:
    """A network tuned on texts (AdamW, a rate that rises and falls)."""
    network.to(texts.device)
    heads = [*(v for head in network.heads for v in head.parameters()), network.bias]
    known = {id(value) for value in heads}
    tuned = [value for value in network.parameters() if value.requires_grad]
    body = [value for value in tuned if id(value) not in known]
    groups = [{"params": body, "lr": course.rate}, {"params": heads, "lr": course.heads_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=texts.device == "cuda")
    rates = [group["lr"] for group in optimiser.param_groups]
    steps, step, began = course.epochs * texts.count(course.batch), 0, time.monotonic()
    for epoch in range(course.epochs):
        network.train()
        total, count = torch.zeros((), device=texts.device), 0
        for batch in texts.batches(course.batch):
            done = max(step / steps, (time.monotonic() - began) / course.seconds)
            if done >= 1:
                break
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1, (done + 1 / steps) / course.warming) * (1 - done)
            loss = _loss(network, batch, told, course.taught, texts.device)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned, 1.0)
            optimiser.step()
            total, count, step = total + loss.detach(), count + 1, step + 1
        spent = time.monotonic() - began
        mean = total.item() / max(count, 1)
        print(f"epoch {epoch + 1}: loss {mean:.3f}, {step} steps, {spent:.0f} s", flush=True)
    network.eval()
    return network


def _loss(network: Network, batch: Batch, told: Told | None, share: float, device: str) -> Tensor:
    with torch.autocast(device, dtype=torch.bfloat16):
        found = network(batch.pieces, batch.filled, BLANK)
    kinds, statuses, asks, offers = (part.float() for part in found)
    each = functional.cross_entropy(
        kinds.transpose(1, 2), batch.kinds, ignore_index=-1, reduction="none"
    )
    marked = (each * batch.weights).sum() / batch.weights.sum().clamp(min=1)
    taught = beside = torch.zeros((), device=device)
    length = batch.pieces.shape[1]
    if told is not None:
        said = told.kinds[batch.numbers, :length].float()
        each = -(said * kinds.log_softmax(-1)).sum(-1) * batch.words
        taught = taught + WORDS_TAUGHT * each.sum() / batch.words.sum().clamp(min=1)
    if len(batch.rows):
        of_acts = statuses[batch.rows, batch.places]
        status = batch.statuses[batch.rows, batch.places]
        missed = functional.cross_entropy(
            of_acts, status, ignore_index=-1, label_smoothing=0.05, reduction="sum"
        )
        beside = beside + STATUS_LOSS * missed / (status >= 0).sum().clamp(min=1)
        links = network.links(asks, offers, batch.rows, batch.places)[..., :-1]
        seen = batch.words[batch.rows][..., None]
        positive = torch.tensor(POSITIVE, device=device)
        missed = functional.binary_cross_entropy_with_logits(
            links, batch.links[..., :-1], reduction="none", pos_weight=positive
        )
        missed = (missed * seen * batch.linked[:, None, None]).sum()
        marked = marked + LINK_LOSS * missed / batch.linked.sum().clamp(min=1)
        if told is not None:
            said = told.links[batch.acts, :length, :-1].float()
            missed = functional.binary_cross_entropy_with_logits(links, said, reduction="none")
            taught = taught + LINKS_TAUGHT * (missed * seen).sum() / len(batch.rows)
    if len(batch.pairs):
        same = network.same(asks, offers, batch.rows, batch.places, batch.pairs)
        beside = beside + SAME_LOSS * functional.binary_cross_entropy_with_logits(same, batch.same)
    if told is None:
        return marked + beside
    return (1 - share) * marked + share * taught + beside


@torch.no_grad()
def says(network: Network, texts: Sentences, arrays: Arrays) -> dict[str, NDArray[np.float16]]:
    """What a network says of all words and acts of texts, zeros elsewhere."""
    rows, length = arrays["pieces"].shape
    kinds = torch.zeros((rows, length, len(arrays["type_names"])), dtype=torch.float16)
    shape = (len(arrays["act_places"]), length, len(arrays["roles"]))
    links = torch.zeros(shape, dtype=torch.float16)
    for batch in texts.batches(4 * BATCH, shuffled=False):
        with torch.autocast(texts.device, dtype=torch.bfloat16):
            found = network(batch.pieces, batch.filled)
        scores, _, asks, offers = (part.float() for part in found)
        length = batch.pieces.shape[1]
        kinds[batch.numbers.cpu(), :length] = scores.softmax(-1).half().cpu()
        if len(batch.rows):
            shares = network.links(asks, offers, batch.rows, batch.places).sigmoid()
            links[batch.acts.cpu(), :length] = shares.half().cpu()
    return {"kinds": kinds.numpy(), "links": links.numpy()}


def parts_of(arrays: Arrays) -> NDArray[np.int64]:
    """The part that each row belongs to."""
    return np.random.default_rng(1).permutation(len(arrays["pieces"])) % PARTS


def told_by(folder: Path, arrays: Arrays, *, new: bool, device: str) -> Told:
    """What four teachers say in the mean, or of each text the one to whom it is `new`."""
    part = parts_of(arrays)
    of_act = part[arrays["act_rows"]]
    kinds: Any = 0
    links: Any = 0
    for number in range(PARTS):
        said = np.load(folder / f"told{number}.npz")
        for_rows, for_acts = (
            (of == number) if new else np.full(len(of), 1 / PARTS) for of in (part, of_act)
        )
        kinds = kinds + said["kinds"] * for_rows[:, None, None].astype(np.float16)
        links = links + said["links"] * for_acts[:, None, None].astype(np.float16)
    return Told(torch.tensor(kinds, device=device), torch.tensor(links, device=device))


def told_to(
    network: Network, arrays: Arrays, taken: NDArray[np.bool_], options: argparse.Namespace
) -> Told | None:
    """What a network learns beside the marks."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if options.step == "learn" or options.taught:
        return told_by(options.folder, arrays, new=options.new, device=device)
    if options.step != "go-on":
        return None
    said = says(network, Sentences(arrays, np.flatnonzero(taken), device), arrays)
    return Told(*(torch.tensor(said[part], device=device) for part in ("kinds", "links")))


def main() -> None:
    """Teach or learn, print the figures, write what was told or the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("teach", "learn", "go-on", "test"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", type=int, default=0, help="what a teacher does not see")
    parser.add_argument("--epochs", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=1e6)
    parser.add_argument("--taught", action="store_true", help="go on from what teachers say")
    parser.add_argument("--new", action="store_true", help="from the teacher new to a text")
    parser.add_argument("--name", nargs="+", default=["tuned"])
    parser.add_argument("--first", type=int, default=0, help="rows, for a trial")
    options = parser.parse_args()
    random.seed(options.part + 1)
    torch.manual_seed(options.part + 1)
    torch.set_float32_matmul_precision("high")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    arrays = dict(np.load(options.folder / "texts.npz"))
    names = {"types": "type_names", "statuses": "status_names", "roles": "roles"}
    sizes = {name: len(arrays[array]) for name, array in names.items()}
    taken = np.arange(len(arrays["pieces"])) < (options.first or len(arrays["pieces"]))
    learnt = taken & ~arrays["kept_out"]
    tested = Sentences(arrays, np.flatnonzero(taken & arrays["kept_out"]), device)
    teaching = options.step == "teach"
    if teaching:
        learnt &= parts_of(arrays) != options.part
    texts = Sentences(arrays, np.flatnonzero(learnt), device)
    print(f"{len(texts)} rows to learn from, {len(tested)} to test on", flush=True)
    shape = MPNET if teaching else MINILM
    start = whole(dict(np.load(options.folder / ("mpnet.npz" if teaching else "minilm.npz"))))
    network = started(start, shape, sizes).to(device).eval()
    if options.step in ("go-on", "test"):
        tuned = mean_of([options.folder / f"{name}.npz" for name in options.name])
        given = {name: torch.tensor(value) for name, value in tuned.items()}
        network.load_state_dict(network.state_dict() | given)
    if options.step != "test":
        course = {"teach": TEACHER, "learn": PUPIL, "go-on": GOING_ON}[options.step]
        course = replace(course, epochs=options.epochs or course.epochs, seconds=options.seconds)
        network = tune(network, texts, course, told_to(network, arrays, taken, options))
    print(*figures(network, tested, arrays), sep="\n", flush=True)
    if options.step == "test":
        return
    if teaching:
        every = Sentences(arrays, np.flatnonzero(taken), device)
        np.savez(options.folder / f"told{options.part}.npz", **says(network, every, arrays))
        return
    fixed = ("words.", "places.", "sides.", "distances.")  # as they were
    state = {n: v.cpu().numpy().astype(np.float16) for n, v in network.state_dict().items()}
    state = {n: v for n, v in state.items() if not n.startswith(fixed)}
    np.savez(options.folder / f"{options.name[0]}.npz", **state)


if __name__ == "__main__":
    main()
