"""What makes a file PDF/X-4 (ISO 15930-7): output intent, metadata, and nothing interactive."""

import re
from datetime import date
from hashlib import sha256
from uuid import UUID
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

from site_builder.brochure.finish.streams import drop, painted_streams
from site_builder.icc import Profile

VERSION = "1.6"
"""The version of PDF that the standard is built on."""

_INTERACTIVE = (
    "/AcroForm",
    "/AA",
    "/Collection",
    "/Extensions",
    "/Lang",
    "/MarkInfo",
    "/Names",
    "/OpenAction",
    "/Outlines",
    "/PageLabels",
    "/PageMode",
    "/StructTreeRoot",
    "/ViewerPreferences",
)
_OF_PAGES = ("/AA", "/Annots", "/StructParents", "/Tabs", "/Thumb")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:MetadataDate>{day}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def strip(pdf: Pdf) -> None:
    """Take out links, bookmarks, tags and whatever acts: paper has none."""
    drop(pdf.Root, *_INTERACTIVE)
    for page in pdf.pages:
        drop(page.obj, *_OF_PAGES)
    for stream in painted_streams(pdf):
        drop(stream, "/StructParent", "/StructParents")


def mark_up(pdf: Pdf, made_of: bytes, profile: Profile, day: date) -> None:
    """Write what PDF/X-4 asks for; `made_of` stands for everything that decides the bytes.

    The day is that of the set PDF if it states one; no clock is read.
    """
    _date(pdf, day)
    _intend(pdf, profile)
    for page in pdf.pages:
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    told = {key: str(pdf.docinfo.get(f"/{key}", "")) for key in ("Title", "Author", "Producer")}
    xmp = _XMP.format(
        title=escape(told["Title"]),
        author=escape(told["Author"]),
        producer=escape(told["Producer"]),
        day=_iso(str(pdf.docinfo.CreationDate)),
        identity=_identity(b"document", made_of),
        instance=_identity(b"instance", made_of),
    )
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


def mark_instance(pdf: Pdf, made_of: bytes) -> None:
    """Give what was made of a press file an identifier of its own; the document's stays."""
    instance = f"<xmpMM:InstanceID>uuid:{_identity(b'instance', made_of)}</xmpMM:InstanceID>"
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(_INSTANCE.sub(instance.encode(), xmp))


_INSTANCE = re.compile(rb"<xmpMM:InstanceID>[^<]*</xmpMM:InstanceID>")


def _identity(of: bytes, made_of: bytes) -> UUID:
    return UUID(bytes=sha256(of + b" " + made_of).digest()[:16], version=4)


def _date(pdf: Pdf, day: date) -> None:
    stated = str(pdf.docinfo.get("/CreationDate", ""))
    written = stated if _DATE.match(stated) else f"D:{day:%Y%m%d}000000Z"
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = String(written)
    pdf.docinfo.Trapped = Name("/False")


_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[-+]\d{2}'?\d{2})?")


def _iso(written: str) -> str:
    """Return a date of PDF as XMP has it: `2026-09-08T00:00:00Z`."""
    found = _DATE.match(written)
    year, *parts, zone = found.groups() if found else ("1970", *[None] * 5, None)
    month, day, *time = (part or ("01" if i < 2 else "00") for i, part in enumerate(parts))
    shift = "Z" if zone in (None, "Z") else f"{zone[:3]}:{zone[-2:]}"
    return f"{year}-{month}-{day}T{':'.join(time)}{shift}"


def _intend(pdf: Pdf, profile: Profile) -> None:
    data = pdf.make_stream(profile.data, N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.name),
        OutputCondition=String(profile.name),
        RegistryName=String("http://www.color.org"),
        Info=String(profile.name),
        DestOutputProfile=data,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
