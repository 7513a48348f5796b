"""What is found: verdicts, words, proofs, and what is watched."""
