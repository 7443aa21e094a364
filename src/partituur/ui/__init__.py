"""The design system: tokens, components, gallery. Knows no plan and no school."""
