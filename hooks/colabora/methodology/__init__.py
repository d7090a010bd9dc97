"""The methodology: what its pages claim, and what they rest on."""
