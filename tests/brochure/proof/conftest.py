"""The proofs' material, made once for all of them."""

import os
from pathlib import Path

import pytest

from tests.brochure.proof.material import Shelf, fair_shelf, kept_in, project_shelf


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all worker processes of the run have in common."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "proof"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def fair(shared: Path, pytestconfig: pytest.Config) -> Shelf:
    """Return a small edition: handbooks, leaflets and pieces about two projects."""
    return fair_shelf(shared, kept_in(pytestconfig, "proof-fair"))


@pytest.fixture(scope="session")
def every_project(shared: Path, pytestconfig: pytest.Config) -> Shelf:
    """Return the leaflets and project books of all projects of the sample county."""
    return project_shelf(shared, pytestconfig)
