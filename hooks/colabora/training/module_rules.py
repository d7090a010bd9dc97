"""The rules of modules and lessons: what they promise is taught, asked and adds up."""

from __future__ import annotations

from colabora.checklists.rules import nearest_or
from colabora.problems import Severity, quote, rule


@rule("objective-untested", Severity.WARNING)
def objective_untested(identifier: str) -> tuple[str, str]:
    """Check every objective of a module by a question or an exercise.

    Bad: an objective that no block names

    Good: a question with `objective: decide-by-number`
    """
    return (
        f"no question or exercise of the module checks objective {quote(identifier)}",
        "name it in the “objective:” of one, or delete it",
    )


@rule("lesson-objective")
def lesson_objective(found: str, nearest: str) -> tuple[str, str]:
    """Let a lesson serve objectives of its module only.

    Bad: `objectives: [decide-by-numbers]`

    Good: `objectives: [decide-by-number]`, an id of `objectives:` in the module's `index.md`
    """
    return f"the module has no objective {quote(found)}", nearest_or(nearest, "write the id of one of its objectives")


@rule("key-points", Severity.WARNING)
def key_points() -> tuple[str, str]:
    """End a lesson with points to keep.

    Bad: `key_points: []`

    Good: `key_points: [Money promised in writing counts, hoped-for money does not]`
    """
    return "the lesson has no key points", "write two to five short sentences to keep"


@rule("module-time", Severity.WARNING)
def module_time(said: int, added: int) -> tuple[str, str]:
    """Give a module the minutes that its lessons take together.

    Bad: `duration: 180` with lessons of 60 and 65 minutes

    Good: `duration: 125`
    """
    return f"the module says {said} minutes, its lessons take {added}", f"write {added}, or mend a lesson’s duration"


@rule("prerequisite")
def prerequisite(found: str, nearest: str) -> tuple[str, str]:
    """Name modules of the course as those to take first.

    Bad: `prerequisites: [listenning]`

    Good: `prerequisites: [listening]`
    """
    return f"no module is called {quote(found)}", nearest_or(nearest, "write the name of a module’s folder")


@rule("prerequisite-cycle")
def prerequisite_cycle(way: str) -> tuple[str, str]:
    """Let no module ask, by way of others, for itself to be taken first.

    Bad: `testing` asks for `money`, and `money` for `testing`

    Good: only one of the two asks for the other
    """
    return f"the modules ask for one another first: {way}", "delete one of these prerequisites"


@rule("exercise-plan")
def exercise_plan(found: str, nearest: str) -> tuple[str, str]:
    """Let an exercise write into an item of a checklist that there is.

    Bad: `plan: premises`, `plan: premises/speed`

    Good: `plan: premises/internet-speed`
    """
    return f"no checklist has an item {quote(found)}", nearest_or(nearest, "write “plan: list/item”")
