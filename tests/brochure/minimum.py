"""What stands on every version of a project, in every product, on every paper."""

from site_builder.present.views import ProjectView
from tests.brochure.reading import squeezed


def on_the_front(project: ProjectView) -> list[str]:
    """Return what it makes, without spaces."""
    return [squeezed(str(product.name)) for product in project.brief.scale.products]


def on_the_back(project: ProjectView) -> list[str]:
    """Return how it is paid for, what the county offers and whom to call, without spaces."""
    card = project.brief.contacts[0]
    said = [
        *(text for share in project.source_shares for text in (share.name, share.percent_shown)),
        *project.brief.cooperation.offers,
        *(text for text in (card.unit, card.person, card.phone, card.email) if text),
    ]
    return [squeezed(str(text)) for text in said]
