"""An edition: a folder with sources, TEI files, authority files and what is built from them."""
