"""The words of an English text, bare of all signs, as terms are looked for among them."""

from string import ascii_lowercase, digits

# Signs by their codes: small letters and digits stay, all else parts words.
_PARTED = bytes(sign if chr(sign) in ascii_lowercase + digits else 0x20 for sign in range(256))


def words_of(small: str) -> list[str]:
    """Return the words of a text in lower case; accented letters part them as signs do."""
    return small.encode("ascii", "replace").translate(_PARTED).decode("ascii").split()
