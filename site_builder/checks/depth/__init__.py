"""Whether each chapter of a proposal is argued, and what is missing."""
