"""Terminal layer for a Textual app: fast on slow lines, safe exits, fixes for faults of Textual.

Subclass `app.TerminalApp`; call `environment.prepare_environment` before Textual is imported and
`textual_fixes.apply` before the app runs; run it with `run_safely` inside a
`shutdown.ExitWatchdog`. Override `on_shutdown`, `on_quality` and `show_skipped`. A widget that
moves draws through a `canvas.Canvas`.

Read `app` first, then `backpressure` (a query behind each frame), `pacing` and `quality`,
which judge the answers, and `driver` with `input_reader`: output without blocking, keys and pastes.
`key_order` passes keys on one by one.
`canvas` and `ansi` encode cells; `shutdown` and `crash_log` exit without Textual's help, so
`shutdown` imports none of it. `timer` is an asyncio timer.

With a TEXTUAL_DRIVER in the environment the app has that driver and stock painting.
"""
