"""Maps the document level over many inputs, resumably: one outcome for each input.

The door is `run`. It works in this process or in a pool of processes, with equal results in the
order of the inputs; this process alone writes to the store, in batches.
"""

from reportedly.run.driver import run
from reportedly.run.outcome import (
    Input,
    InputKey,
    MakeWork,
    Outcome,
    OutcomeKind,
    RunStore,
    RunSummary,
    Work,
    key_of,
)

__all__ = [
    "Input",
    "InputKey",
    "MakeWork",
    "Outcome",
    "OutcomeKind",
    "RunStore",
    "RunSummary",
    "Work",
    "key_of",
    "run",
]
