"""Maps the document level over many inputs, resumably: one outcome for each input.

The door is `run`, and `run_anew` for articles that another analyser read. Both work in this
process or in a pool of processes, with equal results in the order of the inputs; this process
alone writes to the store, in batches.
"""

from reportedly.run.anew import ReanalysisStore, ReanalysisSummary, run_anew
from reportedly.run.driver import run
from reportedly.run.outcome import (
    Input,
    InputKey,
    MakeRework,
    MakeWork,
    Outcome,
    OutcomeKind,
    Rework,
    RunStore,
    RunSummary,
    Work,
    key_of,
)
from reportedly.run.shard import Shard

__all__ = [
    "Input",
    "InputKey",
    "MakeRework",
    "MakeWork",
    "Outcome",
    "OutcomeKind",
    "ReanalysisStore",
    "ReanalysisSummary",
    "Rework",
    "RunStore",
    "RunSummary",
    "Shard",
    "Work",
    "key_of",
    "run",
    "run_anew",
]
