"""What is wrong with a TEI file, in layers: well-formed, grammar, references, fidelity to the source."""
