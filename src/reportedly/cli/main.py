"""The app and its errors: one clear line and a documented exit code each.

Exit codes: 0 done; 1 failed (no collection, a full disk, faults found by `check`, problems under
`--strict`); 2 bad options or arguments; 130 stopped by the user.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from reportedly.cli.console import error_line
from reportedly.errors import OptionError, ReportedlyError

# typer carries its own copy of click in some versions; this is the one that it raises
UsageError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "UsageError")

ORDER = (
    "demo", "read", "link", "events", "quotes", "claims", "echoes", "sources", "problems", "show",
    "explore", "audit", "import", "compare", "review", "plot", "code", "analyse", "export",
    "exports", "deletions", "profiles", "check", "expunge", "reanalyse", "backup",
    "merge-collections", "lexicon", "version",
)  # fmt: skip


class _Ordered(TyperGroup):
    """Commands in the order in which a user meets them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401  # see UsageError
        return sorted(super().list_commands(ctx), key=ORDER.index)


app = typer.Typer(
    name="reportedly",
    cls=_Ordered,
    help=(
        "Event data from published news: who did what to whom, where and when, according to whom. "
        "A record is what an outlet reported, never what happened.\n\nBegin with: reportedly demo"
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="The version.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="With --version: models, data, their licences.")
    ] = False,
) -> None:
    if version:
        from reportedly.resources import data_lines, product_version

        print(f"reportedly {product_version()}")
        if verbose:
            print("\n".join(data_lines()))
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.fail("Missing command.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    from reportedly.cli import commands  # noqa: F401  # registers them on the app

    command = typer.main.get_command(app)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result = command.main(given, prog_name="reportedly", standalone_mode=False)
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, UsageError, ReportedlyError, BrokenPipeError) as error:
        return _told(error)
    return result if isinstance(result, int) else 0


def _told(error: Exception) -> int:
    """Tell an error in one line; its exit code."""
    if isinstance(error, UsageError):
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())
        else:
            error_line(error.format_message(), _hint(error))
        return 2
    if isinstance(error, typer.Abort):
        error_line("stopped")
        return 130
    if isinstance(error, BrokenPipeError):  # the reader of a pipe had enough
        sys.stderr.close()
        return 0
    error_line(str(error))
    return 2 if isinstance(error, OptionError) else 1


def _hint(error: Any) -> str | None:  # noqa: ANN401  # see UsageError
    if error.ctx is None:
        return None
    return f"{error.ctx.command_path} --help tells the options"
