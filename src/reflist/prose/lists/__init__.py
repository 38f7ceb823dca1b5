"""Lines to strings: where one reference of a list ends and the next begins, however it was wrapped or numbered."""
