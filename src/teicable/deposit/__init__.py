"""Deposit: what a repository is given, made from the facts of an edition and checked before it leaves.

One neutral record (`record`) is made by XSLT; every format of a repository is a crosswalk from it (``CROSSWALKS``).
"""
