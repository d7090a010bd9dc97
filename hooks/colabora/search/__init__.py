"""Search: an index a language, small enough to be fetched in pieces, and how the forms of a word find each other.

Why our own and not Pagefind 1.5.2, which knows no Latvian: measured on the 109 Latvian pages of 2026-11-24, its
WebAssembly is 68 kB, each piece of its index 40 to 59 kB with no option to make it smaller, and each page it shows 3 kB,
so that a second search costs 40 kB and more where 20 kB are allowed. Here (brotli 9) the script is 7 kB, what a language
needs at first 10 kB, a piece of the index 5 kB, a page 1.3 kB; the index of five languages is made in a second, is
identical between two builds, and needs neither WebAssembly nor a program beside Python.
"""
