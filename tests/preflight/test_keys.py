"""PDF/X-4: its keys, and what a press file must not contain."""

import pikepdf
import pytest

from site_builder.preflight import Finish
from tests.preflight.breaking import Breaks, keeper
from tests.preflight.conftest import Breaking, broken, inspected, paint

BREAKS: Breaks = []
breaks = keeper(BREAKS)


@breaks("intent-missing")
def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@breaks("intent-unusable")
def profile_of_a_screen(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"prtrCMYK", b"mntrRGB "))


@breaks("press-key-missing")
def no_trapped(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Trapped"]


@breaks("press-key-missing")
def no_document_id(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["xmpMM:DocumentID"]


@breaks("press-annotation")
def a_link(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[9, 9, 99, 99]
    )
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([link])


@breaks("press-script")
def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


def layered(pdf: pikepdf.Pdf, **first: object) -> None:
    kinds = [
        pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=name))
        for name in ("notes", "art")
    ]
    chosen = {key: [kinds[0]] if value is True else value for key, value in first.items()}
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=kinds, D=pikepdf.Dictionary(**chosen))


@breaks("layer-hidden")
def a_layer_that_is_off(pdf: pikepdf.Pdf) -> None:
    layered(pdf, OFF=True)


@breaks("layer-hidden")
def all_but_one_layer_off(pdf: pikepdf.Pdf) -> None:
    layered(pdf, BaseState=pikepdf.Name.OFF, ON=True)


def test_layers_that_are_seen_are_nothing_amiss(good: dict[Finish, bytes]) -> None:
    assert [] == inspected(broken(good[Finish.PRESS], layered), Finish.PRESS)


@breaks("content-broken")
def number_with_an_exponent(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "1 0 0 1 5 -4.3e-05 cm")


@breaks("date-of-now")
def made_now(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20261122203000+08'00'"


@pytest.mark.parametrize(
    ("code", "breaking"), [pytest.param(code, act, id=f"{code}-{of}") for code, of, act in BREAKS]
)
def test_each_break_is_found_and_nothing_else(
    good: dict[Finish, bytes], code: str, breaking: Breaking
) -> None:
    found = inspected(broken(good[Finish.PRESS], breaking), Finish.PRESS)
    assert [code] == [finding.code for finding in found]


def test_a_file_without_an_identifier(good: dict[Finish, bytes]) -> None:
    """pikepdf gives every file one, so that it is taken out of the bytes: names of equal length."""
    nameless = good[Finish.PRESS].replace(b"/ID [", b"/IX [")
    assert good[Finish.PRESS] != nameless
    assert ["press-id-missing"] == [one.code for one in inspected(nameless, Finish.PRESS)]
