"""Every letter is set in the Simplified Chinese faces, and travels with the file."""

from tests.brochure import reading
from tests.brochure.conftest import Printed

FACES = ("NotoSansCJKsc", "NotoSerifCJKsc", "Noto-Sans-CJK-SC", "Noto-Serif-CJK-SC")


def test_only_simplified_chinese_faces_all_embedded(brochures: Printed) -> None:
    for path, file in brochures.files.items():
        found = list(reading.fonts(file))
        assert found, path
        assert [name for name, _, _ in found if not any(face in name for face in FACES)] == []
        assert [name for name, kind, _ in found if kind == "/Type3"] == []
        assert [name for name, _, embedded in found if not embedded] == []
