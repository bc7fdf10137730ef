"""Widgets of the screens. Read mixins, label, pane and step_pane first."""
