"""Which cards of a chain send goods that come round to them again."""

from collections import defaultdict
from collections.abc import Iterable

from site_builder.draw.chains.chain import Link


def come_round(links: list[Link]) -> dict[str, int]:
    """Return a number for each card, the same for all from which goods come round again."""
    onward: dict[str, list[str]] = defaultdict(list)
    backward: dict[str, list[str]] = defaultdict(list)
    for link in links:
        onward[link.source].append(link.target)
        backward[link.target].append(link.source)
    names = dict.fromkeys(name for link in links for name in (link.source, link.target))
    last = _finished(names, onward)
    numbers: dict[str, int] = {}
    for number, name in enumerate(reversed(last)):
        waiting = [name]
        while waiting:
            reached = waiting.pop()
            if reached not in numbers:
                numbers[reached] = number
                waiting += backward[reached]
    return numbers


def _finished(names: Iterable[str], onward: dict[str, list[str]]) -> list[str]:
    """Return the names in the order in which a walk along the links is done with them."""
    done: dict[str, None] = {}
    seen: set[str] = set()
    for name in names:
        waiting = [(name, False)]
        while waiting:
            current, left = waiting.pop()
            if left:
                done[current] = None
            elif current not in seen:
                seen.add(current)
                waiting.append((current, True))
                waiting += [(goal, False) for goal in onward[current]]
    return list(done)
