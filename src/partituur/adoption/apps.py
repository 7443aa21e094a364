from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "partituur.adoption"
    verbose_name = "vastgestelde versies"

    def ready(self) -> None:
        """What a version keeps of whom is erased goes with them."""
        from partituur.adoption import erasing
        from partituur.plans import erasing as plans

        plans.also(erasing.take)
