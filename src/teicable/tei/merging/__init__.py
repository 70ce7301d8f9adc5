"""Bring later work of the machine into a file that an editor changed."""
