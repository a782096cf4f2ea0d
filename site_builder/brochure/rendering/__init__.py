"""HTML into PDF: fonts cut once, Chinese lines, tags. The only rooms that know WeasyPrint."""
