"""Between settled claims and TEI: encode, serialize, decode."""
