"""From a file to the ink of its pages: opened, unpacked with bounds, painted, told from hidden."""
