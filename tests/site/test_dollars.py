"""Wherever a page gives US dollars, it says at what rate, of what day and by whose statement."""

from tests.site.website import Website, seen_texts

RATE = "converted at RMB 7.1/USD (30 September 2026, Sample rate)"


def said(website: Website) -> dict[str, str]:
    """Return all that each page says, by its path."""
    return {
        path: " ".join(text for _, text in seen_texts(page)) for path, page in website.pages.items()
    }


def test_every_page_with_dollars_states_the_rate_and_its_day(website: Website) -> None:
    """No sum in dollars stands without the rate it was reckoned at."""
    pages = {path: text for path, text in said(website).items() if "USD" in text}

    assert any(path.startswith("en/projects/") for path in pages)
    assert [] == [path for path, text in pages.items() if RATE not in text]


def test_chinese_pages_give_no_dollars(website: Website) -> None:
    """Chinese readers are given what the author wrote."""
    pages = said(website)

    assert [] == [
        path
        for path, text in pages.items()
        if not path.startswith("en/") and ("USD" in text or "约合" in text)
    ]
