"""The authority desk: change one entry of the authority files and every reference to it in one step.

Files are edited at the places in question and stay the same to the byte everywhere else. All is pure: from the files
of an edition to the files as they would be; `teicable.edition.desk` reads, proves and writes them.
"""
