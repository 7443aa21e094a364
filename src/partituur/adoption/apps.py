from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "partituur.adoption"
    verbose_name = "vastgestelde versies"

    def ready(self) -> None:
        """What versions and proposals keep of whom is erased goes with them."""
        from partituur.adoption import erasing, erasing_amendments
        from partituur.plans import erasing as plans

        plans.also(erasing.take)
        plans.also(erasing_amendments.take)
