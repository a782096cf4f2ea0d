"""Tells whether what is to be replaced is what the replacement was written for."""

from hashlib import sha256
from pathlib import Path
from types import ModuleType


def digest(*modules: ModuleType) -> str:
    """Return a digest of the source of some modules."""
    files = (Path(str(module.__file__)) for module in modules)
    return sha256(b"\n".join(file.read_bytes() for file in files)).hexdigest()
