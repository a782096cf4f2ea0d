"""What the law says to foreign investors about a project, in one line.

In goes a public project, out come clauses in one language: the class of industry, whether the
negative list restricts it, whether the catalogue encourages it, each with its edition.
"""

from site_builder.content.project_terms import CooperationMode
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicProject


def present_foreign(project: PublicProject, voice: Voice) -> str:
    """Return the clauses, joined; nothing where the record does not say how the law stands.

    That an investor may own all of it is said only where no restriction is listed and the
    project itself is open to a sole owner.
    """
    law = project.foreign_investment
    if law is None:
        return ""
    words, listed = voice.words["foreign"], law.negative_list
    clauses = [str(words.classification).format(code=project.classification)]
    if listed.restriction is not None:
        text = voice.text(listed.restriction)
        clauses.append(str(words.restricted).format(year=listed.edition, restriction=text))
    else:
        sole = CooperationMode.SOLE in project.cooperation.modes
        free = words.free_sole if sole else words.free
        clauses.append(str(free).format(year=listed.edition))
    if law.encouraged is not None:
        entry = voice.text(law.encouraged.entry)
        clauses.append(str(words.encouraged).format(year=law.encouraged.edition, entry=entry))
    return str(voice.words["site"].sentence_joint).join(clauses)
