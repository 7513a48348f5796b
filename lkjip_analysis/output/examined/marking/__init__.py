"""The document itself with its findings marked, their page and their pictures."""
