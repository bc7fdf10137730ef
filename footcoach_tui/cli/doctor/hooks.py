"""Check of the hooks: which there are, why one is not run, and what went wrong the last time."""

from pathlib import Path

from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.cli.doctor.findings import Findings, care, note, ok
from footcoach_tui.hooks.failures import LOG_NAME, failure_sentence, load_failures
from footcoach_tui.hooks.hook import HookName, find_hook


def check(folder: Path, logs: Path | None) -> Findings:
    """Check the hooks in a folder; `logs` is the folder of logs, where it is known."""
    failures = load_failures(logs) if logs else {}
    hooks = [hook for name in HookName if (hook := find_hook(folder, name))]
    for hook in hooks:
        fact = {hook.name.replace("-", "_"): hook.refusal or "runs"}
        if hook.refusal:
            advice = "put that right, or take the file away (docs/hooks.md)"
            yield care(f"{hook.path} is not run: {hook.refusal}", advice, **fact)
            continue
        yield ok(f"{hook.name}: {hook.path}", **fact)
        if logs and hook.name in failures:
            sentence = failure_sentence(hook.name, failures[hook.name].why)
            yield note(sentence, f"{logs / LOG_NAME} has what it printed")
    for name in sorted(set(names_in(folder)) - set(HookName)):
        yield note(f"{folder / name} is no hook", f"hooks are {' and '.join(HookName)}")
    if not hooks:
        yield ok("no hook is set up")
