"""The keys of PDF/X-4 (ISO 15930-7), and what a file for a press must not contain."""

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from site_builder.icc import ProfileError, read_press_profile
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found

_KEYS = {
    "pdfxid:GTS_PDFXVersion": "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion",
    "pdf:Trapped": "{http://ns.adobe.com/pdf/1.3/}Trapped",
    "dc:title": "{http://purl.org/dc/elements/1.1/}title",
    "xmp:CreateDate": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "xmp:ModifyDate": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "xmp:MetadataDate": "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "xmpMM:DocumentID": "{http://ns.adobe.com/xap/1.0/mm/}DocumentID",
    "xmpMM:RenditionClass": "{http://ns.adobe.com/xap/1.0/mm/}RenditionClass",
    "xmpMM:VersionID": "{http://ns.adobe.com/xap/1.0/mm/}VersionID",
}
"""What the XMP of a PDF/X-4 file must say (ISO 15930-7:2010)."""

_UNPRINTED = {"/PrinterMark", "/TrapNet"}
_ACTIONS = ("/OpenAction", "/AA")


def check_press_keys(pdf: pikepdf.Pdf, xmp: Mapping[str, Any]) -> Iterator[Found]:
    """Yield what PDF/X-4 asks of the file as a whole and is not there."""
    yield from _intent(pdf)
    yield from _keys(pdf, xmp)
    if "/ID" not in pdf.trailer:
        yield Found(Fault.PRESS_ID_MISSING)
    yield from _scripts(pdf)
    yield from _layers(pdf)
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page, number)


def _intent(pdf: pikepdf.Pdf) -> Iterator[Found]:
    intents = [
        intent
        for intent in _items(pdf.Root.get("/OutputIntents"))
        if intent.get("/S") == "/GTS_PDFX"
    ]
    if not intents:
        yield Found(Fault.INTENT_MISSING)
        return
    problem = _problem(intents[0])
    if problem:
        yield Found(Fault.INTENT_UNUSABLE, facts={"key": problem})


def _problem(intent: Any) -> str:
    """Return the key of an output intent that does not hold; empty if all do."""
    if not str(intent.get("/OutputConditionIdentifier", "")):
        return "OutputConditionIdentifier"
    profile = intent.get("/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream):
        return "DestOutputProfile"
    try:
        read_press_profile(profile.read_bytes())
    except ProfileError:
        return "DestOutputProfile"
    return "" if profile.get("/N") == 4 else "DestOutputProfile /N"


def _keys(pdf: pikepdf.Pdf, xmp: Mapping[str, Any]) -> Iterator[Found]:
    for shown, key in _KEYS.items():
        if not xmp.get(key):
            yield Found(Fault.PRESS_KEY_MISSING, facts={"key": shown})
    version = str(xmp.get(_KEYS["pdfxid:GTS_PDFXVersion"], "PDF/X-4"))
    if not version.startswith("PDF/X-4"):
        yield Found(Fault.PRESS_KEY_MISSING, facts={"key": "pdfxid:GTS_PDFXVersion = PDF/X-4"})
    if str(xmp.get(_KEYS["pdf:Trapped"], "False")) not in {"True", "False"}:
        yield Found(Fault.PRESS_KEY_MISSING, facts={"key": "pdf:Trapped = True | False"})
    if str(pdf.trailer.get("/Info", pikepdf.Dictionary()).get("/Trapped")) not in {
        "/True",
        "/False",
    }:
        yield Found(Fault.PRESS_KEY_MISSING, facts={"key": "Info /Trapped"})


def _scripts(pdf: pikepdf.Pdf) -> Iterator[Found]:
    found = [key for key in _ACTIONS if key in pdf.Root and _acts(pdf.Root[key])]
    found += [key for key in ("/JavaScript",) if key in pdf.Root.get("/Names", {})]
    for key in found:
        yield Found(Fault.PRESS_SCRIPT, facts={"key": key.removeprefix("/")})
    for number, page in enumerate(pdf.pages, 1):
        if "/AA" in page.obj:
            yield Found(Fault.PRESS_SCRIPT, number, facts={"key": "AA"})


def _layers(pdf: pikepdf.Pdf) -> Iterator[Found]:
    """Yield that layers are off at first (ISO 32000-1, table 101)."""
    layers = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
    first = layers.get("/D", pikepdf.Dictionary())
    hidden = _items(first.get("/OFF"))
    if str(first.get("/BaseState", "/ON")) == "/OFF":
        shown = [one.objgen for one in _items(first.get("/ON"))]
        hidden = [one for one in _items(layers.get("/OCGs")) if one.objgen not in shown]
    if hidden:
        names = sorted({str(one.get("/Name", "?")) for one in hidden})
        yield Found(Fault.LAYER_HIDDEN, facts={"names": ", ".join(names[:3])})


def _acts(value: Any) -> bool:
    """Whether a key holds an action; a place to open at is none."""
    return isinstance(value, pikepdf.Dictionary)


def _annotations(page: pikepdf.Page, number: int) -> Iterator[Found]:
    """Yield annotations on the printed part of a page (ISO 15930-7)."""
    annotations = [
        annotation
        for annotation in _items(page.obj.get("/Annots"))
        if str(annotation.get("/Subtype")) not in _UNPRINTED
    ]
    if annotations:
        kinds = sorted({str(one.get("/Subtype", "")).removeprefix("/") for one in annotations})
        facts = {"kinds": ", ".join(kinds)}
        yield Found(Fault.PRESS_ANNOTATION, number, facts=facts)


def _items(array: Any) -> list[Any]:
    return [] if array is None else list(array)
