"""The five layers of validation: well-formed, grammar, rules, references, fidelity to the source."""
