"""The screens of looking back."""
